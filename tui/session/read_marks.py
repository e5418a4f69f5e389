"""Mark articles as read."""

from tui.session.session import Session
from tui.storage.workspace.reader_state import update_reader_state


def toggle_read(session: Session, article: str) -> bool:
    """Mark an article as read or not read, and return which."""
    session.reader_state = session.reader_state._replace(read=session.reader_state.read ^ {article})
    update_reader_state(session.workspace, read=sorted(session.reader_state.read))
    return article in session.reader_state.read
