"""Write files atomically and durably.

A save writes a temporary file next to its target, fsyncs it, reads it back, replaces the target in one step, and fsyncs
the folder. If a step fails, the target keeps its old content. If the last step fails, the old content is put back; if
that fails too, the error reports that the new content is there.
"""

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from errno import EIO
from functools import partial
from hashlib import sha256
from pathlib import Path

from tui.errors import ConflictError, DiptychError, OverwriteError, SaveError
from tui.storage.files.folders import sync_folder, sync_path, temporary_name
from tui.storage.files.os_calls import OS_CALLS, OsCalls
from tui.storage.files.real_path import real_path
from tui.storage.files.save_errors import save_error

_BLOCK = 1 << 18
"""Code points that are written at once."""
_FEW = 4
_SYNCED_AT_ONCE = 16
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW


def fingerprint(content: bytes | None) -> str:
    """Return the SHA-256 of a file's bytes, or nothing if there is no file."""
    return "" if content is None else sha256(content).hexdigest()


def read_if_exists(path: Path, os_calls: OsCalls = OS_CALLS) -> bytes | None:
    """Return a file's bytes if it exists, or raise SaveError."""
    try:
        return os_calls.read(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise save_error(error, path) from error


def save_bytes(path: Path, content: bytes, *, expected: str | None = None, os_calls: OsCalls = OS_CALLS) -> None:
    """Replace a file's content, but keep its permissions and symlinks.

    `expected` is the fingerprint of the old content. Raises ConflictError if the file holds something else, and
    SaveError if it cannot be written.
    """
    _save(path, (content,), expected, os_calls)


def save_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """Replace a file's content as `save_bytes` does, without joining pieces."""
    _save(path, pieces, None, OS_CALLS)


def _save(path: Path, pieces: Iterable[bytes], expected: str | None, os_calls: OsCalls) -> None:
    try:
        target = real_path(path) if path.is_symlink() else path
        mode = _mode(target, os_calls)
        with _temporary_file(target, pieces, mode, os_calls) as temporary:
            before = read_if_exists(target, os_calls)
            if expected is not None and fingerprint(before) != expected:
                raise ConflictError("was changed by another program at this moment; save again", path)
            os_calls.replace(temporary, target)
            roll_back = partial(_put_back, target, before, mode, os_calls)
            _sync_or_roll_back(target, roll_back, "holds the new text", os_calls)
    except OSError as error:
        raise save_error(error, path) from error


def write_new(path: Path, content: bytes, force: bool = False, *, os_calls: OsCalls = OS_CALLS) -> None:
    """Write a file that must not exist, unless `force`, or raise SaveError."""
    _write_new(path, (content,), force, os_calls)


def write_new_text(path: Path, pieces: Iterable[str], force: bool = False, *, os_calls: OsCalls = OS_CALLS) -> None:
    """Write a new file as `write_new` does, without its whole text in memory."""
    _write_new(path, _blocks(pieces), force, os_calls)


def write_new_files(files: Iterable[tuple[Path, bytes]], *, os_calls: OsCalls = OS_CALLS) -> None:
    """Write files that must not exist, each as `write_new` does.

    They are fsynced at the same time, and each folder once. Raise SaveError if one cannot be written. Others may be
    there then, so the caller knows how to go on.
    """
    path, written = Path(), dict[Path, tuple[Path, str]]()
    temporaries: list[Path] = []
    try:
        for path, content in files:
            temporaries.append(temporary_name(path, os_calls))
            written[path] = temporaries[-1], _write(temporaries[-1], (content,), None, os_calls, sync=False)
        _sync_files(temporaries, os_calls)
        for path, (temporary, digest) in written.items():
            _require_content(temporary, digest, path, os_calls)
            _take_new_name(temporary, path, os_calls)
        for path in {path.parent: path for path in written}.values():
            sync_folder(path.parent, os_calls)
    except OSError as error:
        raise _new_file_error(error, path) from error
    finally:
        for temporary in temporaries:
            _discard(temporary, os_calls)


def _sync_files(paths: Sequence[Path], os_calls: OsCalls) -> None:
    """Fsync files, many of them at the same time.

    A disk takes 5 ms for one, and as long for sixteen.
    """
    if len(paths) <= _FEW:
        for path in paths:
            _sync_file(path, os_calls)
        return
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - most saves have few files

    with ThreadPoolExecutor(_SYNCED_AT_ONCE) as pool:
        list(pool.map(partial(_sync_file, os_calls=os_calls), paths))


def _sync_file(path: Path, os_calls: OsCalls) -> None:
    sync_path(path, os.O_NOFOLLOW, os_calls)


def _new_file_error(error: OSError, path: Path) -> SaveError:
    if isinstance(error, FileExistsError):
        return OverwriteError("exists already; choose another name, or allow overwriting it", path)
    return save_error(error, path)


def _write_new(path: Path, pieces: Iterable[bytes], force: bool, os_calls: OsCalls) -> None:
    if not path.name:
        raise SaveError("is a folder; name a file", path)
    if force:
        _save(path, pieces, None, os_calls)
        return
    try:
        with _temporary_file(path, pieces, None, os_calls) as temporary:
            _move_to_new_name(temporary, path, os_calls)
    except OSError as error:
        raise _new_file_error(error, path) from error


def remove_file(path: Path, *, os_calls: OsCalls = OS_CALLS) -> None:
    """Remove a file durably, or raise SaveError."""
    remove_files((path,), os_calls=os_calls)


def remove_files(paths: Iterable[Path], *, os_calls: OsCalls = OS_CALLS) -> None:
    """Remove files durably, and fsync each folder once.

    Raise SaveError if one cannot be removed, and what `paths` raises. Then all are put back.
    """
    path, moved = Path(), dict[Path, Path]()
    try:
        for path in paths:
            aside = temporary_name(path, os_calls)
            os_calls.replace(path, aside)
            moved[path] = aside
        for path in {path.parent: path for path in moved}.values():
            sync_folder(path.parent, os_calls)
    except (DiptychError, OSError) as error:
        _put_back_names(moved, error, os_calls)
        if isinstance(error, OSError):
            raise save_error(error, path) from error
        raise
    for aside in moved.values():
        _discard(aside, os_calls)


def _put_back_names(moved: Mapping[Path, Path], error: Exception, os_calls: OsCalls) -> None:
    lost: list[Path] = []
    for path, aside in moved.items():
        try:
            os_calls.replace(aside, path)
        except OSError:
            lost.append(path)
    for folder in {path.parent for path in moved}:
        with suppress(OSError):  # the first error is the one to tell
            sync_folder(folder, os_calls)
    if lost:
        message = "is removed, but the disk did not confirm it; save again, or elsewhere"
        raise SaveError(message, lost[0]) from error


def move_file(path: Path, target: Path, *, os_calls: OsCalls = OS_CALLS) -> None:
    """Rename a file durably to a name that nothing has, or raise SaveError."""
    try:
        _rename_to_free_name(path, target, os_calls)
        roll_back = partial(os_calls.replace, target, path)
        _sync_or_roll_back(target, roll_back, "has its new name", os_calls)
        if target.parent != path.parent:
            _sync_or_roll_back(path, roll_back, "has its new name", os_calls)
    except FileExistsError as error:
        raise OverwriteError("exists already; choose another name", target) from error
    except OSError as error:
        raise save_error(error, path) from error


def _mode(target: Path, os_calls: OsCalls) -> int | None:
    try:
        status = os_calls.stat(target)
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode):
        raise SaveError("is not a file; choose another name", target)
    return stat.S_IMODE(status.st_mode)


