"""Build a workspace of forty articles, for tests of the search."""

import os
from pathlib import Path

from tui.model import Workspace
from tui.storage.workspace.discovery import open_workspace


def many_articles(root: Path) -> Workspace:
    """Return a new workspace of forty short articles."""
    folder = root / "articles"
    folder.mkdir(parents=True)
    for number in range(40):
        (folder / f"a{number:02}.txt").write_text(f"Article {number}\n\nThe ferry ran aground.\n", encoding="utf-8")
    (folder / "a07.txt").write_text("Mevlüt Çavuşoğlu said:\n\nthe cease-\nfire holds.\n", encoding="utf-8")
    return open_workspace(root)


def rewrite(path: Path, text: str) -> None:
    """Rewrite a file, with a later modification time."""
    path.write_text(text, encoding="utf-8")
    status = path.stat()
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 1_000_000_000))
