"""Where the cursor goes: from a wrapped text and an offset to an offset.

The cursor rests on the start of a grapheme that is shown: never inside one, on a blank row, or on white space that a
row's end has swallowed. Offsets are code points. At the edge of the text (or of what is wrapped of it) it stays.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping

from tui.layout import graphemes
from tui.layout.wrapped import WrappedText

Move = Callable[[WrappedText, int], int]
"""From an offset to an offset."""

_WORD_BACK = 200  # code points before the cursor from which words are told apart


def snap_cursor(wrapped: WrappedText, offset: int) -> int:
    """Return where the cursor rests for `offset`: there, or on the nearest thing shown before it, else after it."""
    row = wrapped.row_at(offset)
    if wrapped.is_blank(row):
        row = _shown_row(wrapped, row, -1)
        if wrapped.is_blank(row):
            row = _shown_row(wrapped, row, 1)
    start, end = wrapped.row_span(row)
    if start == end:
        return start
    inside = min(max(offset, start), end - 1) - start
    return start + _edges(wrapped, row)[_index(wrapped, row, inside)]


def left(wrapped: WrappedText, offset: int) -> int:
    """Return the grapheme before, on the row above at a row's start."""
    offset = snap_cursor(wrapped, offset)
    row = wrapped.row_at(offset)
    start, _ = wrapped.row_span(row)
    if offset > start:
        return start + _edges(wrapped, row)[_index(wrapped, row, offset - start) - 1]
    above = _shown_row(wrapped, row, -1)
    return offset if above == row else _last(wrapped, above)


def right(wrapped: WrappedText, offset: int) -> int:
    """Return the grapheme after, on the row below at a row's end."""
    settled = snap_cursor(wrapped, offset)
    row = wrapped.row_at(settled)
    if settled < _last(wrapped, row):
        start, _ = wrapped.row_span(row)
        return start + _edges(wrapped, row)[_index(wrapped, row, settled - start) + 1]
    below = _shown_row(wrapped, row, 1)
    return settled if below == row else wrapped.row_span(below)[0]


def page(wrapped: WrappedText, offset: int, rows: int, goal_cell: int | None = None) -> int:
    """Return what stands so many rows below (above, if negative), past blank rows; at most the last (first) row."""
    row, cell = wrapped.position(snap_cursor(wrapped, offset))
    if rows == 0:
        return snap_cursor(wrapped, offset)
    step = 1 if rows > 0 else -1
    aim = min(max(row + rows, 0), wrapped.height - 1)
    if wrapped.is_blank(aim):
        ahead = _shown_row(wrapped, aim, step)
        aim = _shown_row(wrapped, aim, -step) if wrapped.is_blank(ahead) else ahead
    return wrapped.offset_at(aim, cell if goal_cell is None else goal_cell)


def goal_of(wrapped: WrappedText, offset: int) -> int:
    """Return the cell to keep while moving up and down from `offset`."""
    return wrapped.position(snap_cursor(wrapped, offset)).cell


def row_start(wrapped: WrappedText, offset: int) -> int:
    """Return the first grapheme of the row, past its indent; the indent's start if it is already there."""
    settled = snap_cursor(wrapped, offset)
    start, end = wrapped.row_span(wrapped.row_at(settled))
    shown = wrapped.text[start:end]
    first = start + len(shown) - len(shown.lstrip())
    return snap_cursor(wrapped, start if settled == first else first)


def row_end(wrapped: WrappedText, offset: int) -> int:
    """Return the last grapheme of the row."""
    return _last(wrapped, wrapped.row_at(snap_cursor(wrapped, offset)))


def word_right(wrapped: WrappedText, offset: int) -> int:
    """Return the start of the next word; the last grapheme where there is none."""
    settled = snap_cursor(wrapped, offset)
    for start_of_word in _word_starts(wrapped.text, max(settled - _WORD_BACK, 0), wrapped.reached):
        if start_of_word > settled:
            return snap_cursor(wrapped, start_of_word)
    return end(wrapped)