@contextmanager
def _temporary_file(target: Path, pieces: Iterable[bytes], mode: int | None, os_calls: OsCalls) -> Iterator[Path]:
    """Yield an fsynced temporary file that holds the pieces, then remove it."""
    temporary = temporary_name(target, os_calls)
    try:
        written = _write(temporary, pieces, mode, os_calls)
        _require_content(temporary, written, target, os_calls)
        yield temporary
    finally:
        _discard(temporary, os_calls)


def _require_content(temporary: Path, written: str, target: Path, os_calls: OsCalls) -> None:
    """Raise SaveError if a file does not hold what was written."""
    if _digest(os_calls.read_blocks(temporary)) != written:
        raise SaveError("the disk returned other bytes than were written; save elsewhere", target)


def _write(path: Path, pieces: Iterable[bytes], mode: int | None, os_calls: OsCalls, *, sync: bool = True) -> str:
    """Write and fsync a new file, and return the fingerprint of its content."""
    descriptor = os_calls.open(path, _NEW, 0o666 if mode is None else 0o600)
    content = sha256()
    try:
        if mode is not None:
            os_calls.fchmod(descriptor, mode)
        for piece in pieces:
            content.update(piece)
            _write_all(descriptor, piece, os_calls)
        if sync:
            os_calls.fsync(descriptor)
    finally:
        os_calls.close(descriptor)
    return content.hexdigest()


