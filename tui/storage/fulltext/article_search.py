"""Search all articles of a workspace, with an index if it has many."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from time import monotonic

from tui.analysis.search import SearchQuery, TextSearcher
from tui.errors import ArticleError
from tui.model import Span, Workspace
from tui.storage.files.filenames import article_id_of, is_article_name
from tui.storage.fulltext.search_index import MIN_INDEXED, Progress, SearchIndex
from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.articles import read_article
from tui.storage.workspace.catalogue import read_entry

SNIPPET_MARGIN = 60
"""Code points shown on each side of a hit."""
MAX_SNIPPETS = 5
"""Hits shown of one article."""
MAX_AGE = 2.0
"""Seconds after which an index is compared with the files again."""
_UPDATING = Lock()
"""Held while a thread updates an index. SQLite would let the others wait for seconds, and then fail."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A hit with the text around it."""

    start: int
    """In code points of the article's canonical text."""
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class ArticleHits:
    """The hits in one article."""

    article: str
    title: str
    number: int
    """The number of all hits."""
    snippets: tuple[Snippet, ...]
    """The first hits."""


class FreshIndex:
    """A search index that is updated before a search if it is too old."""

    def __init__(self, workspace: Workspace) -> None:
        self._index = SearchIndex.of(workspace)
        self._updated = -MAX_AGE

    def articles_with(self, words: str, progress: Progress) -> tuple[str, ...]:
        """Return the ids of the articles with these words.

        Returns none if `progress` stops the update. Raises sqlite3.Error if there is no FTS5 or the disk is full.
        """
        with _UPDATING:
            if not self._update(progress):
                return ()
        return self._index.articles_with(words)

    def _update(self, progress: Progress) -> bool:
        if monotonic() - self._updated < MAX_AGE:
            return True
        if not self._index.update(progress):
            return False
        self._updated = monotonic()
        return True


def update_index(workspace: Workspace, paths: Iterable[Path]) -> None:
    """Update the index after changes in `paths`, if there is an index."""
    ids = {
        article_id_of(path.name) for path in paths if path.parent == workspace.articles and is_article_name(path.name)
    }
    if ids:
        with _UPDATING, suppress(sqlite3.Error, OSError):
            SearchIndex.of(workspace).update_articles(ids)


def search_articles(
    workspace: Workspace,
    words: str,
    progress: Progress,
    *,
    min_indexed: int = MIN_INDEXED,
    index: FreshIndex | None = None,
) -> Iterator[ArticleHits]:
    """Yield the articles with these words next to each other, in this order.

    Case, accents and line breaks are ignored. A workspace of `min_indexed` articles or more is searched with an index:
    then the best article comes first, and the first of the words must be at the start of a word of the article.
    `progress` is called while the index is updated, and can stop that.
    """
    query = SearchQuery(words)
    if query.compile() is None:
        return
    for article_id in likely_articles(workspace, words, progress, min_indexed=min_indexed, index=index):
        try:
            text = read_article(workspace, article_id).text
        except ArticleError:
            continue
        hits = TextSearcher(text).find(query)
        if hits:
            title = read_entry(workspace, article_id, blind=workspace.blind).title
            yield ArticleHits(article_id, title, len(hits), tuple(_snippet(text, hit) for hit in hits[:MAX_SNIPPETS]))


def likely_articles(
    workspace: Workspace,
    words: str,
    progress: Progress,
    *,
    min_indexed: int = MIN_INDEXED,
    index: FreshIndex | None = None,
) -> Iterator[str]:
    """Yield the ids of the articles that may have these words.

    Without an index these are all articles: if there are few, or if the index cannot be updated.
    """
    ids = article_ids(workspace)
    if len(ids) < min_indexed:
        yield from ids
        return
    with suppress(sqlite3.Error, OSError):
        ids = (index or FreshIndex(workspace)).articles_with(words, progress)
    yield from ids


def _snippet(text: str, hit: Span) -> Snippet:
    before = text[max(0, hit.start - SNIPPET_MARGIN) : hit.start]
    return Snippet(hit.start, before, text[hit.start : hit.end], text[hit.end : hit.end + SNIPPET_MARGIN])
