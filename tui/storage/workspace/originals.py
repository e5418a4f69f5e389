"""Keep the page or document that an article was taken from."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tui.errors import OverwriteError
from tui.model import Workspace
from tui.storage.files.atomic import write_new
from tui.storage.files.folders import ensure_folder
from tui.storage.files.os_calls import OS_CALLS, OsCalls
from tui.storage.files.read_only import refuse_if_read_only

FOLDER = ".originals"
"""In the folder of the articles."""
_VERSION = re.compile(r"(?:\.from-(\d{4}-\d\d-\d\d))?(?:\.(\d+))?(?:\.[a-z0-9]+)?\Z")
"""What follows the article's id in the name of an original: a day, a number, a suffix."""
_OLD_TEXT = re.compile(r"\.until-\d{4}-\d\d-\d\d(?:\.\d+)?\.[a-z0-9]+\Z")
"""What follows it in the name of a text that the article had before an update."""


def originals_folder(workspace: Workspace) -> Path:
    """Return the folder of the originals, which may not exist."""
    return workspace.articles / FOLDER


def keep(workspace: Workspace, stem: str, suffix: str, content: bytes, *, os_calls: OsCalls = OS_CALLS) -> Path:
    """Save bytes under a free name, or find them there, and return the file.

    The name is the stem, `stem.2` if others have it, and so on. Raise SaveError if they cannot be saved.
    """
    folder = originals_folder(workspace)
    refuse_if_read_only(folder)
    ensure_folder(folder, os_calls=os_calls)
    for number in range(1, 10_000):
        path = folder / f"{stem}{'' if number == 1 else f'.{number}'}{suffix}"
        if has_content(path, content):
            return path
        with suppress(OverwriteError):
            write_new(path, content, os_calls=os_calls)
            return path
    raise OverwriteError("has too many versions; delete old ones", folder / f"{stem}{suffix}")


def articles_of(workspace: Workspace, content: bytes) -> Iterator[str]:
    """Yield the ids of the articles that were taken from these bytes."""
    with suppress(OSError), os.scandir(originals_folder(workspace)) as entries:
        for entry in entries:
            if has_content(Path(entry.path), content):
                yield article_of_original(Path(entry.path))


def originals_of(workspace: Workspace, article_id: str) -> list[Path]:
    """Return the originals that are named by an article, the last one first."""
    return sorted(
        (path for path in all_originals(workspace) if article_of_original(path) == article_id), key=_age, reverse=True
    )


def all_originals(workspace: Workspace) -> list[Path]:
    """Return the kept documents, without the old texts of articles."""
    with suppress(OSError), os.scandir(originals_folder(workspace)) as entries:
        return [Path(entry.path) for entry in entries if entry.is_file() and not _OLD_TEXT.search(entry.name)]
    return []


def article_of_original(path: Path) -> str:
    """Return the name of an original without day, number and suffix."""
    return _VERSION.sub("", path.name)


def _age(path: Path) -> tuple[str, int]:
    """Return what orders the originals of one article: day, then number."""
    version = _VERSION.search(path.name)
    day, number = version.groups(default="") if version else ("", "")
    return day, int(number or 1)


def has_content(path: Path, content: bytes) -> bool:
    """Return whether a file holds exactly these bytes."""
    with suppress(OSError):
        return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content
    return False