def _write_all(descriptor: int, piece: bytes, os_calls: OsCalls) -> None:
    unwritten = memoryview(piece)
    while unwritten:
        count = os_calls.write(descriptor, unwritten)
        if not count:
            raise OSError(EIO, "nothing was written")
        unwritten = unwritten[count:]


def _digest(blocks: Iterable[bytes]) -> str:
    content = sha256()
    for block in blocks:
        content.update(block)
    return content.hexdigest()


def _blocks(pieces: Iterable[str]) -> Iterator[bytes]:
    """Yield pieces of text as UTF-8, in blocks of some length."""
    block: list[str] = []
    length = 0
    for piece in pieces:
        block.append(piece)
        length += len(piece)
        if length >= _BLOCK:
            yield "".join(block).encode()
            block, length = [], 0
    yield "".join(block).encode()


def _sync_or_roll_back(target: Path, roll_back: Callable[[], None], outcome: str, os_calls: OsCalls) -> None:
    """Fsync the folder of a changed name, or roll the change back."""
    try:
        sync_folder(target.parent, os_calls)
    except OSError as error:
        try:
            roll_back()
        except (OSError, SaveError):
            raise SaveError(f"{outcome}, but the disk did not confirm it; save again, or elsewhere", target) from error
        raise


def _put_back(target: Path, before: bytes | None, mode: int | None, os_calls: OsCalls) -> None:
    if before is None:
        os_calls.unlink(target)
        return
    with _temporary_file(target, (before,), mode, os_calls) as temporary:
        os_calls.replace(temporary, target)


def _discard(temporary: Path, os_calls: OsCalls) -> None:
    for _ in range(2):  # an error that occurs once must not orphan the file
        try:
            os_calls.unlink(temporary)
        except FileNotFoundError:
            return
        except OSError:
            continue


def _take_new_name(temporary: Path, target: Path, os_calls: OsCalls) -> None:
    try:
        os_calls.link(temporary, target)
    except FileExistsError:
        raise
    except OSError:  # a disk without links, such as FAT
        _rename_to_free_name(temporary, target, os_calls)


def _move_to_new_name(temporary: Path, target: Path, os_calls: OsCalls) -> None:
    _take_new_name(temporary, target, os_calls)
    # Without the rollback, a retry after a failed fsync would create a duplicate under another name.
    _sync_or_roll_back(target, lambda: os_calls.unlink(target), "is written", os_calls)


def _rename_to_free_name(temporary: Path, target: Path, os_calls: OsCalls) -> None:
    """Rename a file, or raise FileExistsError."""
    if os.path.lexists(target):
        raise FileExistsError  # the lock keeps other writers out between this check and the rename
    os_calls.replace(temporary, target)
