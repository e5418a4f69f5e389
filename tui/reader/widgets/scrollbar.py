"""The last column of a pane: where the view is, and where the annotations are."""

import sys
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from tui.layout.wrapped import WrappedText

MARK = "▕"
ASCII_MARK = "*"


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


def thumb(height: int, rows: int, top: int) -> range:
    """Return the cells that stand for what is in view: `height` rows of `rows`, from row `top`."""
    if rows <= height or height <= 0:
        return range(0)
    size = max(1, height * height // rows)
    travel = height - size
    start = round(travel * top / max(1, rows - height))
    return range(start, start + size)
