"""Which articles a list offers, and in what order: pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from textual.content import Content

from tui.analysis.folding import fold
from tui.model import siglum
from tui.reader.phrases import shown, text
from tui.storage.workspace.catalogue import CatalogueEntry

MOST_PANES = 6
"""Accounts that can be open at once."""
LEAST_LIKE = 75
"""From 0 to 100: how alike a title and what is typed must be, where the words themselves do not occur."""
SIGLA, SHARED, GAP = 5, 5, 2
"""Cells of the first and the last column, and between two columns."""
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
class Common:
    """What is spoken of in the articles that are open."""

    open: Mapping[str, frozenset[str]]
    """The slugs of each article's propositions, by its id."""
    slugs: frozenset[str]
    """Those of all of them."""

    @classmethod
    def of(cls, entries: Iterable[CatalogueEntry]) -> "Common":
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


def haystack(entry: CatalogueEntry) -> str:
    """Return what an article is found by: title, outlet, date, author, id; folded."""
    byline = entry.byline
    return fold(" ".join((entry.title, byline.outlet, byline.date, byline.author, entry.id)))


def fitting(typed: str, haystacks: Mapping[str, str]) -> Mapping[str, float]:
    """Return the ids whose haystack fits what is typed, with how well: 100 where all words occur, less where nearly."""
    left = dict.fromkeys(haystacks, 100.0)
    for word in fold(typed).split():
        found = {key: score for key, score in left.items() if word in haystacks[key]}
        near = _nearly(word, {key: haystacks[key] for key in left if key not in found})
        left = {**found, **{key: min(left[key], score) for key, score in near.items()}}
    return left


def _nearly(word: str, haystacks: Mapping[str, str]) -> Mapping[str, float]:
    """Return the ids in whose haystack a long word stands with a slip of the pen; a number has to stand as it is."""
    if len(word) < LEAST_TYPED or not word.isalpha():
        return {}
    from rapidfuzz import fuzz, process

    near = process.extract_iter(word, haystacks, scorer=fuzz.partial_ratio, processor=None, score_cutoff=LEAST_LIKE)
    return {key: min(score, 99.0) for _, score, key in near}


def ordered(
    entries: Iterable[CatalogueEntry], order: ArticleOrder, common: Common, fits: Mapping[str, float]
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


def sigla(article_id: str, chosen: Sequence[str]) -> str:
    """Return the sigla that an article has among those chosen: "A", "A C", or an empty string."""
    return " ".join(siglum(place) for place, each in enumerate(chosen) if each == article_id)


@dataclass(frozen=True)
class ArticleRows:
    """Articles for a listing, a line each."""

    entries: Sequence[CatalogueEntry]
    chosen: Sequence[str]
    """The ids of those that are to be open, in order."""
    common: Common

    def __len__(self) -> int:
        """Return how many articles there are."""
        return len(self.entries)

    def height(self, index: int, width: int) -> int:
        """Return 1."""
        return 1

    def can_take(self, index: int) -> bool:
        """Return True."""
        return True

    def ground(self, index: int, *, current: bool) -> str:
        """Return the colour behind the article under the cursor."""
        return "$selection" if current else ""

    def lines(self, index: int, width: int, *, current: bool) -> list[Content]:
        """Return the article's line: its sigla, title, outlet, date, and what it has in common with those open."""
        entry = self.entries[index]
        here = sigla(entry.id, self.chosen)
        outlet, date = self._widths(width)
        beside = sum(room + GAP for room in (outlet, date) if room) + SIGLA + SHARED + 2 * GAP
        shares = self.common.number(entry)
        cells = [
            (Content.styled(here, "bold $primary"), SIGLA),
            (text(entry.title, "bold" if here else ""), max(10, width - beside)),
            (text(entry.byline.outlet, "$quiet"), outlet),
            (text(entry.byline.date, "$quiet"), date),
            (Content.styled(f"{shares:>5}" if shares else "    ·", "" if shares else "$quiet"), SHARED),
        ]
        return [Content(" " * GAP).join([cell.truncate(room, ellipsis=True, pad=True) for cell, room in cells if room])]

    def _widths(self, width: int) -> tuple[int, int]:
        """Return the cells for the outlet and for the date: none where no article has one, or there is no room."""
        outlet = 18 if width >= 90 and any(entry.byline.outlet for entry in self.entries) else 0
        date = 10 if width >= 60 and any(entry.byline.date for entry in self.entries) else 0
        return outlet, date


def article_head(width: int) -> Content:
    """Return the line over the articles."""
    return Content.styled(f"{'open':<5}  {'title':<{max(5, width - 16)}}{'in common':>9}", "$quiet")


def article_detail(entry: CatalogueEntry, common: Common, sentences: Mapping[str, str]) -> list[Content]:
    """Return what an article's line has no room for: the whole title, where it is from, what it has in common."""
    byline = entry.byline
    origin = " · ".join(part for part in (byline.outlet, byline.author, byline.date, byline.url, entry.id) if part)
    shares = [sentences.get(slug, slug) for slug in sorted(common.shared(entry))]
    lines = [text(entry.title, "bold"), text(origin, "$quiet")]
    if shares:
        lines.append(Content.styled(shown(f"in common: {' · '.join(shares)}"), "$quiet"))
    return lines
