"""Find articles that are not read, or that are read twice."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress

from tui.model import Problem, Workspace
from tui.storage.files.filenames import UNREAD_SUFFIXES, article_id_of, is_article_name
from tui.storage.files.sync_copies import CONFLICT, copied_stem
from tui.storage.workspace.article_files import article_names, article_path
from tui.storage.workspace.discovery import ARTICLE_FOLDERS


def unread_articles(workspace: Workspace) -> Iterator[Problem]:
    """Yield texts with another suffix, twins, copies, and a second folder."""
    names = _file_names(workspace)
    yield from _with_other_suffix(workspace, names)
    articles = [name for name in names if is_article_name(name)]
    yield from _twins(workspace, articles)
    yield from _copies(workspace, articles)
    yield from _second_folder(workspace)


def _file_names(workspace: Workspace) -> list[str]:
    with suppress(OSError):
        return sorted(os.listdir(workspace.articles))  # noqa: PTH208 - the names are enough
    return []


def _with_other_suffix(workspace: Workspace, names: Iterable[str]) -> Iterator[Problem]:
    for name in names:
        stem, suffix = os.path.splitext(name)  # noqa: PTH122 - the name is no path
        right = UNREAD_SUFFIXES.get(suffix.lower())
        if right and not name.startswith("."):
            yield Problem(workspace.articles / name, 0, 0, f"is not read; rename it to {stem}{right}")


def _twins(workspace: Workspace, names: Iterable[str]) -> Iterator[Problem]:
    by_id: dict[str, list[str]] = {}
    for name in names:
        by_id.setdefault(article_id_of(name), []).append(name)
    for article_id, twins in by_id.items():
        if len(twins) > 1 and (read := article_path(workspace, article_id)):
            message = f"is not read, because {read.name} has the same name; rename one of the two"
            yield from (Problem(workspace.articles / name, 0, 0, message) for name in twins if name != read.name)


def _copies(workspace: Workspace, names: Iterable[str]) -> Iterator[Problem]:
    stems = {article_id_of(name) for name in names}
    for stem in stems:
        # "speech (2)" may be another speech.
        original = copied_stem(stem, stems) if CONFLICT.search(stem) else ""
        if original and (path := article_path(workspace, stem)):
            message = f"looks like a sync program's copy of {original}; compare the two and delete one"
            yield Problem(path, 0, 0, message)


def _second_folder(workspace: Workspace) -> Iterator[Problem]:
    own = workspace.articles
    for name in ARTICLE_FOLDERS:
        other = workspace.root / name
        if own.parent == workspace.root and own.name in ARTICLE_FOLDERS and other != own:
            count = len(article_names(other))
            if count:
                articles = "1 article here is" if count == 1 else f"{count:,} articles here are"
                yield Problem(other, 0, 0, f"{articles} not read, because {own.name}/ is; move all into one folder")
