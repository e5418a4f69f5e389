"""Highlights that overlap, as runs that do not: what a row is painted with."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.layout import graphemes
from tui.layout.wrapped import WrappedText

BLOCK = 2000
_LONG = 32 * BLOCK  # over more blocks than this, a highlight is kept apart and always looked at


class Highlight(NamedTuple):
    """A stretch of text that is marked; `start` and `end` in code points."""

    start: int
    end: int
    key: str


class Run(NamedTuple):
    """A stretch of text under the same highlights, the outermost (longest) first."""

    start: int
    end: int
    keys: tuple[str, ...]


Piece = tuple[int, int, str]
"""A part of a highlight: start, end, key."""


class HighlightIndex:
    """The highlights of one text, found by place without looking at all of them; empty ones are left out."""

    def __init__(self, highlights: Iterable[Highlight] = ()) -> None:
        self._blocks: defaultdict[int, list[Highlight]] = defaultdict(list)
        self._long: list[Highlight] = []
        starts = set()
        for highlight in highlights:
            first, last = highlight.start, highlight.end - 1
            if last < first:
                continue
            starts.add(first)
            if last - first > _LONG:
                self._long.append(highlight)
                continue
            for block in range(first // BLOCK, last // BLOCK + 1):
                self._blocks[block].append(highlight)
        self._starts = sorted(starts)

    def runs(self, start: int, end: int) -> tuple[Run, ...]:
        """Return the runs between two code points, in order, cut to them; only where something is highlighted."""
        pieces = [(max(over.start, start), min(over.end, end), over.key) for over in self.over(start, end)]
        return tuple(_merged(_flat(pieces)))

    def at(self, offset: int) -> tuple[str, ...]:
        """Return the keys of the highlights over a code point, the innermost (shortest) first."""
        return _keys(over.key for over in self.over(offset, offset + 1))[::-1]

    def next_start(self, offset: int) -> int | None:
        """Return the nearest start of a highlight after `offset`."""
        at = bisect_right(self._starts, offset)
        return self._starts[at] if at < len(self._starts) else None

    def previous_start(self, offset: int) -> int | None:
        """Return the nearest start of a highlight before `offset`."""
        at = bisect_left(self._starts, offset)
        return self._starts[at - 1] if at else None

    def over(self, start: int, end: int) -> list[Highlight]:
        """Return the highlights over any code point between the two, the outermost first."""
        if end <= start:
            return []
        near = {id(highlight): highlight for highlight in self._long}
        for block in range(start // BLOCK, (end - 1) // BLOCK + 1):
            near.update((id(highlight), highlight) for highlight in self._blocks.get(block, ()))
        touching = [highlight for highlight in near.values() if highlight.start < end and highlight.end > start]
        return sorted(touching, key=_outermost_first)


def row_runs(index: HighlightIndex, wrapped: WrappedText, row: int) -> tuple[Run, ...]:
    """Return the runs of one row over whole graphemes, so that no slice of its display cuts one.

    A grapheme that several highlights share is under all of them.
    """
    start, end = wrapped.row_span(row)
    shown = wrapped.row_display(row)
    if graphemes.is_narrow(shown):
        return index.runs(start, end)
    edges = [start + edge for edge in graphemes.boundaries(shown)]
    return tuple(_merged(_flat([_snapped(over, edges) for over in index.over(start, end)])))


def _snapped(highlight: Highlight, edges: list[int]) -> Piece:
    first = max(bisect_right(edges, highlight.start) - 1, 0)
    after = min(bisect_left(edges, highlight.end), len(edges) - 1)
    return edges[first], edges[after], highlight.key


def _outermost_first(highlight: Highlight) -> tuple[int, int, str]:
    return highlight.start - highlight.end, highlight.start, highlight.key


def _keys(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(keys))


def _flat(pieces: list[Piece]) -> Iterator[Run]:
    """Yield the runs between every two edges of `pieces`, which come outermost first."""
    edges: defaultdict[int, list[int]] = defaultdict(list)
    for rank, (start, end, _) in enumerate(pieces):
        edges[start].append(rank)
        edges[end].append(rank)
    over: list[int] = []
    since = 0
    for edge in sorted(edges):
        if over:
            yield Run(since, edge, _keys(pieces[rank][2] for rank in over))
        since = edge
        over = sorted(set(over).symmetric_difference(edges[edge]))


def _merged(runs: Iterable[Run]) -> Iterator[Run]:
    last: Run | None = None
    for run in runs:
        if last and last.end == run.start and last.keys == run.keys:
            last = Run(last.start, run.end, run.keys)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last
