"""Notice a change of several files that was interrupted."""

from pathlib import Path

from tui.model import Workspace
from tui.storage.files.real_path import is_missing

JOURNAL = ".unfinished-change.json"
"""Hidden, so that it is read as no list of annotations."""
HOW_TO_GO_ON = "finish it with diptych rename --continue, or take it back with diptych rename --undo"


def journal_path(workspace: Workspace) -> Path:
    """Return the file that exists while a change is unfinished."""
    return workspace.annotations / JOURNAL


def is_unfinished(workspace: Workspace) -> bool:
    """Return whether a change of several files was interrupted."""
    return not is_missing(journal_path(workspace))
