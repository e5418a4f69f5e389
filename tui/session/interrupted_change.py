"""Finish a change of several files that was interrupted, or take it back."""

from pathlib import Path

from tui.model import Workspace
from tui.session.session import Session
from tui.storage.files.unfinished_change import IMPORT, is_import, unfinished_title
from tui.storage.records.several_files import finish_changes


def interruption_in_words(workspace: Workspace) -> str:
    """Return what was interrupted, and what that means."""
    title = unfinished_title(workspace)
    if is_import(title):
        what = title.removeprefix(f"{IMPORT} ")
        return f"An interrupted import of {what}: only some of them may be here."
    return "A change of several files was interrupted, so some names are old and some are new."


def finish_interrupted(session: Session, *, undo: bool) -> tuple[str, tuple[Path, ...]]:
    """Finish the change or take it back, and read the open articles again.

    Return what it does, and the files that somebody changed meanwhile.
    """
    unfinished, left = finish_changes(session.workspace, undo=undo)
    session.open(session.open_articles)
    return unfinished.title, left
