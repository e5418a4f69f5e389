"""The cells of a scrollbar: which part of the text each stands for, and which are in view."""

from __future__ import annotations

import sys
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.layout.wrapped import WrappedText


def thumb(height: int, total: int, top: int) -> range:
    """Return the cells of a scrollbar that stand for what is in view: `height` rows of `total`, from row `top`.

    It is empty if everything is in view: `thumb(10, 100, 90)` is `range(9, 10)`.
    """
    if total <= height or height <= 0:
        return range(0)
    size = max(1, height * height // total)
    start = round((height - size) * top / max(1, total - height))
    return range(start, start + size)


def cell_bounds(height: int, wrapped: WrappedText) -> list[int]:
    """Return the code point with which each of the scrollbar's cells begins; past the text it is beyond its end."""
    rows = max(wrapped.height, height, 1)
    firsts = [-(-cell * rows // height) for cell in range(height)]
    beyond = len(wrapped.text) + 1
    return [0, *(wrapped.row_span(row)[0] if row < wrapped.height else beyond for row in firsts[1:])][:height]


def cell_marks(bounds: Sequence[int], starts: Mapping[str, Sequence[int]]) -> list[str]:
    """Return the kind to mark in each of the scrollbar's cells, or an empty string.

    `starts` gives, in order, where the annotations of each kind begin. Where several share a cell, the rarest kind is
    shown, so that the one denial among sixty claims is seen.
    """
    marks = [""] * len(bounds)
    ends = (*bounds[1:], sys.maxsize)
    for kind in sorted(starts, key=lambda kind: len(starts[kind]), reverse=True):
        known = starts[kind]
        for cell, (start, end) in enumerate(zip(bounds, ends, strict=True)):
            first = bisect_left(known, start)
            if first < len(known) and known[first] < end:
                marks[cell] = kind
    return marks
