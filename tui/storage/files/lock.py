"""Lock a folder, without a lock file and until the process ends."""

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
def folder_lock(folder: Path, os_calls: OsCalls) -> Iterator[None]:
    """Hold a folder's lock, or raise SaveError if another program does."""
    try:
        descriptor = _acquire(folder, os_calls)
    except OSError as error:
        raise save_error(error, folder) from error
    try:
        yield
    finally:
        _close(descriptor, os_calls)


def _acquire(folder: Path, os_calls: OsCalls) -> int:
    deadline = os_calls.monotonic() + WAIT
    while True:
        descriptor = os_calls.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        if _try_lock(descriptor, folder, os_calls):
            return descriptor
        holder = _holder(os_calls.fstat(descriptor).st_ino)
        _close(descriptor, os_calls)
        if os_calls.monotonic() > deadline:
            raise SaveError(f"another program ({holder}) is saving here; close it, or save again", folder)
        os_calls.sleep(_PAUSE)


def _try_lock(descriptor: int, folder: Path, os_calls: OsCalls) -> bool:
    try:
        os_calls.flock(descriptor)
        # A lock on a folder that was replaced meanwhile protects nothing.
        return os.path.samestat(os_calls.fstat(descriptor), os_calls.stat(folder))
    except (BlockingIOError, FileNotFoundError):
        return False
    except OSError:
        _close(descriptor, os_calls)
        raise


def _close(descriptor: int, os_calls: OsCalls) -> None:
    with suppress(OSError):
        os_calls.close(descriptor)


def _holder(inode: int) -> str:
    """Return which process holds the lock of a folder, if the system knows."""
    with suppress(OSError):
        for line in _LOCKS.read_text().splitlines():
            fields = line.split()
            if "FLOCK" in fields and f":{inode} " in f"{line} ":
                return f"process {fields[4]}"
    return "perhaps another diptych"
