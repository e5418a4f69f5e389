"""Find the files of a workspace that no command reads."""

from tui.model import Problem, Workspace
from tui.storage.workspace.orphaned_files import orphaned_files
from tui.storage.workspace.unread_articles import unread_articles


def file_problems(workspace: Workspace) -> tuple[Problem, ...]:
    """Return what is wrong with which files there are, not what is in them.

    Files that are named one by one are all that is read, so nothing is missed.
    """
    if workspace.files:
        return ()
    return (*unread_articles(workspace), *orphaned_files(workspace))
