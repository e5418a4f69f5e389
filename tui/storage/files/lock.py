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
def folder_lock(folder: Path, os_calls: OsCalls) -> Iterator[None]:
    """Hold the lock of a folder; raises SaveError where another program does not let go of it."""
    try:
        descriptor = _take(folder, os_calls)
    except OSError as error:
        raise save_error(error, folder) from error
    try:
        yield
    finally:
        _close(descriptor, os_calls)


def _take(folder: Path, os_calls: OsCalls) -> int:
    deadline = os_calls.monotonic() + WAIT
    while True:
        descriptor = os_calls.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        if _is_held(descriptor, folder, os_calls):
            return descriptor
        holder = _holder(os_calls.fstat(descriptor).st_ino)
        _close(descriptor, os_calls)
        if os_calls.monotonic() > deadline:
            raise SaveError(f"another program ({holder}) is saving here; close it, or save again", folder)
        os_calls.sleep(_PAUSE)


def _is_held(descriptor: int, folder: Path, os_calls: OsCalls) -> bool:
    """Try the lock; a lock on a folder that was replaced meanwhile protects nothing."""
    try:
        os_calls.flock(descriptor)
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
    """Return which process holds a folder's lock, where the machine tells."""
    with suppress(OSError):
        for line in _LOCKS.read_text().splitlines():
            fields = line.split()
            if "FLOCK" in fields and f":{inode} " in f"{line} ":
                return f"process {fields[4]}"
    return "perhaps another diptych"
