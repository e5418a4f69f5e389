"""Which articles a list offers, and in what order: pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tui.analysis.folding import fold
from tui.model import siglum
from tui.storage.workspace.catalogue import CatalogueEntry

MOST_PANES = 6
"""Accounts that can be open at once."""
LEAST_SIMILAR = 75
"""From 0 to 100: how alike a title and what is typed must be, where the words themselves do not occur."""
LEAST_TYPED = 4
"""Characters from which on a slip of the pen is allowed for."""


class ArticleOrder(StrEnum):
    """How the articles are sorted; what is typed comes before it."""

    SHARED = "most in common first"
    """By the number of propositions shared with what is open."""
    DATE = "newest first"
    TITLE = "by title"

    def next(self) -> "ArticleOrder":
        """Return the order after this one."""
        turns = list(ArticleOrder)
        return turns[(turns.index(self) + 1) % len(turns)]


@dataclass(frozen=True, slots=True)
class SharedPropositions:
    """What is spoken of in the articles that are open."""

    open: Mapping[str, frozenset[str]]
    """The slugs of each article's propositions, by its id."""
    slugs: frozenset[str]
    """Those of all of them."""

    @classmethod
    def of(cls, entries: Iterable[CatalogueEntry]) -> "SharedPropositions":
        """Return what these articles speak of."""
        about = {entry.id: entry.about for entry in entries}
        return cls(about, frozenset().union(*about.values()))

    def shared(self, entry: CatalogueEntry) -> frozenset[str]:
        """Return what an article has in common with those open; one of them, with the others."""
        if entry.id not in self.open:
            return entry.about & self.slugs
        others = (about for article, about in self.open.items() if article != entry.id)
        return entry.about & frozenset().union(*others)

    def number(self, entry: CatalogueEntry) -> int:
        """Return how many propositions an article has in common with those open."""
        return len(self.shared(entry))


def search_text(entry: CatalogueEntry) -> str:
    """Return what an article is found by: title, outlet, date, author, id; folded."""
    byline = entry.byline
    return fold(" ".join((entry.title, byline.outlet, byline.date, byline.author, entry.id)))


def matching_articles(typed: str, haystacks: Mapping[str, str]) -> Mapping[str, float]:
    """Return the ids whose haystack fits what is typed, with how well: 100 where all words occur, less where nearly."""
    left = dict.fromkeys(haystacks, 100.0)
    for word in fold(typed).split():
        found = {key: score for key, score in left.items() if word in haystacks[key]}
        near = _similar(word, {key: haystacks[key] for key in left if key not in found})
        left = {**found, **{key: min(left[key], score) for key, score in near.items()}}
    return left


def _similar(word: str, haystacks: Mapping[str, str]) -> Mapping[str, float]:
    """Return the ids in whose haystack a long word stands with a slip of the pen; a number has to stand as it is."""
    if len(word) < LEAST_TYPED or not word.isalpha():
        return {}
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only a search needs it

    near = process.extract_iter(word, haystacks, scorer=fuzz.partial_ratio, processor=None, score_cutoff=LEAST_SIMILAR)
    return {key: min(score, 99.0) for _, score, key in near}


def sort_articles(
    entries: Iterable[CatalogueEntry], order: ArticleOrder, common: SharedPropositions, fits: Mapping[str, float]
) -> list[CatalogueEntry]:
    """Return the entries that fit, the best first, then in the order wanted (what is open on top), then by id."""
    kept = sorted((entry for entry in entries if entry.id in fits), key=lambda entry: entry.id)
    if order is ArticleOrder.DATE:
        kept.sort(key=lambda entry: entry.byline.date, reverse=True)
    elif order is ArticleOrder.TITLE:
        kept.sort(key=lambda entry: fold(entry.title))
    else:
        kept.sort(key=lambda entry: (entry.id not in common.open, -common.number(entry)))
    kept.sort(key=lambda entry: -fits[entry.id])
    return kept


def sigla_of(article_id: str, chosen: Sequence[str]) -> str:
    """Return the sigla that an article has among those chosen: "A", "A C", or an empty string."""
    return " ".join(siglum(place) for place, each in enumerate(chosen) if each == article_id)
