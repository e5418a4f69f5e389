"""Save a change of several annotation files: all of them, or none."""

from collections.abc import Callable, Sequence
from pathlib import Path

from tui.errors import UsageError
from tui.model import Workspace
from tui.storage.files.change_journal import UnfinishedChange, change_files, finish, unfinished_change
from tui.storage.files.file_changes import FileChange
from tui.storage.files.filenames import is_article_name
from tui.storage.files.os_calls import OS_CALLS, OsCalls
from tui.storage.records.write_lock import check_path, writing


def save_changes(
    workspace: Workspace,
    title: str,
    changes: Sequence[FileChange],
    *,
    watch: Callable[[int], None] | None = None,
    os_calls: OsCalls = OS_CALLS,
) -> None:
    """Save all changes, or raise SaveError and leave every file as it was.

    ConflictError is raised if a file is not as it was before its change. `watch` is called with the number of files
    that are saved, and can stop that with StoppedError.
    """
    with writing(workspace, workspace.codebook, os_calls):
        _check_paths(workspace, changes)
        change_files(workspace, title, changes, watch=watch, os_calls=os_calls)


def finish_changes(
    workspace: Workspace, *, undo: bool, os_calls: OsCalls = OS_CALLS
) -> tuple[UnfinishedChange, tuple[Path, ...]]:
    """Complete the unfinished change, or take it back.

    Return it with the files that stay as they are, because somebody changed them meanwhile. Raise UsageError if no
    change is unfinished.
    """
    with writing(workspace, workspace.codebook, os_calls):
        unfinished = unfinished_change(workspace, os_calls)
        if unfinished is None:
            raise UsageError("no change is unfinished; there is nothing to do")
        _check_paths(workspace, unfinished.changes)
        return unfinished, finish(workspace, unfinished, undo=undo, os_calls=os_calls)


def _check_paths(workspace: Workspace, changes: Sequence[FileChange]) -> None:
    for change in changes:
        for path in (change.path, change.new_path):
            if path and not is_article_name(path.name):
                check_path(workspace, path)
