"""Split overlapping highlights into runs that do not overlap."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections import defaultdict
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
        return _merge(_split(parts))

    def at(self, offset: int) -> tuple[str, ...]:
        """Return the keys of the highlights at a code point, innermost first."""
        return _unique(highlight.key for highlight in self.overlapping(offset, offset + 1))[::-1]

    def overlapping(self, start: int, end: int) -> list[Highlight]:
        """Return the highlights between two code points, the outermost first."""
        if end <= start:
            return []
        inside = [highlight for tier in self._tiers for highlight in tier.overlapping(start, end)]
        return sorted(inside, key=lambda highlight: (highlight.start - highlight.end, highlight.start, highlight.key))


def all_runs(highlights: Iterable[_Part]) -> tuple[Run, ...]:
    """Return the runs of a whole text, in order, without an index of it.

    `all_runs([(0, 5, "a"), (2, 3, "b")])` is `((0, 2, ("a",)), (2, 3, ("a", "b")), (3, 5, ("a",)))`.
    """
    parts = [highlight for highlight in highlights if highlight[1] > highlight[0]]
    parts.sort(key=lambda part: (part[0] - part[1], part[0], part[2]))
    return _merge(_split(parts))


def row_runs(index: HighlightIndex, wrapped: WrappedText, row: int) -> tuple[Run, ...]:
    """Return the runs of a row in code points, widened to whole graphemes.

    A grapheme is under all highlights that have a part of it.
    """
    start, end = wrapped.row_span(row)
    display = wrapped.row_display(row)
    if graphemes.is_narrow(display):
        return index.runs(start, end)
    edges = [start + edge for edge in graphemes.boundaries(display)]
    return _merge(_split([_snap(highlight, edges) for highlight in index.overlapping(start, end)]))


def _snap(highlight: Highlight, edges: list[int]) -> _Part:
    first = max(bisect_right(edges, highlight.start) - 1, 0)
    after = min(bisect_left(edges, highlight.end), len(edges) - 1)
    return edges[first], edges[after], highlight.key


def _unique(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(keys))


def _split(parts: list[_Part]) -> Iterator[Run]:
    """Yield the runs between the edges of `parts`, the outermost first."""
    edges: defaultdict[int, list[int]] = defaultdict(list)
    for rank, (start, end, _) in enumerate(parts):
        edges[start].append(rank)
        edges[end].append(rank)
    ranks: list[int] = []
    previous = 0
    for edge in sorted(edges):
        if ranks:
            yield Run(previous, edge, _unique([parts[rank][2] for rank in ranks]))
        previous = edge
        changed = edges[edge]
        ranks = sorted(set(ranks).symmetric_difference(changed)) if ranks or len(changed) > 1 else changed


def _merge(runs: Iterable[Run]) -> tuple[Run, ...]:
    merged: list[Run] = []
    last = Run(0, 0, ())
    for run in runs:
        if last.keys == run.keys and last.end == run.start:
            last = merged[-1] = Run(last.start, run.end, run.keys)
        else:
            last = run
            merged.append(run)
    return tuple(merged)
