"""Words looked for in every article of a workspace: by the index where there are many, else by reading them all."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from tui.analysis.search import Searchable, SearchQuery
from tui.errors import ArticleError
from tui.model import Span, Workspace
from tui.storage.cache.search_index import WORTH_IT, Progress, SearchIndex
from tui.storage.files.filenames import article_id_of, is_article_name
from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.articles import read_article
from tui.storage.workspace.catalogue import read_entry

AROUND = 60
"""Code points shown on each side of a hit."""
MOST_SHOWN = 5
"""Hits shown of one article."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A hit with what stands around it."""

    start: int
    """Where the hit begins, in code points of the article's canonical text."""
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class ArticleHits:
    """An article in which something was found."""

    article: str
    title: str
    number: int
    """How many hits there are."""
    snippets: tuple[Snippet, ...]
    """The first of them."""


FRESH = 2.0
"""Seconds that an index counts as up to date: as long as a change on disk may take to be seen anywhere."""


class FreshIndex:
    """The index of a workspace while one types: it is not held against every article's file at each letter."""

    def __init__(self, workspace: Workspace) -> None:
        self._index = SearchIndex.of(workspace)
        self._updated = -FRESH

    def articles_with(self, words: str, progress: Progress) -> tuple[str, ...]:
        """Return the ids of the articles that hold these words; none where `progress` breaks the update off.

        Raises sqlite3.Error where there is no FTS5, or the disk is full.
        """
        if monotonic() - self._updated >= FRESH:
            if not self._index.update(progress):
                return ()
            self._updated = monotonic()
        return self._index.articles_with(words)


def update_index(workspace: Workspace, paths: Iterable[Path]) -> None:
    """Bring articles that changed on disk up to date in the index, where there is one; else the next search does."""
    ids = {
        article_id_of(path.name) for path in paths if path.parent == workspace.articles and is_article_name(path.name)
    }
    if ids:
        with suppress(sqlite3.Error, OSError):
            SearchIndex.of(workspace).update_articles(ids)


def search_articles(
    workspace: Workspace, words: str, progress: Progress, *, worth_it: int = WORTH_IT, index: FreshIndex | None = None
) -> Iterator[ArticleHits]:
    """Yield the articles that hold these words next to each other, whatever their case, accents and line breaks.

    With an index, the words have to begin where words of the text begin, and those articles come first in which they
    weigh most; without one it is in the order of the ids. `progress` is told how far the index is, and can stop it.
    """
    query = SearchQuery(words)
    if query.compiled() is None:
        return
    for article_id in likely_articles(workspace, words, progress, worth_it=worth_it, index=index):
        try:
            text = read_article(workspace, article_id).text
        except ArticleError:
            continue
        hits = Searchable(text).find(query)
        if hits:
            title = read_entry(workspace, article_id).title
            yield ArticleHits(article_id, title, len(hits), tuple(_snippet(text, hit) for hit in hits[:MOST_SHOWN]))


def likely_articles(
    workspace: Workspace, words: str, progress: Progress, *, worth_it: int = WORTH_IT, index: FreshIndex | None = None
) -> Iterator[str]:
    """Yield the ids of the articles that may hold these words.

    With few articles it is all of them. The index is brought up to date first; where that is not possible, all
    articles are yielded too.
    """
    ids = article_ids(workspace)
    if len(ids) < worth_it:
        yield from ids
        return
    try:
        found = (index or FreshIndex(workspace)).articles_with(words, progress)
    except (sqlite3.Error, OSError):
        found = ids
    yield from found


def _snippet(text: str, hit: Span) -> Snippet:
    before = text[max(0, hit.start - AROUND) : hit.start]
    return Snippet(hit.start, before, text[hit.start : hit.end], text[hit.end : hit.end + AROUND])
