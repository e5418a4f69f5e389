"""Which articles the user has read."""

from tui.model import Workspace
from tui.session.read_marks import toggle_read
from tui.session.session import Session
from tui.storage.workspace.plain_loader import plain_loader
from tui.storage.workspace.reader_state import read_reader_state


def test_an_article_is_marked_as_read_and_as_not_read(ferry: Workspace) -> None:
    session = Session(plain_loader(ferry))
    assert toggle_read(session, "north")
    assert toggle_read(session, "south")
    assert read_reader_state(ferry).read == session.reader_state.read == {"north", "south"}
    assert not toggle_read(session, "north")
    assert read_reader_state(ferry).read == {"south"}
