"""What a search found, in several panes: pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tui.model import Span

MAX_HITS = 20_000
"""Hits looked for in one account, at most."""


class SearchHit(NamedTuple):
    """One place in one pane."""

    pane: int
    span: Span


@dataclass(frozen=True, slots=True)
class SearchHits:
    """The hits of each pane, in order."""

    panes: tuple[tuple[Span, ...], ...] = ()

    def __len__(self) -> int:
        """Return how many there are in all panes."""
        return sum(map(len, self.panes))

    def all(self) -> list[SearchHit]:
        """Return all hits, pane by pane."""
        return [SearchHit(number, span) for number, spans in enumerate(self.panes) for span in spans]

    def number(self, hit: SearchHit) -> int:
        """Return the hit's number among all, from 1; 0 where it is none of them."""
        found = self.all()
        return found.index(hit) + 1 if hit in found else 0

    def from_here(self, pane: int, offset: int) -> SearchHit | None:
        """Return the first hit at `offset` of a pane or after it, and after the last the first; None without hits."""
        found = self.all()
        ahead = (hit for hit in found if (hit.pane, hit.span.start) >= (pane, offset))
        return next(ahead, found[0] if found else None)

    def beside(self, pane: int, offset: int, by: int) -> tuple[SearchHit, bool]:
        """Return the next hit after `offset` of a pane (`by` 1) or the one before (-1), and whether it went around."""
        found = self.all()
        if by > 0:
            ahead = [hit for hit in found if (hit.pane, hit.span.start) > (pane, offset)]
            return (ahead[0], False) if ahead else (found[0], True)
        before = [hit for hit in found if (hit.pane, hit.span.start) < (pane, offset)]
        return (before[-1], False) if before else (found[-1], True)


def hit_count(hits: Sequence[Span]) -> str:
    """Return the number of a pane's hits in words."""
    return f"{len(hits)}+" if len(hits) >= MAX_HITS else str(len(hits))
