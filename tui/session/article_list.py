"""Search and sort the list of articles."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tui.analysis.folding import fold
from tui.model import siglum
from tui.model.timestamp import instant
from tui.storage.workspace.catalogue import CatalogueEntry

MAX_PANES = 6
MIN_SIMILARITY = 75
"""How similar a mistyped word must be to a part of the search text, from 0 to 100."""
MIN_FUZZY_LENGTH = 4
"""Characters of the shortest word that may be mistyped."""


class ArticleOrder(StrEnum):
    """How articles that match equally well are sorted."""

    SHARED = "most in common first"
    """Open articles first, then by the number of propositions shared with them."""
    DATE = "newest first"
    TITLE = "by title"
    OUTLET = "by outlet"
    OPENED = "as opened"
    """In the order of the panes, then by file name."""

    def next(self) -> "ArticleOrder":
        """Return the order after this one."""
        orders = list(ArticleOrder)
        return orders[(orders.index(self) + 1) % len(orders)]


@dataclass(frozen=True, slots=True)
class SharedPropositions:
    """The slugs of the open articles' propositions."""

    by_article: Mapping[str, frozenset[str]]
    slugs: frozenset[str]

    @classmethod
    def of(cls, entries: Iterable[CatalogueEntry]) -> "SharedPropositions":
        """Return the propositions of these articles."""
        by_article = {entry.id: entry.about for entry in entries}
        return cls(by_article, frozenset().union(*by_article.values()))

    def shared(self, entry: CatalogueEntry) -> frozenset[str]:
        """Return the slugs that an article shares with the other open ones."""
        if entry.id not in self.by_article:
            return entry.about & self.slugs
        others = (slugs for article_id, slugs in self.by_article.items() if article_id != entry.id)
        return entry.about & frozenset().union(*others)

    def count(self, entry: CatalogueEntry) -> int:
        return len(self.shared(entry))


def search_text(entry: CatalogueEntry) -> str:
    """Return the folded text in which a search looks for an article."""
    byline = entry.byline
    return fold(" ".join((entry.title, byline.outlet, byline.date, byline.author, entry.id)))


def matching_articles(typed: str, search_texts: Mapping[str, str]) -> Mapping[str, float]:
    """Return a score up to 100, by id, for each text that has every word."""
    scores = dict.fromkeys(search_texts, 100.0)
    for word in fold(typed).split():
        exact = {key: score for key, score in scores.items() if word in search_texts[key]}
        similar = _similar(word, {key: search_texts[key] for key in scores if key not in exact})
        scores = {**exact, **{key: min(scores[key], score) for key, score in similar.items()}}
    return scores


def _similar(word: str, search_texts: Mapping[str, str]) -> Mapping[str, float]:
    """Return scores below 100 for texts that have a similar long word."""
    if len(word) < MIN_FUZZY_LENGTH or not word.isalpha():
        return {}
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only a search needs it

    matches = process.extract_iter(
        word, search_texts, scorer=fuzz.partial_ratio, processor=None, score_cutoff=MIN_SIMILARITY
    )
    return {key: min(score, 99.0) for _, score, key in matches}


def sort_articles(
    entries: Iterable[CatalogueEntry], order: ArticleOrder, common: SharedPropositions, scores: Mapping[str, float]
) -> list[CatalogueEntry]:
    """Return the entries with a score, best first, then in the chosen order.

    Entries that tie stay as they are.
    """
    matching = [entry for entry in entries if entry.id in scores]
    if order is ArticleOrder.DATE:
        matching.sort(key=lambda entry: (instant(entry.byline.date), entry.byline.date), reverse=True)
    else:
        matching.sort(key=_sort_key(order, common))
    matching.sort(key=lambda entry: -scores[entry.id])
    return matching


def _sort_key(order: ArticleOrder, common: SharedPropositions) -> Callable[[CatalogueEntry], tuple[object, ...]]:
    """Return the key by which an order sorts, for orders that do not reverse."""
    if order is ArticleOrder.TITLE:
        return lambda entry: (fold(entry.title),)
    if order is ArticleOrder.OUTLET:
        return lambda entry: (not entry.byline.outlet, fold(entry.byline.outlet), fold(entry.title))
    if order is ArticleOrder.OPENED:
        places = {article: place for place, article in enumerate(common.by_article)}
        return lambda entry: (places.get(entry.id, len(places)),)
    return lambda entry: (entry.id not in common.by_article, -common.count(entry))


def moved(chosen: Sequence[str], article: str, by: int) -> list[str]:
    """Return the ids with an article's first one moved by that many places.

    `moved(["a", "b", "c"], "c", -1)` is `["a", "c", "b"]`.
    """
    place = chosen.index(article)
    others = [*chosen[:place], *chosen[place + 1 :]]
    return [*others[: max(0, place + by)], article, *others[max(0, place + by) :]]


def sigla_of(article_id: str, chosen: Sequence[str]) -> str:
    """Return an article's sigla among the chosen ids: "A", "A C" or ""."""
    return " ".join(siglum(position) for position, chosen_id in enumerate(chosen) if chosen_id == article_id)
