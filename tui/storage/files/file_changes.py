"""Change files one after another, each atomically and at most once."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path

from tui.errors import ConflictError, DiptychError
from tui.storage.files.atomic import (
    fingerprint,
    move_file,
    read_if_exists,
    remove_file,
    remove_files,
    save_bytes,
    write_new,
    write_new_files,
)
from tui.storage.files.folders import ensure_folder, remove_created_folder
from tui.storage.files.os_calls import OS_CALLS, OsCalls

_CHANGED = "was changed by another program meanwhile, so it stays as it is"
_MANY = 256
"""Files that are created or removed together."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file's content before and after a change, and its new name if any."""

    path: Path
    before: bytes | None
    """None if the file is created, or if it is moved as it is."""
    after: bytes | None
    """None if the file is removed, or if it is moved as it is."""
    new_path: Path | None = None
    """Where the file is moved; nothing has that name before."""

    @property
    def inverse(self) -> "FileChange":
        """The change that takes this one back."""
        if self.new_path is None:
            return FileChange(self.path, self.after, self.before)
        return FileChange(self.new_path, self.after, self.before, self.path)

    @property
    def is_move(self) -> bool:
        """Whether the file is moved as it is, whatever it holds."""
        return self.new_path is not None and self.before is None and self.after is None


_Batch = Callable[[Sequence[FileChange], Sequence[int], Callable[[int], None], OsCalls], None]


def require_unchanged(changes: Iterable[FileChange], os_calls: OsCalls = OS_CALLS) -> None:
    """Raise ConflictError if a file is not as it was before its change."""
    for change in changes:
        if change.new_path and os.path.lexists(change.new_path):
            raise ConflictError("exists already; choose another name, or move it away", change.new_path)
        if change.is_move:
            if not os.path.lexists(change.path):
                raise ConflictError("is no longer there; nothing was written", change.path)
        elif read_if_exists(change.path, os_calls) != change.before:
            raise ConflictError("was changed by another program meanwhile; look at it, and try again", change.path)


def apply_change(change: FileChange, os_calls: OsCalls = OS_CALLS) -> None:
    """Make a change unless it is made already.

    Raise ConflictError if the file is neither as before nor as after it, and SaveError if it cannot be written.
    """
    path = _moved(change, os_calls)
    if change.is_move:
        return
    current = read_if_exists(path, os_calls)
    if current == change.after:
        return
    if current != change.before:
        raise ConflictError(_CHANGED, path)
    _write(path, change, os_calls)


def apply_changes(changes: Sequence[FileChange], watch: Callable[[int], None], os_calls: OsCalls = OS_CALLS) -> None:
    """Make changes in their order, and create or remove files together.

    `watch` is called with the number of those before each. Raise as `apply_change` does; then some may be made.
    """
    for apply_batch, numbers in groupby(range(len(changes)), key=lambda number: _batch_of(changes[number])):
        while batch := [*islice(numbers, _MANY if apply_batch else 1)]:
            if apply_batch:
                apply_batch(changes, batch, watch, os_calls)
            else:
                watch(batch[0])
                apply_change(changes[batch[0]], os_calls)


def _batch_of(change: FileChange) -> _Batch | None:
    """Return what makes a change together with others like it, or None."""
    if change.new_path or change.before == change.after:
        return None
    if change.before is None:
        return _create
    return _remove if change.after is None else None


def _create(
    changes: Sequence[FileChange], numbers: Sequence[int], watch: Callable[[int], None], os_calls: OsCalls
) -> None:
    """Write new files, or leave no empty folder for them."""
    try:
        write_new_files(_missing(changes, numbers, watch, os_calls), os_calls=os_calls)
    except (DiptychError, OSError):
        for folder in {changes[number].path.parent for number in numbers}:
            remove_created_folder(folder, os_calls=os_calls)
        raise


def _remove(
    changes: Sequence[FileChange], numbers: Sequence[int], watch: Callable[[int], None], os_calls: OsCalls
) -> None:
    """Remove files, and the folders that were created for them."""
    remove_files(_present(changes, numbers, watch, os_calls), os_calls=os_calls)
    for folder in {changes[number].path.parent for number in numbers}:
        remove_created_folder(folder, os_calls=os_calls)


def _present(
    changes: Sequence[FileChange], numbers: Iterable[int], watch: Callable[[int], None], os_calls: OsCalls
) -> Iterator[Path]:
    """Yield the files that are there still, if they are as they were."""
    for number in numbers:
        watch(number)
        path, current = changes[number].path, read_if_exists(changes[number].path, os_calls)
        if current is None:
            continue
        if current != changes[number].before:
            raise ConflictError(_CHANGED, path)
        yield path


def _missing(
    changes: Sequence[FileChange], numbers: Iterable[int], watch: Callable[[int], None], os_calls: OsCalls
) -> Iterator[tuple[Path, bytes]]:
    """Yield the new files that are not there yet, in folders that are."""
    for number in numbers:
        watch(number)
        path, after = changes[number].path, changes[number].after
        current = read_if_exists(path, os_calls)
        if after is None or current == after:
            continue
        if current is not None:
            raise ConflictError(_CHANGED, path)
        ensure_folder(path.parent, os_calls=os_calls)
        yield path, after


def _moved(change: FileChange, os_calls: OsCalls) -> Path:
    """Move the file to its new name, unless it is there, and return the name."""
    if change.new_path is None:
        return change.path
    if not os.path.lexists(change.new_path):
        # It has its later content already if a change back was interrupted between its two steps.
        if not change.is_move and read_if_exists(change.path, os_calls) not in (change.before, change.after):
            raise ConflictError(_CHANGED, change.path)
        ensure_folder(change.new_path.parent, os_calls=os_calls)
        move_file(change.path, change.new_path, os_calls=os_calls)
        _remove_if_empty(change.path.parent, os_calls)
    elif os.path.lexists(change.path):
        raise ConflictError(f"cannot be moved, because {change.new_path.name} exists too", change.path)
    return change.new_path


def _remove_if_empty(folder: Path, os_calls: OsCalls) -> None:
    # The folder of a renamed article means nothing once it is empty.
    with suppress(OSError):
        os_calls.rmdir(folder)


def _write(path: Path, change: FileChange, os_calls: OsCalls) -> None:
    if change.after is None:
        remove_file(path, os_calls=os_calls)
        remove_created_folder(path.parent, os_calls=os_calls)
    elif change.before is None:
        ensure_folder(path.parent, os_calls=os_calls)
        write_new(path, change.after, os_calls=os_calls)
    else:
        save_bytes(path, change.after, expected=fingerprint(change.before), os_calls=os_calls)
