"""Guess which article an annotation file without one belongs to."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from unicodedata import normalize

from tui.errors import InputError
from tui.model import Codebook, Workspace
from tui.storage.files.filenames import ARTICLE_SUFFIXES, UNREAD_SUFFIXES
from tui.storage.files.real_path import is_missing
from tui.storage.records.record_loader import RecordLoader
from tui.storage.workspace.article_files import article_names
from tui.storage.workspace.articles import read_article
from tui.storage.workspace.discovery import ARTICLE_FOLDERS

MAX_ORPHANS = 20
"""Annotation files whose quotes are looked for. More of them are no single rename."""
MAX_ARTICLES = 500
"""Articles in which quotes are looked for: the last ones that were renamed or changed."""
MAX_QUOTES = 5
"""Quotes of an annotation file that are looked for, the longest ones."""

_SUFFIXES = (*ARTICLE_SUFFIXES, *UNREAD_SUFFIXES)
_ANY_NAME = Codebook(complete=False)


def renamed_articles(workspace: Workspace, orphans: Sequence[str]) -> Mapping[str, Path]:
    """Return the files that probably are the articles with these missing ids.

    An article has the same name but for case, Unicode form, suffix or folder, or else most of the quotes are in it.
    """
    if not orphans:
        return {}
    by_name = {_key(path.stem): path for path in _texts(workspace)}
    named = {orphan: by_name[_key(orphan)] for orphan in orphans if _key(orphan) in by_name}
    unnamed = [orphan for orphan in dict.fromkeys(orphans) if orphan not in named]
    return {**named, **_by_quotes(workspace, unnamed[:MAX_ORPHANS])}


def _key(stem: str) -> str:
    return normalize("NFC", stem).casefold()


def _texts(workspace: Workspace) -> Iterator[Path]:
    """Yield texts in the article folders and below, the articles last."""
    folders = [workspace.root / name for name in ARTICLE_FOLDERS if workspace.root / name != workspace.articles]
    for folder in (*folders, workspace.articles):
        for parent, _, names in os.walk(folder, topdown=False):
            yield from (Path(parent, name) for name in names if name.lower().endswith(_SUFFIXES))


def _by_quotes(workspace: Workspace, orphans: Sequence[str]) -> Mapping[str, Path]:
    quotes = {orphan: found for orphan in orphans if (found := _quotes(workspace, orphan))}
    best: dict[str, tuple[int, Path]] = {}
    for path, text in islice(_unannotated(workspace), MAX_ARTICLES if quotes else 0):
        for orphan, words in quotes.items():
            count = sum(quote in text for quote in words)
            if 2 * count > len(words) and count > best.get(orphan, (0, path))[0]:
                best[orphan] = count, path
    return {orphan: path for orphan, (_, path) in best.items()}


def _quotes(workspace: Workspace, orphan: str) -> list[str]:
    records = RecordLoader(workspace).records(orphan, _ANY_NAME).records
    quotes = {_on_one_line(record.annotation.quote) for record in records}
    return sorted(quotes - {""}, key=len, reverse=True)[:MAX_QUOTES]


def _unannotated(workspace: Workspace) -> Iterator[tuple[Path, str]]:
    """Yield articles without annotations, those changed last first."""
    paths = [workspace.articles / name for name in article_names(workspace.articles)]
    for path in sorted(paths, key=_changed, reverse=True):
        if is_missing(workspace.list_file(path.stem)) and is_missing(workspace.records(path.stem)):
            with suppress(InputError):
                yield path, _on_one_line(read_article(workspace, path.stem).text)


def _changed(path: Path) -> int:
    """Return when a file was last renamed or changed, in nanoseconds."""
    with suppress(OSError):
        return path.stat().st_ctime_ns
    return 0


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
