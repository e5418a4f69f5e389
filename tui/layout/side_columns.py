"""The widths of the columns of a list of disagreements: pure, in cells."""

from typing import NamedTuple

GAP = 2
"""Cells between two columns."""
SIGLUM_WIDTH = 2
LABEL_WIDTH = 11
"""Cells of what differs, as in `proposition`."""
MIN_SIDE_WIDTH, MAX_SIDE_WIDTH = 14, 40
"""Cells of a column for each annotator, at least and at most."""
MIN_QUOTE_WIDTH = 16
_QUOTE_PERCENT = 40


class SideColumns(NamedTuple):
    """The widths of the columns in cells."""

    quote: int
    side: int
    """Of the column of each annotator, or of the one that has them all."""
    is_joined: bool
    """Whether one column has all annotators."""


def fit_sides(width: int, annotators: int) -> SideColumns:
    """Return columns that fill `width` cells.

    If not every annotator can have a column, they share one.
    """
    free = width - SIGLUM_WIDTH - LABEL_WIDTH - 2 * GAP
    quote = max(MIN_QUOTE_WIDTH, free * _QUOTE_PERCENT // 100)
    for least in (quote, MIN_QUOTE_WIDTH):
        side = (free - least) // max(1, annotators) - GAP
        if side >= MIN_SIDE_WIDTH:
            side = min(MAX_SIDE_WIDTH, side)
            return SideColumns(free - annotators * (side + GAP), side, is_joined=False)
    quote = max(1, min(quote, free // 2))
    return SideColumns(quote, max(1, free - quote - GAP), is_joined=True)
