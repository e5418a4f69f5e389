"""Words looked for in every article of a workspace: by the index where there are many, else by reading them all."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from tui.analysis.search import Match, Query, Searchable
from tui.errors import ArticleError
from tui.model import Workspace
from tui.storage.articles import read_article
from tui.storage.catalogue import read_entry
from tui.storage.search_index import WORTH_IT, Progress, SearchIndex
from tui.storage.workspaces import article_ids

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
class Found:
    """An article in which something was found."""

    article: str
    title: str
    number: int
    """How many hits there are."""
    snippets: tuple[Snippet, ...]
    """The first of them."""


def search_articles(
    workspace: Workspace, words: str, progress: Progress, *, worth_it: int = WORTH_IT
) -> Iterator[Found]:
    """Yield the articles that hold these words next to each other, whatever their case, accents and line breaks.

    With an index, the words have to begin where words of the text begin, and those articles come first in which they
    weigh most; without one it is in the order of the ids. `progress` is told how far the index is, and can stop it.
    """
    query = Query(words)
    if query.compiled() is None:
        return
    for article_id in likely_articles(workspace, words, progress, worth_it=worth_it):
        try:
            text = read_article(workspace, article_id).text
        except ArticleError:
            continue
        hits = Searchable(text).find(query)
        if hits:
            title = read_entry(workspace, article_id).title
            yield Found(article_id, title, len(hits), tuple(_snippet(text, hit) for hit in hits[:MOST_SHOWN]))


def likely_articles(workspace: Workspace, words: str, progress: Progress, *, worth_it: int = WORTH_IT) -> Iterator[str]:
    """Yield the ids of the articles that may hold these words.

    With few articles it is all of them. The index is brought up to date first; where that is not possible, all
    articles are yielded too.
    """
    ids = article_ids(workspace)
    if len(ids) < worth_it:
        yield from ids
        return
    index = SearchIndex.of(workspace)
    try:
        found = index.articles_with(words) if index.update(progress) else ()
    except (sqlite3.Error, OSError):
        found = ids
    yield from found


def _snippet(text: str, hit: Match) -> Snippet:
    before = text[max(0, hit.start - AROUND) : hit.start]
    return Snippet(hit.start, before, text[hit.start : hit.end], text[hit.end : hit.end + AROUND])
