"""Write a folder of new files: all of them, or none."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath

from tui.errors import DiptychError, OverwriteError, SaveError
from tui.storage.files.atomic import write_new
from tui.storage.files.folders import ensure_folder, remove_created_folder
from tui.storage.files.os_calls import OS_CALLS, OsCalls


def write_folder(
    folder: Path, files: Iterable[tuple[str, str]], force: bool = False, *, os_calls: OsCalls = OS_CALLS
) -> int:
    """Write files into a folder, which may exist, and return their number.

    The names are relative, with `/`. Unless `force`, no file that exists is overwritten, and if one cannot be written,
    those that were are removed again. With `force`, files that were replaced before an error stay replaced. Raise
    OverwriteError or SaveError.
    """
    if folder.is_file():
        raise SaveError("is a file; name a folder", folder)
    documents = {_inside(folder, name): text for name, text in files}
    if not force and (existing := next(filter(os.path.lexists, documents), None)):
        raise OverwriteError("exists already; choose another folder, or allow overwriting it", existing)
    written: list[Path] = []
    parents = {parent for path in documents for parent in path.parents}
    folders = [parent for parent in parents if parent == folder or folder in parent.parents]
    try:
        for path, text in documents.items():
            _ensure_own_folder(path.parent, folder, os_calls)
            write_new(path, text.encode(errors="replace"), force, os_calls=os_calls)
            written.append(path)
    except DiptychError:
        if not force:
            _remove(written, folders, os_calls)
        raise
    return len(documents)


def _inside(folder: Path, name: str) -> Path:
    """Return the path of a file, or raise SaveError if it is outside."""
    parts = PurePosixPath(name).parts
    if not parts or name.startswith("/") or ".." in parts or "\\" in name or "\0" in name:
        raise SaveError("is not a name of a file in the folder", Path(name))
    return folder.joinpath(*parts)


def _ensure_own_folder(path: Path, root: Path, os_calls: OsCalls) -> None:
    """Create a folder below the root, and refuse one that leads elsewhere."""
    inner = path
    while inner != root:
        if inner.is_symlink():
            raise SaveError("leads to another folder; move it away, or choose another folder", inner)
        inner = inner.parent
    ensure_folder(path, os_calls=os_calls)


def _remove(files: Iterable[Path], folders: Iterable[Path], os_calls: OsCalls) -> None:
    for path in files:
        with suppress(OSError):
            os_calls.unlink(path)
    for folder in sorted(folders, key=lambda path: -len(path.parts)):
        remove_created_folder(folder, os_calls=os_calls)
