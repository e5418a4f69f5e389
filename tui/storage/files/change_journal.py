"""Change several files so that a crash leaves all changed, or says so.

The journal is written and fsynced before the first file, and removed after the last. While it exists, the change is
unfinished: `finish` completes it or takes it back. A file that somebody changed meanwhile is left as it is.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tui.errors import ConflictError, DiptychError, SaveError
from tui.model import Workspace
from tui.storage.files.atomic import read_if_exists, remove_file, write_new
from tui.storage.files.file_changes import FileChange, apply_change, apply_changes, require_unchanged
from tui.storage.files.filenames import is_article_name
from tui.storage.files.os_calls import OS_CALLS, OsCalls
from tui.storage.files.real_path import is_missing, real_path
from tui.storage.files.source import SUFFIX
from tui.storage.files.unfinished_change import how_to_go_on, is_unfinished, journal_path, unfinished_title

_VERSION = 1


@dataclass(frozen=True, slots=True)
class UnfinishedChange:
    """What a journal says of a change that was interrupted."""

    title: str
    """What it does, such as `rename the tag "a" to "b"`."""
    changes: tuple[FileChange, ...]


def change_files(
    workspace: Workspace,
    title: str,
    changes: Sequence[FileChange],
    *,
    watch: Callable[[int], None] | None = None,
    os_calls: OsCalls = OS_CALLS,
) -> None:
    """Change all files or none, while the caller holds the lock.

    If one cannot be changed, those before it are changed back, and SaveError is raised. `watch` is called with the
    number of files that are changed so far; they are changed back as well if it raises StoppedError.
    """
    if is_unfinished(workspace):
        advice = how_to_go_on(unfinished_title(workspace))
        raise SaveError(f"an earlier change is unfinished; {advice}", journal_path(workspace))
    require_unchanged(changes, os_calls)
    if len(changes) == 1:
        apply_change(changes[0], os_calls)
        return
    write_new(journal_path(workspace), _journal(workspace, title, changes), os_calls=os_calls)
    try:
        apply_changes(changes, watch or _ignore, os_calls)
    except (DiptychError, OSError) as error:
        _take_back(workspace, UnfinishedChange(title, tuple(changes)), error, os_calls)
        raise
    _remove_journal(workspace, title, os_calls)


def _ignore(_: int) -> None:
    """Watch nothing."""


def _take_back(workspace: Workspace, unfinished: UnfinishedChange, error: Exception, os_calls: OsCalls) -> None:
    """Change the files back after an error, or raise it with how to go on."""
    try:
        for change in reversed(unfinished.changes):
            apply_change(change.inverse, os_calls)
    except (SaveError, OSError):
        advice = how_to_go_on(unfinished.title)
        raise SaveError(f"part of the change is done ({error}); {advice}", journal_path(workspace)) from error
    _remove_journal(workspace, unfinished.title, os_calls)


def _remove_journal(workspace: Workspace, title: str, os_calls: OsCalls) -> None:
    try:
        remove_file(journal_path(workspace), os_calls=os_calls)
    except SaveError as error:
        if is_missing(journal_path(workspace)):
            return  # if it comes back after a power loss, finishing the change again does nothing
        advice = how_to_go_on(title)
        raise SaveError(f"cannot be removed ({error.message}); {advice}", journal_path(workspace)) from error


def unfinished_change(workspace: Workspace, os_calls: OsCalls = OS_CALLS) -> UnfinishedChange | None:
    """Return the change that was interrupted, or None.

    Raise SaveError if its journal is damaged, or names a file that no change may touch.
    """
    content = read_if_exists(journal_path(workspace), os_calls)
    if content is None:
        return None
    try:
        stored = json.loads(content)
        title, entries = str(stored["title"]), stored["changes"]
        changes = tuple(_change(workspace, entry) for entry in entries)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        message = "is damaged; compare the files with your backup, then delete it"
        raise SaveError(message, journal_path(workspace)) from error
    return UnfinishedChange(title, changes)


def finish(
    workspace: Workspace, unfinished: UnfinishedChange, *, undo: bool, os_calls: OsCalls = OS_CALLS
) -> tuple[Path, ...]:
    """Complete an unfinished change or take it back, and remove its journal.

    Return the files that somebody changed meanwhile, which stay as they are. The caller holds the lock.
    """
    changes = [change.inverse for change in reversed(unfinished.changes)] if undo else unfinished.changes
    left = tuple(_apply_where_possible(changes, os_calls))
    _remove_journal(workspace, unfinished.title, os_calls)
    return left


def _apply_where_possible(changes: Iterable[FileChange], os_calls: OsCalls) -> Iterator[Path]:
    for change in changes:
        try:
            apply_change(change, os_calls)
        except ConflictError as error:
            yield error.file or change.path


def _journal(workspace: Workspace, title: str, changes: Iterable[FileChange]) -> bytes:
    entries = [
        {
            "path": _name(workspace, change.path),
            "before": _text(change.before),
            "after": _text(change.after),
            "new_path": _name(workspace, change.new_path) if change.new_path else None,
        }
        for change in changes
    ]
    return json.dumps({"version": _VERSION, "title": title, "changes": entries}, indent=1).encode()


def _name(workspace: Workspace, path: Path) -> str:
    return str(path.relative_to(workspace.root))


def _text(content: bytes | None) -> str | None:
    return None if content is None else content.decode()


def _change(workspace: Workspace, entry: dict[str, object]) -> FileChange:
    new_name = entry["new_path"]
    change = FileChange(
        _path(workspace, entry["path"]),
        _content(entry["before"]),
        _content(entry["after"]),
        None if new_name is None else _path(workspace, new_name),
    )
    if is_article_name(change.path.name) and not change.is_move:
        raise ValueError(f"{change.path} is an article, whose text is never changed")
    return change


def _content(text: object) -> bytes | None:
    if text is None or isinstance(text, str):
        return None if text is None else text.encode()
    raise TypeError("a content is neither text nor null")


def _path(workspace: Workspace, name: object) -> Path:
    """Return the path of a name in a journal, which anybody may have written."""
    path = workspace.root / str(name)
    is_article = path.parent == workspace.articles and is_article_name(path.name)
    folders = (workspace.annotations, real_path(workspace.annotations))
    is_record = path.name.endswith(SUFFIX) and path.is_relative_to(folders[0]) and len(path.parts) <= _depth(workspace)
    if ".." in path.parts or not (is_article or is_record):
        raise ValueError(f"{name!r} is not a file of the workspace")
    if is_record and not real_path(path.parent).is_relative_to(folders[1]):
        raise ValueError(f"{name!r} leads out of the annotations")
    return path


def _depth(workspace: Workspace) -> int:
    """Return how many parts the path of a record in its folder has."""
    return len(workspace.annotations.parts) + 2
