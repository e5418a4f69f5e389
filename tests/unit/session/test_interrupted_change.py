"""An interrupted change is finished, and what is open is read again."""

from tui.model import Workspace
from tui.session.interrupted_change import finish_interrupted, interruption_in_words
from tui.session.session import Session
from tui.storage.files.change_journal import _journal
from tui.storage.files.file_changes import FileChange
from tui.storage.files.unfinished_change import is_unfinished, journal_path
from tui.storage.workspace.plain_loader import plain_loader


def test_the_open_articles_have_the_new_names(ferry: Workspace) -> None:
    path = ferry.list_file("north")
    change = FileChange(path, path.read_bytes(), path.read_bytes().replace(b"radar-failed", b"radar-broke"))
    journal_path(ferry).write_bytes(_journal(ferry, "rename it", [change]))
    assert interruption_in_words(ferry).endswith("so some names are old and some are new.")
    session = Session(plain_loader(ferry), "Mira")
    session.open(["north"])
    assert finish_interrupted(session, undo=False) == ("rename it", ())
    assert session.accounts[0].by_id["radar-open"].annotation.about == "radar-broke"
    assert not is_unfinished(ferry)


def test_an_interrupted_import_is_called_one(ferry: Workspace) -> None:
    journal_path(ferry).write_bytes(_journal(ferry, "import 3 annotations", []))
    words = "An interrupted import of 3 annotations: only some of them may be here."
    assert interruption_in_words(ferry) == words
