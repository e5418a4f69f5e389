"""One writer at a time: a lock on the folder itself, which leaves no file behind and ends with its process."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tui.errors import SaveError
from tui.storage.files.os_calls import OsCalls
from tui.storage.files.save_errors import save_error

WAIT = 5.0
"""In seconds; a save takes milliseconds."""

_PAUSE = 0.01
_LOCKS = Path("/proc/locks")


@contextmanager
def folder_lock(folder: Path, system: OsCalls) -> Iterator[None]:
    """Hold the lock of a folder; raises SaveError where another program does not let go of it."""
    try:
        descriptor = _take(folder, system)
    except OSError as error:
        raise save_error(error, folder) from error
    try:
        yield
    finally:
        _close(descriptor, system)


def _take(folder: Path, system: OsCalls) -> int:
    deadline = system.monotonic() + WAIT
    while True:
        descriptor = system.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        if _is_held(descriptor, folder, system):
            return descriptor
        holder = _holder(system.fstat(descriptor).st_ino)
        _close(descriptor, system)
        if system.monotonic() > deadline:
            raise SaveError(f"another program ({holder}) is saving here; close it, or save again", folder)
        system.sleep(_PAUSE)


def _is_held(descriptor: int, folder: Path, system: OsCalls) -> bool:
    """Try the lock; a lock on a folder that was replaced meanwhile protects nothing."""
    try:
        system.flock(descriptor)
        return os.path.samestat(system.fstat(descriptor), system.stat(folder))
    except (BlockingIOError, FileNotFoundError):
        return False
    except OSError:
        _close(descriptor, system)
        raise


def _close(descriptor: int, system: OsCalls) -> None:
    with suppress(OSError):
        system.close(descriptor)


def _holder(inode: int) -> str:
    """Return which process holds a folder's lock, where the machine tells."""
    with suppress(OSError):
        for line in _LOCKS.read_text().splitlines():
            fields = line.split()
            if "FLOCK" in fields and f":{inode} " in f"{line} ":
                return f"process {fields[4]}"
    return "perhaps another diptych"
