"""Offer the names of files while a path is being typed."""

import os
from pathlib import Path

from tui.formats.import_format import IMPORT_FORMATS
from tui.storage.files.real_path import is_folder

MOST = 500
"""Names that are offered of a folder."""


def import_names(typed: str) -> tuple[str, ...]:
    """Return the paths that begin so: folders, and files that can be imported.

    A folder ends with a slash. What is in a folder is offered after its slash.
    """
    start = typed.rpartition("/")[2]
    shown = typed.removesuffix(start)
    try:
        names = os.listdir(os.path.expanduser(shown) or ".")  # noqa: PTH111, PTH208 - no path is needed of each name
    except (OSError, ValueError):
        return ()
    matching = sorted(name for name in names if _is_offered(name, start))[: MOST * 4]
    suffixes = tuple(suffix for each in IMPORT_FORMATS.values() for suffix in each.suffixes)
    paths = (_path(shown, name, suffixes) for name in matching)
    return tuple(path for path in paths if path)[:MOST]


def last_part(path: str) -> str:
    """Return the name at the end of a path, and a folder's with its slash.

    `last_part("~/notes/")` is `"notes/"`.
    """
    return path[path.rstrip("/").rfind("/") + 1 :]


def _is_offered(name: str, start: str) -> bool:
    """Return whether a name begins so, and hidden ones only if asked for."""
    return name.casefold().startswith(start.casefold()) and (start.startswith(".") or not name.startswith("."))


def _path(shown: str, name: str, suffixes: tuple[str, ...]) -> str:
    if is_folder(Path(os.path.expanduser(f"{shown}{name}"))):  # noqa: PTH111 - Path.expanduser raises for an unknown user
        return f"{shown}{name}/"
    return f"{shown}{name}" if name.lower().endswith(suffixes) else ""
