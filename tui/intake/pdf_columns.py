"""The lines of a page in the order of reading: column by column."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median, median_low
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.intake.pdf_lines import PdfLine

_MIN_ROWS = 3
"""On each side of a gutter."""
_MIN_GUTTER = 0.7
"""In letter sizes."""
_MIN_WIDTH = 4
"""In letter sizes: the bullets and numbers of a list are narrower."""
_MIN_SHARE = 0.5
"""Of the lines of a page, how many are in columns; the others are over all of them."""


@dataclass(frozen=True, slots=True)
class Column:
    """Lines below each other, with the edges that they share."""

    lines: tuple[PdfLine, ...]
    left: float
    right: float


def columns(lines: Sequence[PdfLine]) -> list[Column]:
    """Return the lines of a page by column, in the order of reading."""
    gutter = _gutter(lines)
    if gutter is None:
        return [_column(lines)] if lines else []
    ordered: list[Column] = []
    for band in _bands(lines, gutter):
        if band.is_columns:
            ordered += columns(band.left) + columns(band.right)
        else:
            ordered.append(_column(band.lines))
    return ordered


@dataclass(slots=True)
class _Band:
    """A part of a page from top to bottom, at the sides of a gutter."""

    left: list[PdfLine] = field(default_factory=list)
    right: list[PdfLine] = field(default_factory=list)
    crossing: list[PdfLine] = field(default_factory=list)

    @property
    def lines(self) -> list[PdfLine]:
        return self.crossing + self.left + self.right

    @property
    def is_columns(self) -> bool:
        """Return whether there are lines below each other at both sides."""
        if self.crossing or min(len(rows(self.left)), len(rows(self.right))) < _MIN_ROWS:
            return False
        sides = (self.left, self.right)
        if min(_width(side) for side in sides) < _MIN_WIDTH * median(line.size for line in self.lines):
            return False
        top = max(min(line.top for line in side) for side in sides)
        bottom = min(max(line.bottom for line in side) for side in sides)
        return bottom - top >= min(_height(side) for side in sides) / 2


def _width(lines: Sequence[PdfLine]) -> float:
    return max(line.right for line in lines) - min(line.left for line in lines)


def _height(lines: Sequence[PdfLine]) -> float:
    return max(line.bottom for line in lines) - min(line.top for line in lines)


def _gutter(lines: Sequence[PdfLine]) -> float | None:
    """Return the place between the columns, or None if there is one column.

    It is where most lines are beside others, below each other at both sides.
    The gaps between words are at another place in each line.
    """
    if len(lines) < 2 * _MIN_ROWS:
        return None
    size = median(line.size for line in lines)
    starts = sorted({round(line.left, 1) for line in lines})
    best, most = None, _MIN_SHARE * len(lines)
    for right in sorted({round(line.right, 1) for line in lines}):
        after = bisect_left(starts, right + _MIN_GUTTER * size)
        if after == len(starts):
            break
        x = (right + starts[after]) / 2
        count = sum(len(band.lines) for band in _bands(lines, x, size) if band.is_columns)
        if count > most:
            best, most = x, count
    return best


def _bands(lines: Sequence[PdfLine], x: float, size: float = 0) -> list[_Band]:
    """Return the lines from top to bottom, apart from those across a gutter."""
    margin = _MIN_GUTTER * size / 2
    bands = [_Band()]
    for line in sorted(lines, key=lambda line: line.top):
        if line.right <= x - margin:
            side = "left"
        elif line.left >= x + margin:
            side = "right"
        else:
            side = "crossing"
        if bool(bands[-1].crossing) != (side == "crossing") and bands[-1].lines:
            bands.append(_Band())
        getattr(bands[-1], side).append(line)
    return bands


def _column(lines: Sequence[PdfLine]) -> Column:
    joined = rows(lines)
    return Column(tuple(joined), min(line.left for line in joined), max(line.right for line in joined))


def rows(lines: Iterable[PdfLine]) -> list[PdfLine]:
    """Return lines with those on one base line joined."""
    ordered: list[PdfLine] = []
    for line in sorted(lines, key=lambda line: (line.bottom, line.left)):
        if ordered and abs(ordered[-1].bottom - line.bottom) < line.size / 3:
            ordered.append(_pair(ordered.pop(), line))
        else:
            ordered.append(line)
    return ordered


def _pair(one: PdfLine, other: PdfLine) -> PdfLine:
    first, second = sorted((one, other), key=lambda line: line.left)
    return replace(
        first,
        words=f"{first.words} {second.words}",
        right=max(first.right, second.right),
        top=min(first.top, second.top),
        is_bold=first.is_bold and second.is_bold,
    )


def leading(lines: Sequence[PdfLine]) -> float:
    """Return the usual distance of two lines below each other."""
    gaps = [after.bottom - before.bottom for before, after in pairwise(lines) if after.bottom > before.bottom]
    return median_low(gaps) if gaps else 0.0
