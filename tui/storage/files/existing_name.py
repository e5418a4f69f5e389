"""Find a file or folder whose name is on disk in another Unicode form."""

import os
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from unicodedata import normalize

from tui.model.names import compose_name


def existing_path(path: Path) -> Path:
    """Return the path as it is on disk, or `path` if nothing has its name.

    macOS, archives and sync programs write `é` as a letter and an accent, which is another name to Linux.
    """
    if path.name.isascii() or os.path.lexists(path):
        return path
    decomposed = path.with_name(normalize("NFD", path.name))
    if os.path.lexists(decomposed):
        return decomposed
    with suppress(OSError):
        names = _names(path.parent, path.parent.stat().st_mtime_ns)
        return path.with_name(names.get(compose_name(path.name), path.name))
    return path


@lru_cache(maxsize=8)
def _names(folder: Path, modified: int) -> Mapping[str, str]:  # noqa: ARG001 - a folder that changed is listed again
    """Return the names in a folder that are not ASCII, by their NFC.

    Looking for a file that does not exist must not list the folder each time.
    """
    names = (name for name in os.listdir(folder) if not name.isascii())  # noqa: PTH208 - the names are enough
    return {compose_name(name): name for name in sorted(names)}
