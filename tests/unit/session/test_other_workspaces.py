"""Articles of other workspaces are shown and not changed."""

from pathlib import Path

import pytest
from two_workspaces import ONE, OPENS, TWO, write_article

from tui.errors import SaveError
from tui.model import Annotation, Proposition, TextSelector
from tui.session.session import Session
from tui.storage.records.record_loader import RecordLoader
from tui.storage.workspace.discovery import workspace_of_files
from tui.storage.workspace.plain_loader import plain_loader


@pytest.fixture
def one(tmp_path: Path) -> Path:
    return write_article(tmp_path / "x/articles/one.txt", "The bridge opens, said Ann.", ONE)


@pytest.fixture(params=["y/articles/two.txt", "y/two.txt"])
def two(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """In a workspace, and as a loose file with annotations beside it."""
    return write_article(tmp_path / request.param, "The bridge stays shut, said Bob.", TWO)


def test_articles_of_another_folder_are_shown_and_not_changed(one: Path, two: Path) -> None:
    session = Session(plain_loader(workspace_of_files([one, two])), "Mira")
    session.open(("one", "two"))
    record = session.accounts[1].placed[0].record
    with pytest.raises(SaveError, match=f"open it alone to annotate it: diptych {two}"):
        session.edit(record, record.annotation)
    with pytest.raises(SaveError, match="open it alone"):
        session.add(Annotation("", "note", "two", body="Hm."))
    with pytest.raises(SaveError, match="nothing was written"):
        session.delete([record])


def test_a_proposition_of_another_folder_is_added_to_the_own_codebook(one: Path, tmp_path: Path) -> None:
    two = write_article(tmp_path / "y/two.txt", "The bridge stays shut.", TWO, OPENS + "  shut: It stays shut\n")
    session = Session(plain_loader(workspace_of_files([one, two])), "Mira")
    session.open(("one", "two"))
    session.add(Annotation("", "claim", "one", TextSelector("The bridge"), about="shut"))
    own, _ = RecordLoader(session.workspace).codebook()
    assert own.propositions["shut"] == Proposition("shut", "It stays shut")
    session.undo()
    assert "shut" not in RecordLoader(session.workspace).codebook()[0].propositions


def test_a_broken_codebook_elsewhere_is_no_unreadable_article(one: Path, two: Path) -> None:
    workspace = workspace_of_files([one, two])
    workspace.others[0].codebook.write_text("propositions: [")
    session = Session(plain_loader(workspace))
    session.open(("one", "two"))
    assert session.unreadable_articles == 0
    assert any(problem.file == workspace.others[0].codebook for problem in session.problems)
