"""The story to learn on: its copy, its progress, and what is in it."""

from collections import Counter
from pathlib import Path

import pytest

from tui.analysis.comparison import Status
from tui.analysis.counts import count_states
from tui.analysis.survey import Survey
from tui.errors import WorkspaceError
from tui.model import AnchorState
from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.discovery import open_workspace
from tui.storage.workspace.plain_loader import read_collation
from tui.storage.workspace.story import PROGRESS, packaged_story, read_progress, story_workspace, write_progress

ARTICLES = ("1-courier", "2-radio", "3-post")


def test_the_story_is_copied_into_a_new_or_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for root in (tmp_path / "new/flood", tmp_path / "empty"):
        workspace = story_workspace(root)
        assert workspace.root == root
        assert article_ids(workspace) == ARTICLES
        assert read_collation(workspace).accounts == read_collation(open_workspace(root)).accounts


def test_without_a_folder_it_is_in_the_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert story_workspace(None).root == tmp_path / "diptych/tutorial"


def test_a_second_start_keeps_what_was_written_and_restores_what_is_missing(tmp_path: Path) -> None:
    workspace = story_workspace(tmp_path / "flood")
    write_progress(workspace.root, "find")
    workspace.codebook.write_text("propositions: {}\n", "utf-8")
    workspace.list_file("2-radio").unlink()
    again = story_workspace(tmp_path / "flood")
    assert again.codebook.read_text("utf-8") == "propositions: {}\n"
    assert again.list_file("2-radio").read_bytes() == (packaged_story() / "annotations/2-radio.yaml").read_bytes()
    assert read_progress(again.root) == "find"


def test_a_folder_that_holds_something_else_is_refused_and_unchanged(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine", "utf-8")
    with pytest.raises(WorkspaceError, match="holds something else; name a new folder"):
        story_workspace(tmp_path)
    with pytest.raises(WorkspaceError, match="is not a folder"):
        story_workspace(tmp_path / "thesis.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize(
    "content", [b"", b"\xff", b"[1]", b'{"step": 3}', b"[" * 4000, b'{"step": "find"}' + b" " * 5000]
)
def test_broken_progress_begins_anew(tmp_path: Path, content: bytes) -> None:
    (tmp_path / PROGRESS).write_bytes(content)
    assert read_progress(tmp_path) == ""


def test_progress_that_cannot_be_written_is_let_be(tmp_path: Path) -> None:
    (tmp_path / PROGRESS).mkdir()
    write_progress(tmp_path, "find")
    assert read_progress(tmp_path) == ""


def test_the_story_is_short_and_every_quote_is_in_it() -> None:
    collation = read_collation(open_workspace(packaged_story()))
    assert collation.problems == ()
    assert [account.problems for account in collation.accounts] == [(), (), ()]
    assert all(150 <= len(account.article.text.split()) <= 250 for account in collation.accounts)
    assert all(account.article.byline.outlet and account.article.byline.date for account in collation.accounts)
    assert 12 <= count_states(collation)[AnchorState.EXACT] == sum(count_states(collation).values()) <= 20


def test_the_story_has_what_the_steps_speak_of() -> None:
    collation = read_collation(open_workspace(packaged_story()))
    rows = {row.proposition.slug: row for row in Survey(collation).comparison.rows}
    denied = [slug for slug, row in rows.items() if any(cell.rejects for cell in row.cells)]
    assert sorted(denied) == ["leak-reported", "registers-safe"]
    assert rows["boxes-400"].status is rows["boxes-150"].status is Status.DISPUTED
    assert [row.status for row in rows.values()].count(Status.OPEN) == 1
    assert rows["water-a-metre"].status is Status.SINGLE
    kinds = Counter(placed.annotation.kind for account in collation.accounts for placed in account.placed)
    assert kinds == {"claim": 10, "denial": 4, "agreement": 2, "no-comment": 1}
