"""The one way in which this program writes a file: whole or not at all, and on the disk before it counts.

A temporary file beside the target is written, brought to the disk and read back; then it takes the target's place in
one step, and the folder is brought to the disk. Whatever fails on the way, the target stays as it was; where the last
step fails, the old content is put back, and where even that fails, the error says that the new one stands there.
"""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from errno import EIO
from hashlib import sha256
from pathlib import Path

from tui.errors import ConflictError, SaveError
from tui.storage.files.folders import sync_folder, temporary_name
from tui.storage.files.os_calls import OS_CALLS, OsCalls
from tui.storage.files.save_errors import save_error

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW


def fingerprint(content: bytes | None) -> str:
    """Return the SHA-256 of a file's bytes, or an empty string where there is no file."""
    return "" if content is None else sha256(content).hexdigest()


def read_if_exists(path: Path, os_calls: OsCalls = OS_CALLS) -> bytes | None:
    """Return a file's bytes, or None where there is none; raises SaveError where it cannot be read."""
    try:
        return os_calls.read(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise save_error(error, path) from error


def save_bytes(path: Path, content: bytes, *, expected: str | None = None, os_calls: OsCalls = OS_CALLS) -> None:
    """Put `content` in the place of a file, keeping its permissions and the link that leads to it.

    `expected` is the fingerprint of what should still stand there; raises ConflictError where it does not, and
    SaveError where the file cannot be written.
    """
    target = path.resolve() if path.is_symlink() else path
    try:
        mode = _mode(target, os_calls)
        with _temporary(target, content, mode, os_calls) as temporary:
            before = read_if_exists(target, os_calls)
            if expected is not None and fingerprint(before) != expected:
                raise ConflictError("was changed by another program at this moment; save again", path)
            os_calls.replace(temporary, target)
            _confirm(target, lambda: _put_back(target, before, mode, os_calls), "holds the new text", os_calls)
    except OSError as error:
        raise save_error(error, path) from error


def write_new(path: Path, content: bytes, force: bool = False, *, os_calls: OsCalls = OS_CALLS) -> None:
    """Write a file that must not exist yet (unless `force`); raises SaveError, and then nothing was written."""
    if not path.name:
        raise SaveError("is a folder; name a file", path)
    if force:
        save_bytes(path, content, os_calls=os_calls)
        return
    try:
        with _temporary(path, content, None, os_calls) as temporary:
            _take_name(temporary, path, os_calls)
    except FileExistsError as error:
        raise SaveError("exists already; choose another name, or say that it may be overwritten", path) from error
    except OSError as error:
        raise save_error(error, path) from error


def remove_file(path: Path, *, os_calls: OsCalls = OS_CALLS) -> None:
    """Remove a file for good; raises SaveError where that fails, and then it is still there."""
    aside = temporary_name(path, os_calls)
    try:
        os_calls.replace(path, aside)
        _confirm(path, lambda: os_calls.replace(aside, path), "is removed", os_calls)
    except OSError as error:
        raise save_error(error, path) from error
    _discard(aside, os_calls)


def _mode(target: Path, os_calls: OsCalls) -> int | None:
    try:
        status = os_calls.stat(target)
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode):
        raise SaveError("is not a file; choose another name", target)
    return stat.S_IMODE(status.st_mode)


@contextmanager
def _temporary(target: Path, content: bytes, mode: int | None, os_calls: OsCalls) -> Iterator[Path]:
    """Give a file beside the target that holds `content`, on the disk; it is gone afterwards."""
    temporary = temporary_name(target, os_calls)
    try:
        _write(temporary, content, mode, os_calls)
        if os_calls.read(temporary) != content:
            raise SaveError("the disk gave back other bytes than were written; save elsewhere", target)
        yield temporary
    finally:
        _discard(temporary, os_calls)


def _write(path: Path, content: bytes, mode: int | None, os_calls: OsCalls) -> None:
    descriptor = os_calls.open(path, _NEW, 0o666 if mode is None else 0o600)
    try:
        if mode is not None:
            os_calls.fchmod(descriptor, mode)
        rest = memoryview(content)
        while rest:
            written = os_calls.write(descriptor, rest)
            if not written:
                raise OSError(EIO, "nothing was written")
            rest = rest[written:]
        os_calls.fsync(descriptor)
    finally:
        os_calls.close(descriptor)


def _confirm(target: Path, take_back: Callable[[], None], done: str, os_calls: OsCalls) -> None:
    """Bring a changed name to the disk; where that fails it is taken back, so that the error tells the truth."""
    try:
        sync_folder(target.parent, os_calls)
    except OSError as error:
        try:
            take_back()
        except (OSError, SaveError):
            raise SaveError(f"{done}, but the disk did not confirm it; save again, or elsewhere", target) from error
        raise


def _put_back(target: Path, before: bytes | None, mode: int | None, os_calls: OsCalls) -> None:
    if before is None:
        os_calls.unlink(target)
        return
    with _temporary(target, before, mode, os_calls) as temporary:
        os_calls.replace(temporary, target)


def _discard(temporary: Path, os_calls: OsCalls) -> None:
    """Remove the temporary file if it is still there; twice, since a fault that comes once must not leave litter."""
    for _ in range(2):
        try:
            os_calls.unlink(temporary)
        except FileNotFoundError:
            return
        except OSError:
            continue


def _take_name(temporary: Path, target: Path, os_calls: OsCalls) -> None:
    """Give the temporary file its real name; what fails after that is taken back, so that a retry makes no twin."""
    try:
        os_calls.link(temporary, target)
    except FileExistsError:
        raise
    except OSError:
        _rename_to_free_name(temporary, target, os_calls)
    _confirm(target, lambda: os_calls.unlink(target), "is written", os_calls)


def _rename_to_free_name(temporary: Path, target: Path, os_calls: OsCalls) -> None:
    """Do without a link, on a disk that has none (FAT): the lock keeps other writers away."""
    if os.path.lexists(target):
        raise FileExistsError
    os_calls.replace(temporary, target)
