"""The lines of a page in the order of reading: column by column."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median, median_low
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.intake.pdf_lines import PdfLine

_MIN_LINES = 3
"""On each side of a gutter."""
_MIN_GUTTER = 0.7
"""In letter sizes."""
_MAX_CROSSING = 0.4
"""Of the lines of a page: headings over both columns."""


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
    for crosses, band in groupby(sorted(lines, key=lambda line: line.top), key=lambda line: _crosses(line, gutter)):
        part = list(band)
        if crosses:
            ordered.append(_column(part))
            continue
        ordered += columns([line for line in part if line.right <= gutter])
        ordered += columns([line for line in part if line.left >= gutter])
    return ordered


def _crosses(line: PdfLine, x: float) -> bool:
    return line.left < x < line.right


def _gutter(lines: Sequence[PdfLine]) -> float | None:
    """Return the place between two columns that the fewest lines cross."""
    if len(lines) < 2 * _MIN_LINES:
        return None
    size = median(line.size for line in lines)
    edges = sorted({round(line.right, 1) for line in lines})
    starts = sorted({round(line.left, 1) for line in lines})
    best: tuple[int, float] | None = None
    for right in edges:
        left = next((start for start in starts if start >= right + _MIN_GUTTER * size), None)
        if left is None:
            break
        x = (right + left) / 2
        crossing = _crossing(lines, x, _MIN_GUTTER * size / 2)
        if crossing is not None and (best is None or crossing < best[0]):
            best = crossing, x
    return best[1] if best else None


def _crossing(lines: Sequence[PdfLine], x: float, margin: float) -> int | None:
    """Return how many lines cross a gutter, or None if it can be none."""
    before = [line for line in lines if line.right <= x - margin]
    after = [line for line in lines if line.left >= x + margin]
    crossing = len(lines) - len(before) - len(after)
    if min(len(before), len(after)) < _MIN_LINES or crossing > _MAX_CROSSING * len(lines):
        return None
    if not _side_by_side(before, after):
        return None
    return crossing


def _side_by_side(before: Sequence[PdfLine], after: Sequence[PdfLine]) -> bool:
    """Return whether two columns share half the height of the lower one."""
    top = max(min(line.top for line in before), min(line.top for line in after))
    bottom = min(max(line.bottom for line in before), max(line.bottom for line in after))
    heights = [max(line.bottom for line in side) - min(line.top for line in side) for side in (before, after)]
    return bottom - top >= min(heights) / 2


def _column(lines: Sequence[PdfLine]) -> Column:
    joined = _joined(lines)
    return Column(tuple(joined), min(line.left for line in joined), max(line.right for line in joined))


def _joined(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """Return the lines with those on one base line joined."""
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
