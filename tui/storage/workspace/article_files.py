"""List the article files of a workspace, without reading them."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tui.model import Workspace
from tui.model.names import compose_name
from tui.storage.files.existing_name import existing_path
from tui.storage.files.filenames import ARTICLE_SUFFIXES, article_id_of, is_article_name


def article_names(folder: Path) -> list[str]:
    """Return the names of the article files in a folder."""
    with suppress(OSError), os.scandir(folder) as entries:
        return [entry.name for entry in entries if is_article_name(entry.name) and _is_file(entry)]
    return []


def article_ids(workspace: Workspace) -> tuple[str, ...]:
    """Return the ids of the articles, in natural order or that of their files."""
    if workspace.files:
        return tuple(dict.fromkeys(article_id_of(file.name) for file in workspace.files))
    from tui.analysis.natural_order import natural_key  # noqa: PLC0415 - named or remembered articles are not sorted

    return tuple(sorted({article_id_of(name) for name in article_names(workspace.articles)}, key=natural_key))


def article_path(workspace: Workspace, article_id: str) -> Path | None:
    """Return the file of an article, or None."""
    article_id = compose_name(article_id)
    if workspace.files:
        return next((file for file in workspace.files if article_id_of(file.name) == article_id), None)
    for suffix in ARTICLE_SUFFIXES:
        path = existing_path(workspace.articles / f"{article_id}{suffix}")
        with suppress(OSError):
            if path.is_file():
                return path
    names = sorted(name for name in article_names(workspace.articles) if article_id_of(name) == article_id)
    return workspace.articles / names[0] if names else None


def article_entries(folder: Path) -> "Iterator[tuple[str, os.DirEntry[str]]]":
    """Yield the id and the file of each article, as `article_path` chooses it."""
    chosen: dict[str, os.DirEntry[str]] = {}
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if is_article_name(entry.name) and _is_file(entry):
                article_id = article_id_of(entry.name)
                rival = chosen.setdefault(article_id, entry)
                if _preference(entry.name, article_id) < _preference(rival.name, article_id):
                    chosen[article_id] = entry
    yield from chosen.items()


def _preference(name: str, article_id: str) -> tuple[bool, bool, str]:
    return name != f"{article_id}.txt", name != f"{article_id}.md", name


def _is_file(entry: "os.DirEntry[str]") -> bool:
    with suppress(OSError):
        return entry.is_file() or entry.is_symlink()
    return False
