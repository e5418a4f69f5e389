"""Follow symlinks, and tell a missing name from one out of reach."""

import os
from pathlib import Path


def real_path(path: Path) -> Path:
    """Return an absolute path with its symlinks followed.

    A symlink that leads to itself stays as it is. `Path.resolve` raises RuntimeError for it up to Python 3.12.
    """
    return Path(os.path.realpath(path))


def is_folder(path: Path) -> bool:
    """Return whether a path is a folder, or leads to one."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises if a folder above it cannot be read


def is_missing(path: Path) -> bool:
    """Return whether nothing has this name.

    A symlink that leads nowhere has it, and what is in a folder that cannot be read may have it.
    """
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False
