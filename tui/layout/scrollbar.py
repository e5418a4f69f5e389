"""Map the cells of a scrollbar to rows and annotations."""

from __future__ import annotations

import sys
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.layout.wrapped import WrappedText


def thumb(height: int, total: int, top: int) -> range:
    """Return a scrollbar's cells for the `height` rows of `total` from `top`.

    `thumb(10, 100, 90)` is `range(9, 10)`. It is empty if all rows are in view.
    """
    if total <= height or height <= 0:
        return range(0)
    size = max(1, height * height // total)
    start = round((height - size) * top / max(1, total - height))
    return range(start, start + size)


def cell_bounds(height: int, wrapped: WrappedText) -> list[int]:
    """Return the code point at which each of `height` cells begins.

    Cells below the text begin beyond its end.
    """
    rows = max(wrapped.height, height, 1)
    firsts = [-(-cell * rows // height) for cell in range(height)]
    beyond = len(wrapped.text) + 1
    return [0, *(wrapped.row_span(row)[0] if row < wrapped.height else beyond for row in firsts[1:])][:height]


def cell_marks(bounds: Sequence[int], starts: Mapping[str, Sequence[int]]) -> list[str]:
    """Return the kind to show in each cell of a scrollbar, or "".

    `starts` has the sorted code points where annotations of each kind start. The rarest kind in a cell is shown:
    `cell_marks([0, 5], {"claim": [1, 2, 6], "denial": [3]})` is `["denial", "claim"]`.
    """
    marks = [""] * len(bounds)
    ends = (*bounds[1:], sys.maxsize)
    for kind in sorted(starts, key=lambda kind: len(starts[kind]), reverse=True):
        offsets = starts[kind]
        for cell, (start, end) in enumerate(zip(bounds, ends, strict=True)):
            first = bisect_left(offsets, start)
            if first < len(offsets) and offsets[first] < end:
                marks[cell] = kind
    return marks
