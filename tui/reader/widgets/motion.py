"""From the name of a movement to where the cursor goes; the names are those of the key table."""

from collections.abc import Callable, Mapping

from tui.layout import moves
from tui.layout.wrapped import WrappedText

Move = Callable[[WrappedText, int], int]

SIDEWAYS: Mapping[str, Move] = {
    "left": moves.left,
    "right": moves.right,
    "word_left": moves.word_left,
    "word_right": moves.word_right,
    "row_start": moves.row_start,
    "row_end": moves.row_end,
    "paragraph_up": moves.paragraph_up,
    "paragraph_down": moves.paragraph_down,
    "start": lambda wrapped, _: moves.start(wrapped),
    "last": lambda wrapped, _: moves.end(wrapped),
}
"""Movements that forget which column the cursor was in."""


def moved(wrapped: WrappedText, cursor: int, direction: str, goal: int | None, page: int) -> tuple[int, int | None]:
    """Return where the cursor goes, and the cell to keep while it moves up and down; `page` is in rows."""
    sideways = SIDEWAYS.get(direction)
    if sideways:
        return sideways(wrapped, cursor), None
    rows = {
        "up": -1,
        "down": 1,
        "page_up": -page,
        "page_down": page,
        "half_up": -max(1, page // 2),
        "half_down": max(1, page // 2),
    }[direction]
    kept = moves.goal_of(wrapped, cursor) if goal is None else goal
    return moves.page(wrapped, cursor, rows, kept), kept
