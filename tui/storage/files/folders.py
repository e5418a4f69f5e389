"""Create and remove folders durably, and the temp files of killed saves.

The name of a temp file holds the number of the process that writes it.
"""

import os
import re
import stat
from contextlib import suppress
from pathlib import Path

from tui.storage.files.os_calls import OS_CALLS, OsCalls
from tui.storage.files.process_state import is_running
from tui.storage.files.save_errors import save_error

ORPHAN_AGE = 24 * 60 * 60
"""In seconds. A save takes milliseconds, so a temporary file of yesterday is orphaned."""

_NAME_LIMIT = 40
"""In characters of the target's name, so that the temporary name is never too long."""
_TEMPORARY = re.compile(r"\..{1,40}\.(?:(\d+)-)?[a-z][a-z2-9]{7}\.tmp", re.DOTALL)


def temporary_name(target: Path, os_calls: OsCalls) -> Path:
    """Return a new hidden name in the folder of a file."""
    return target.with_name(f".{target.name[:_NAME_LIMIT]}.{os.getpid()}-{os_calls.new_id()}.tmp")


def ensure_folder(path: Path, *, os_calls: OsCalls = OS_CALLS) -> None:
    """Create a folder and its parents durably, or raise SaveError.

    A folder that exists may have been created by a program that was killed before it fsynced the parent. So the first
    save of a process fsyncs the parent, and removes orphaned temp files from the folder.
    """
    try:
        _create_folder(path, os_calls)
    except OSError as error:
        raise save_error(error, path) from error


def remove_created_folder(path: Path, *, os_calls: OsCalls = OS_CALLS) -> None:
    """Remove a folder if it is empty and this process created it.

    One that cannot be removed stays: an empty folder means nothing.
    """
    with suppress(OSError):
        if path in os_calls.created_folders and os_calls.created_folders[path] == _inode(path, os_calls):
            os_calls.rmdir(path)
            sync_folder(path.parent, os_calls)


def abandoned_temporaries(folder: Path) -> list[Path]:
    """Return the temp files in a folder whose process has ended.

    Another machine's process seems to have ended, so hold the folder's lock if machines share it.
    """
    with suppress(OSError), os.scandir(folder) as entries:
        return [folder / entry.name for entry in entries if _is_abandoned(entry.name)]
    return []


def _is_abandoned(name: str) -> bool:
    match = _TEMPORARY.fullmatch(name)
    return bool(match and match[1] and not is_running(int(match[1])))


def sync_folder(folder: Path, os_calls: OsCalls) -> None:
    """Fsync the names in a folder, or raise OSError."""
    sync_path(folder, os.O_DIRECTORY, os_calls)


def sync_path(path: Path, flag: int, os_calls: OsCalls) -> None:
    """Fsync what is at a path, opened with one more flag, or raise OSError."""
    descriptor = os_calls.open(path, os.O_RDONLY | flag)
    try:
        os_calls.fsync(descriptor)
    finally:
        os_calls.close(descriptor)


def _create_folder(path: Path, os_calls: OsCalls) -> None:
    inode = _inode(path, os_calls)
    if inode is None:
        if not path.parent.is_dir() and path.parent != path:
            _create_folder(path.parent, os_calls)
        with suppress(FileExistsError):
            os_calls.mkdir(path)
            os_calls.created_folders[path] = _inode(path, os_calls)
        sync_folder(path.parent, os_calls)
        os_calls.synced_folders[path] = _inode(path, os_calls)
    elif os_calls.synced_folders.get(path) != inode:
        with suppress(PermissionError):
            sync_folder(path.parent, os_calls)
        _remove_orphans(path, os_calls)
        os_calls.synced_folders[path] = inode


def _inode(path: Path, os_calls: OsCalls) -> int | None:
    try:
        return os_calls.stat(path).st_ino
    except FileNotFoundError:
        return None


def _remove_orphans(folder: Path, os_calls: OsCalls) -> None:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in [entry for entry in entries if _TEMPORARY.fullmatch(entry.name)]:
            status = entry.stat(follow_symlinks=False)
            if stat.S_ISREG(status.st_mode) and os_calls.time() - status.st_mtime > ORPHAN_AGE:
                os_calls.unlink(folder / entry.name)
