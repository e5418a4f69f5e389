"""Split overlapping highlights into runs that do not overlap."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from tui.layout import graphemes
from tui.layout.wrapped import WrappedText

LENGTHS = (256, 4096, 65536)
"""In code points. Highlights up to each length share a list, so that a query looks back no further than that."""


class Highlight(NamedTuple):
    """A marked range of a text, in code points."""

    start: int
    end: int
    key: str


class Run(NamedTuple):
    """A range under the same highlights, the outermost (longest) first."""

    start: int
    end: int
    keys: tuple[str, ...]


_Part = tuple[int, int, str]
"""The start, end and key of a part of a highlight."""


class _Tier(NamedTuple):
    """Highlights of about one length, sorted."""

    longest: int
    """No highlight has more code points."""
    starts: list[int]
    highlights: list[_Part]

    def overlapping(self, start: int, end: int) -> list[Highlight]:
        """Return those that have a part between two code points, in order."""
        first, last = bisect_right(self.starts, start - self.longest), bisect_left(self.starts, end)
        return [Highlight(*highlight) for highlight in self.highlights[first:last] if highlight[1] > start]


class HighlightIndex:
    """The highlights of a text by place, without the empty ones."""

    def __init__(self, highlights: Iterable[_Part] = ()) -> None:
        self._tiers: list[_Tier] = []
        rest = sorted([highlight for highlight in highlights if highlight[1] > highlight[0]])
        for longest in (*LENGTHS, sys.maxsize):
            tier = [highlight for highlight in rest if highlight[1] - highlight[0] <= longest]
            if tier:
                self._tiers.append(_Tier(longest, [highlight[0] for highlight in tier], tier))
            if len(tier) == len(rest):
                return
            rest = [highlight for highlight in rest if highlight[1] - highlight[0] > longest]

    def without(self, keys: Container[str]) -> HighlightIndex:
        """Return the highlights that have none of some keys."""
        rest = HighlightIndex()
        for tier in self._tiers:
            kept = [highlight for highlight in tier.highlights if highlight[2] not in keys]
            rest.take(_Tier(tier.longest, [highlight[0] for highlight in kept], kept))
        return rest

    def take(self, tier: _Tier) -> None:
        """Take sorted highlights that are longer than those taken before."""
        self._tiers.append(tier)

    def runs(self, start: int, end: int) -> tuple[Run, ...]:
        """Return the runs between two code points, in order, cut to them."""
        inside = self.overlapping(start, end)
        parts = [(max(highlight.start, start), min(highlight.end, end), highlight.key) for highlight in inside]
        return _runs(parts)

    def at(self, offset: int) -> tuple[str, ...]:
        """Return the keys of the highlights at a code point, innermost first."""
        return _unique(highlight.key for highlight in self.overlapping(offset, offset + 1))[::-1]

    def overlapping(self, start: int, end: int) -> list[Highlight]:
        """Return the highlights between two code points, the outermost first."""
        if end <= start:
            return []
        inside = [highlight for tier in self._tiers for highlight in tier.overlapping(start, end)]
        return sorted(inside, key=lambda highlight: (highlight.start - highlight.end, highlight.start, highlight.key))


def all_runs(highlights: Iterable[_Part]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield the runs of a whole text, in order, as plain tuples.

    `all_runs([(0, 5, "a"), (2, 3, "b")])` yields `(0, 2, ("a",))`, `(2, 3, ("a", "b"))` and `(3, 5, ("a",))`.
    A text may have tens of thousands of runs, so there is no index of them, and no list.
    """
    parts = [highlight for highlight in highlights if highlight[1] > highlight[0]]
    parts.sort()
    parts.sort(key=lambda part: part[0] - part[1])
    return _sweep(parts)


def row_runs(index: HighlightIndex, wrapped: WrappedText, row: int) -> tuple[Run, ...]:
    """Return the runs of a row in code points, widened to whole graphemes.

    A grapheme is under all highlights that have a part of it.
    """
    start, end = wrapped.row_span(row)
    display = wrapped.row_display(row)
    if graphemes.is_narrow(display):
        return index.runs(start, end)
    edges = [start + edge for edge in graphemes.boundaries(display)]
    return _runs([_snap(highlight, edges) for highlight in index.overlapping(start, end)])


def _snap(highlight: Highlight, edges: list[int]) -> _Part:
    first = max(bisect_right(edges, highlight.start) - 1, 0)
    after = min(bisect_left(edges, highlight.end), len(edges) - 1)
    return edges[first], edges[after], highlight.key


def _unique(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(keys))


def _runs(parts: list[_Part]) -> tuple[Run, ...]:
    return tuple([Run(*run) for run in _sweep(parts)])


def _sweep(parts: list[_Part]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield the runs of `parts`, which are sorted outermost first."""
    edges = [(part[0], rank) for rank, part in enumerate(parts)]
    edges += [(part[1], rank) for rank, part in enumerate(parts)]
    edges.sort()
    has_pieces = len({part[2] for part in parts}) < len(parts)
    ranks: list[int] = []  # of the parts that are open, and their keys
    names: list[str] = []
    keys: tuple[str, ...] = ()
    start = end = 0
    for edge, rank in edges:
        if edge > end:
            under = _unique(names) if has_pieces else tuple(names)
            if under != keys:
                if keys:
                    yield start, end, keys
                start, keys = end, under
            end = edge
        position = bisect_left(ranks, rank)
        if position < len(ranks) and ranks[position] == rank:
            del ranks[position], names[position]
        else:
            ranks.insert(position, rank)
            names.insert(position, parts[rank][2])
    if keys:
        yield start, end, keys
