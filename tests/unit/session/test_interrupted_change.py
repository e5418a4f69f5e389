"""An interrupted change is finished, and what is open is read again."""

from tui.model import Workspace
from tui.session.interrupted_change import finish_interrupted
from tui.session.session import Session
from tui.storage.files.change_journal import _journal
from tui.storage.files.file_changes import FileChange
from tui.storage.files.unfinished_change import is_unfinished, journal_path
from tui.storage.workspace.plain_loader import plain_loader


def test_the_open_articles_have_the_new_names(ferry: Workspace) -> None:
    path = ferry.list_file("north")
    change = FileChange(path, path.read_bytes(), path.read_bytes().replace(b"radar-failed", b"radar-broke"))
    journal_path(ferry).write_bytes(_journal(ferry, "rename it", [change]))
    session = Session(plain_loader(ferry), "Mira")
    session.open(["north"])
    assert finish_interrupted(session, undo=False) == ("rename it", ())
    assert session.accounts[0].by_id["radar-open"].annotation.about == "radar-broke"
    assert not is_unfinished(ferry)
