"""Articles of several workspaces, opened together."""

from pathlib import Path

import pytest
from two_workspaces import ONE, TWO, said_of, survey_of, write_article

from tui.analysis.comparison import Status
from tui.storage.workspace.discovery import workspace_of_files
from tui.storage.workspace.plain_loader import plain_loader
from tui.storage.workspace.reloader import reload, watched_folders


@pytest.fixture
def one(tmp_path: Path) -> Path:
    return write_article(tmp_path / "x/articles/one.txt", "The bridge opens, said Ann.", ONE)


@pytest.fixture(params=["y/articles/two.txt", "y/two.txt"])
def two(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """In a workspace, and as a loose file with annotations beside it."""
    return write_article(tmp_path / request.param, "The bridge stays shut, said Bob.", TWO)


@pytest.mark.parametrize("order", [1, -1])
def test_articles_of_two_folders_are_compared_with_their_own_annotations(one: Path, two: Path, order: int) -> None:
    made = survey_of(*(one, two)[::order])
    speakers = [("Ann",), ("Bob",)][::order]
    assert said_of(made) == {"The bridge opens": (Status.DISPUTED, speakers)}
    assert [account.problems for account in made.accounts] == [(), ()]


def test_changes_in_the_other_folder_are_shown(one: Path, two: Path) -> None:
    workspace = workspace_of_files([one, two])
    before = plain_loader(workspace).collation()
    records = workspace.list_file("two")
    assert records.parent in watched_folders(workspace, before.accounts)
    records.write_text(records.read_text().replace("Bob", "Eve"))
    after = reload(workspace, before, [records], {}).collation
    assert [placed.annotation.speaker for placed in after.accounts[1].placed] == [("Eve",)]
    assert after.accounts[0] == before.accounts[0]
