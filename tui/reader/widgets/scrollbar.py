"""The last column of a pane: where the view is, and where the annotations are."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

MARK = "▕"
ASCII_MARK = "*"


@dataclass(frozen=True, slots=True)
class Track:
    """A scrollbar's cells from top to bottom."""

    marks: tuple[str, ...]
    """The kind to mark in each cell, or an empty string."""
    thumb: range
    """The cells that stand for what is in view."""


def track(height: int, rows: int, top: int, marked: Iterable[tuple[int, str]]) -> Track:
    """Return the scrollbar of a view of `height` rows over `rows` rows from row `top`.

    `marked` gives the row and kind of each annotation; where several share a cell, the rarest kind is shown, so that
    the one denial among sixty claims is seen.
    """
    found = list(marked)
    often = Counter(kind for _, kind in found)
    marks = [""] * height
    span = max(rows, height, 1)
    for row, kind in sorted(found, key=lambda each: often[each[1]], reverse=True):
        marks[min(height - 1, row * height // span)] = kind
    return Track(tuple(marks), _thumb(height, rows, top))


def _thumb(height: int, rows: int, top: int) -> range:
    if rows <= height or height <= 0:
        return range(0)
    size = max(1, height * height // rows)
    travel = height - size
    start = round(travel * top / max(1, rows - height))
    return range(start, start + size)
