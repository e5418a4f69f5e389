"""Split overlapping highlights into runs that do not overlap."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.layout import graphemes
from tui.layout.wrapped import WrappedText

BLOCK = 2000  # code points whose highlights share a list
_LONG = 32 * BLOCK  # longer highlights are in one list, which every query reads


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


class HighlightIndex:
    """The highlights of a text by place, without the empty ones."""

    def __init__(self, highlights: Iterable[Highlight] = ()) -> None:
        self._blocks: defaultdict[int, list[Highlight]] = defaultdict(list)
        self._long: list[Highlight] = []
        for highlight in highlights:
            first, last = highlight.start, highlight.end - 1
            if last - first > _LONG:
                self._long.append(highlight)
            elif last >= first:
                for block in range(first // BLOCK, last // BLOCK + 1):
                    self._blocks[block].append(highlight)

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
        nearby = {id(highlight): highlight for highlight in self._long}
        for block in range(start // BLOCK, (end - 1) // BLOCK + 1):
            nearby.update((id(highlight), highlight) for highlight in self._blocks.get(block, ()))
        inside = [highlight for highlight in nearby.values() if highlight.start < end and highlight.end > start]
        return sorted(inside, key=lambda highlight: (highlight.start - highlight.end, highlight.start, highlight.key))


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
            yield Run(previous, edge, _unique(parts[rank][2] for rank in ranks))
        previous = edge
        ranks = sorted(set(ranks).symmetric_difference(edges[edge]))


def _merge(runs: Iterable[Run]) -> tuple[Run, ...]:
    merged: list[Run] = []
    for run in runs:
        if merged and merged[-1].end == run.start and merged[-1].keys == run.keys:
            merged[-1] = Run(merged[-1].start, run.end, run.keys)
        else:
            merged.append(run)
    return tuple(merged)
