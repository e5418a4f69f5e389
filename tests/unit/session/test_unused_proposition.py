"""A proposition that nobody uses after a change."""

from tui.model import Annotation, Workspace
from tui.session.session import Session
from tui.session.unused_proposition import is_unused, remove_unused
from tui.storage.records import repository
from tui.storage.workspace.plain_loader import plain_loader


def opened(workspace: Workspace, *articles: str) -> Session:
    session = Session(plain_loader(workspace), "Mira")
    session.open(articles)
    return session


def test_a_record_of_any_article_and_a_note_use_it(ferry: Workspace) -> None:
    assert not is_unused(opened(ferry, "south"), "inquiry")
    session = opened(ferry, "north")
    assert not is_unused(session, "inquiry")
    assert not is_unused(session, "unheard-of")
    session.delete([placed.record for placed in session.accounts[0].placed])
    assert is_unused(session, "nobody-hurt")
    repository.create(ferry, Annotation("n1", "note", about="nobody-hurt", body="x"))
    assert not is_unused(session, "nobody-hurt")


def test_it_comes_back_with_the_record_that_used_it(ferry: Workspace) -> None:
    session = opened(ferry, "north")
    before = (ferry.codebook.read_bytes(), ferry.list_file("north").read_bytes())
    session.delete([session.accounts[0].by_id["hurt"].record])
    remove_unused(session, "nobody-hurt")
    assert "nobody-hurt" not in session.codebook.propositions
    session.undo()
    assert (ferry.codebook.read_bytes(), ferry.list_file("north").read_bytes()) == before
    session.redo()
    assert b"nobody-hurt" not in ferry.codebook.read_bytes() + ferry.list_file("north").read_bytes()
