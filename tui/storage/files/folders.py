"""Folders: made where they lack, their names brought to the disk, and rid of what killed saves left behind."""

import os
import re
import stat
from contextlib import suppress
from pathlib import Path

from tui.storage.files.os_calls import OS_CALLS, OsCalls
from tui.storage.files.save_errors import save_error

LITTER_AGE = 24 * 60 * 60
"""In seconds; a save takes milliseconds, so nobody still works with a temporary file of yesterday."""

_NAME_LIMIT = 40
"""In characters of the target's name, so that the temporary one is never too long."""
_TEMPORARY = re.compile(r"\..{1,40}\.[a-z][a-z2-9]{7}\.tmp", re.DOTALL)


def temporary_name(target: Path, system: OsCalls) -> Path:
    """Return a new name beside a file, which no reader of records looks at."""
    return target.with_name(f".{target.name[:_NAME_LIMIT]}.{system.new_id()}.tmp")


def ensure_folder(path: Path, *, system: OsCalls = OS_CALLS) -> None:
    """Make a folder and those above it where they are missing; raises SaveError where that fails.

    A folder that is there already may have been made by a program that was killed before its name was on the disk; so
    the first save of a process brings it there, and removes the temporary files that killed saves left in it.
    """
    try:
        _make_folder(path, system)
    except OSError as error:
        raise save_error(error, path) from error


def sync_folder(folder: Path, system: OsCalls) -> None:
    """Wait until the names in a folder are on the disk; raises OSError."""
    descriptor = system.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        system.fsync(descriptor)
    finally:
        system.close(descriptor)


def _make_folder(path: Path, system: OsCalls) -> None:
    inode = _inode(path, system)
    if inode is None:
        if not path.parent.is_dir() and path.parent != path:
            _make_folder(path.parent, system)
        with suppress(FileExistsError):
            system.mkdir(path)
        sync_folder(path.parent, system)
        system.settled[path] = _inode(path, system)
    elif system.settled.get(path) != inode:
        with suppress(PermissionError):
            sync_folder(path.parent, system)
        _sweep(path, system)
        system.settled[path] = inode


def _inode(path: Path, system: OsCalls) -> int | None:
    try:
        return system.stat(path).st_ino
    except FileNotFoundError:
        return None


def _sweep(folder: Path, system: OsCalls) -> None:
    """Remove old temporary files; what cannot be removed harms nobody."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in [entry for entry in entries if _TEMPORARY.fullmatch(entry.name)]:
            status = entry.stat(follow_symlinks=False)
            if stat.S_ISREG(status.st_mode) and system.time() - status.st_mtime > LITTER_AGE:
                system.unlink(folder / entry.name)
