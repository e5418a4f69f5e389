"""Finish a change of several files that was interrupted, or take it back."""

from pathlib import Path

from tui.session.session import Session
from tui.storage.records.several_files import finish_changes


def finish_interrupted(session: Session, *, undo: bool) -> tuple[str, tuple[Path, ...]]:
    """Finish the change or take it back, and read the open articles again.

    Return what it does, and the files that somebody changed meanwhile.
    """
    unfinished, left = finish_changes(session.workspace, undo=undo)
    session.open(session.open_articles)
    return unfinished.title, left
