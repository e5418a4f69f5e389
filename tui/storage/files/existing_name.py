"""Find a file or folder whose name is on disk in another Unicode form."""

import os
from contextlib import suppress
from pathlib import Path

from tui.model.names import compose_name


def existing_path(path: Path) -> Path:
    """Return the path as it is on disk, or `path` if nothing has its name.

    macOS, archives and sync programs write `é` as a letter and an accent, which is another name to Linux.
    """
    if path.name.isascii() or os.path.lexists(path):
        return path
    composed = compose_name(path.name)
    with suppress(OSError), os.scandir(path.parent) as entries:
        return next((path.with_name(entry.name) for entry in entries if compose_name(entry.name) == composed), path)
    return path
