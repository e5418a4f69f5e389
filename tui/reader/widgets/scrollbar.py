"""The last column of a pane: where the view is, and where the annotations are."""

from collections import Counter
from collections.abc import Iterable

MARK = "▕"
ASCII_MARK = "*"


def cell_marks(height: int, rows: int, marked: Iterable[tuple[int, str]]) -> list[str]:
    """Return the kind to mark in each of the scrollbar's cells over `rows` rows, or an empty string.

    `marked` gives the row and kind of each annotation; where several share a cell, the rarest kind is shown, so that
    the one denial among sixty claims is seen.
    """
    found = list(marked)
    often = Counter(kind for _, kind in found)
    marks = [""] * height
    span = max(rows, height, 1)
    for row, kind in sorted(found, key=lambda each: often[each[1]], reverse=True):
        marks[min(height - 1, row * height // span)] = kind
    return marks


def thumb(height: int, rows: int, top: int) -> range:
    """Return the cells that stand for what is in view: `height` rows of `rows`, from row `top`."""
    if rows <= height or height <= 0:
        return range(0)
    size = max(1, height * height // rows)
    travel = height - size
    start = round(travel * top / max(1, rows - height))
    return range(start, start + size)
