"""The hits of a search in several panes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tui.analysis.search import SearchQuery, TextSearcher
from tui.errors import UsageError
from tui.model import Span

MAX_HITS = 20_000
"""In one account."""


class SearchHit(NamedTuple):
    """A hit in a pane, which is counted from 0."""

    pane: int
    span: Span


@dataclass(frozen=True, slots=True)
class SearchHits:
    """The hits of each pane in order.

    Offsets are code points.
    """

    panes: tuple[tuple[Span, ...], ...] = ()
    error: str = ""
    """Why nothing can be found."""

    def __len__(self) -> int:
        return sum(map(len, self.panes))

    def all(self) -> list[SearchHit]:
        return [SearchHit(pane, span) for pane, spans in enumerate(self.panes) for span in spans]

    def number(self, hit: SearchHit) -> int:
        """Return a hit's number among all from 1, or 0 if it is none."""
        hits = self.all()
        return hits.index(hit) + 1 if hit in hits else 0

    def first_from(self, pane: int, offset: int) -> SearchHit | None:
        """Return the first hit from an offset on, or the first of all."""
        hits = self.all()
        ahead = (hit for hit in hits if (hit.pane, hit.span.start) >= (pane, offset))
        return next(ahead, hits[0] if hits else None)

    def step_from(self, pane: int, offset: int, by: int) -> tuple[SearchHit, bool]:
        """Return the hit after (`by` 1) or before (-1) an offset.

        The flag is True if the search went on at the other end. Raise IndexError if there are no hits.
        """
        hits = self.all()
        if by > 0:
            ahead = [hit for hit in hits if (hit.pane, hit.span.start) > (pane, offset)]
            return (ahead[0], False) if ahead else (hits[0], True)
        before = [hit for hit in hits if (hit.pane, hit.span.start) < (pane, offset)]
        return (before[-1], False) if before else (hits[-1], True)


def find_hits(searchers: Sequence[TextSearcher], query: SearchQuery) -> SearchHits:
    """Search texts, with an error if the pattern is wrong or too slow."""
    try:
        return SearchHits(tuple(searcher.find(query, MAX_HITS) for searcher in searchers))
    except UsageError as error:
        return SearchHits(error=str(error))


def hit_count(hits: Sequence[Span]) -> str:
    """Return the number of a pane's hits: "3", or "20000+" at the limit."""
    return f"{len(hits)}+" if len(hits) >= MAX_HITS else str(len(hits))