def word_left(wrapped: WrappedText, offset: int) -> int:
    """Return the start of the word the cursor is in, or of the one before; the first grapheme where there is none."""
    settled = snap_cursor(wrapped, offset)
    reach = _WORD_BACK
    while True:
        since = max(settled - reach, 0)
        starts = list(_word_starts(wrapped.text, since, settled))
        if since == 0 or len(starts) > 1:
            return snap_cursor(wrapped, starts[-1]) if starts else start(wrapped)
        reach *= 4


def _word_starts(text: str, since: int, until: int) -> Iterator[int]:
    from tui.layout.units import word_pattern  # noqa: PLC0415 - not needed to open

    return (word.start() for word in word_pattern().finditer(text, since, until))


def paragraph_down(wrapped: WrappedText, offset: int) -> int:
    """Return the start of the next paragraph; the last grapheme in the last one."""
    row = wrapped.row_at(snap_cursor(wrapped, offset))
    while row < wrapped.height and not wrapped.is_blank(row):
        row += 1
    below = _shown_row(wrapped, row, 1)
    return end(wrapped) if below == row else snap_cursor(wrapped, wrapped.row_span(below)[0])


def paragraph_up(wrapped: WrappedText, offset: int) -> int:
    """Return the start of the paragraph, or of the one before where the cursor is at the start."""
    settled = snap_cursor(wrapped, offset)
    first = _paragraph_row(wrapped, wrapped.row_at(settled))
    if settled == snap_cursor(wrapped, wrapped.row_span(first)[0]):
        first = _paragraph_row(wrapped, _shown_row(wrapped, first, -1))
    return snap_cursor(wrapped, wrapped.row_span(first)[0])


def start(wrapped: WrappedText) -> int:
    """Return the first grapheme shown."""
    return snap_cursor(wrapped, 0)


def end(wrapped: WrappedText) -> int:
    """Return the last grapheme shown of what is wrapped."""
    return snap_cursor(wrapped, len(wrapped.text))


SIDEWAYS: Mapping[str, Move] = {
    "left": left,
    "right": right,
    "word_left": word_left,
    "word_right": word_right,
    "row_start": row_start,
    "row_end": row_end,
    "paragraph_up": paragraph_up,
    "paragraph_down": paragraph_down,
    "start": lambda wrapped, _: start(wrapped),
    "last": lambda wrapped, _: end(wrapped),
}
"""Movements that forget which cell the cursor was in, by the name that the key table gives them."""


def move(wrapped: WrappedText, cursor: int, direction: str, goal: int | None, page_rows: int) -> tuple[int, int | None]:
    """Return where the cursor goes, and the cell to keep while it moves up and down.

    `direction` is a name of `SIDEWAYS`, or `up`, `down`, `page_up`, `page_down`, `half_up`, `half_down`.
    """
    sideways = SIDEWAYS.get(direction)
    if sideways:
        return sideways(wrapped, cursor), None
    rows = {
        "up": -1,
        "down": 1,
        "page_up": -page_rows,
        "page_down": page_rows,
        "half_up": -max(1, page_rows // 2),
        "half_down": max(1, page_rows // 2),
    }[direction]
    kept = goal_of(wrapped, cursor) if goal is None else goal
    return page(wrapped, cursor, rows, kept), kept


def _edges(wrapped: WrappedText, row: int) -> tuple[int, ...]:
    return graphemes.boundaries(wrapped.row_display(row))


def _index(wrapped: WrappedText, row: int, inside: int) -> int:
    """Return which grapheme of the row holds its code point `inside`."""
    return bisect_right(_edges(wrapped, row), inside) - 1


def _last(wrapped: WrappedText, row: int) -> int:
    first, after = wrapped.row_span(row)
    return first if first == after else first + _edges(wrapped, row)[-2]


def _shown_row(wrapped: WrappedText, row: int, step: int) -> int:
    """Return the next row that is not blank; `row` itself where there is none."""
    at = row + step
    while 0 <= at < wrapped.height:
        if not wrapped.is_blank(at):
            return at
        at += step
    return row


def _paragraph_row(wrapped: WrappedText, row: int) -> int:
    while row > 0 and not wrapped.is_blank(row - 1):
        row -= 1
    return row
