"""Replace files and folders by what cannot be read."""

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path


def remove(path: Path) -> None:
    """Remove a file, or a folder with all that is in it."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _link_to_itself(path: Path) -> None:
    path.symlink_to(path.name)


def _link_to_zeros(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _link_to_nothing(path: Path) -> None:
    path.symlink_to("nothing-here")


BLOCKS: Mapping[str, Callable[[Path], None]] = {
    "link to itself": _link_to_itself,
    "link to zeros": _link_to_zeros,
    "link to nothing": _link_to_nothing,
    "folder": Path.mkdir,
    "FIFO": os.mkfifo,
}
"""By name: makes something at a path that is free."""


def block(path: Path, name: str) -> None:
    """Replace a file or folder by one of `BLOCKS`."""
    remove(path)
    BLOCKS[name](path)
