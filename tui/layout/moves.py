"""The moves of the cursor in a wrapped text.

A move takes the cursor's offset and returns the new one, in code points: `right(wrap("one two", 4), 2)` is 4, because
the space that ends the row is not shown. The new offset is always the start of a grapheme that is shown. No move
leaves the part of the text that is wrapped.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping

from tui.layout import graphemes
from tui.layout.wrapped import WrappedText

Move = Callable[[WrappedText, int], int]

_WORD_SEARCH_LENGTH = 200  # code points around the cursor that `word_left` and `word_right` search first


def snap_cursor(wrapped: WrappedText, offset: int) -> int:
    """Return the nearest cursor offset, at or before `offset` if possible."""
    row = wrapped.row_at(offset)
    if wrapped.is_blank(row):
        row = _next_shown_row(wrapped, row, -1)
        if wrapped.is_blank(row):
            row = _next_shown_row(wrapped, row, 1)
    start, end = wrapped.row_span(row)
    if start == end:
        return start
    offset_in_row = min(max(offset, start), end - 1) - start
    return start + _edges(wrapped, row)[_grapheme_index(wrapped, row, offset_in_row)]


def left(wrapped: WrappedText, offset: int) -> int:
    """Return the previous grapheme, which may be on the row above."""
    cursor = snap_cursor(wrapped, offset)
    row = wrapped.row_at(cursor)
    start, _ = wrapped.row_span(row)
    if cursor > start:
        return start + _edges(wrapped, row)[_grapheme_index(wrapped, row, cursor - start) - 1]
    above = _next_shown_row(wrapped, row, -1)
    return cursor if above == row else _last_grapheme(wrapped, above)


def right(wrapped: WrappedText, offset: int) -> int:
    """Return the next grapheme, which may be on the row below."""
    cursor = snap_cursor(wrapped, offset)
    row = wrapped.row_at(cursor)
    if cursor < _last_grapheme(wrapped, row):
        start, _ = wrapped.row_span(row)
        return start + _edges(wrapped, row)[_grapheme_index(wrapped, row, cursor - start) + 1]
    below = _next_shown_row(wrapped, row, 1)
    return cursor if below == row else wrapped.row_span(below)[0]


def move_rows(wrapped: WrappedText, offset: int, rows: int, goal_cell: int | None = None) -> int:
    """Return the grapheme that is `rows` below, or above if negative.

    It is at the cell `goal_cell` of its row, or at the cursor's cell if that is None. If the row is blank, the move
    goes on to a row with text, or back to one if none is ahead.
    """
    cursor = snap_cursor(wrapped, offset)
    if rows == 0:
        return cursor
    row, cell = wrapped.position(cursor)
    step = 1 if rows > 0 else -1
    target = min(max(row + rows, 0), wrapped.height - 1)
    if wrapped.is_blank(target):
        ahead = _next_shown_row(wrapped, target, step)
        target = _next_shown_row(wrapped, target, -step) if wrapped.is_blank(ahead) else ahead
    return wrapped.offset_at(target, cell if goal_cell is None else goal_cell)


def cursor_cell(wrapped: WrappedText, offset: int) -> int:
    """Return the cell of the cursor in its row."""
    return wrapped.position(snap_cursor(wrapped, offset)).cell


def row_start(wrapped: WrappedText, offset: int) -> int:
    """Return the row's first character after its indent, from there its start."""
    cursor = snap_cursor(wrapped, offset)
    start, end = wrapped.row_span(wrapped.row_at(cursor))
    text = wrapped.text[start:end]
    indented = start + len(text) - len(text.lstrip())
    return snap_cursor(wrapped, start if cursor == indented else indented)


def row_end(wrapped: WrappedText, offset: int) -> int:
    """Return the last grapheme of the row."""
    return _last_grapheme(wrapped, wrapped.row_at(snap_cursor(wrapped, offset)))


def word_right(wrapped: WrappedText, offset: int) -> int:
    """Return the start of the next word, or the end of the text."""
    cursor = snap_cursor(wrapped, offset)
    for word in _word_starts(wrapped.text, max(cursor - _WORD_SEARCH_LENGTH, 0), wrapped.reached):
        if word > cursor:
            return snap_cursor(wrapped, word)
    return text_end(wrapped)


def word_left(wrapped: WrappedText, offset: int) -> int:
    """Return the start of the word, from there the start of the one before."""
    cursor = snap_cursor(wrapped, offset)
    length = _WORD_SEARCH_LENGTH
    while True:
        first = max(cursor - length, 0)
        starts = list(_word_starts(wrapped.text, first, cursor))
        # The search may begin inside a word, so the first start is sure only if another one follows it.
        if first == 0 or len(starts) > 1:
            return snap_cursor(wrapped, starts[-1]) if starts else text_start(wrapped)
        length *= 4


def _word_starts(text: str, start: int, end: int) -> Iterator[int]:
    from tui.layout.units import words  # noqa: PLC0415 - not needed to open

    return (word.start for word in words(text, start, end))


def paragraph_down(wrapped: WrappedText, offset: int) -> int:
    """Return the start of the next paragraph, or the end of the text."""
    row = wrapped.row_at(snap_cursor(wrapped, offset))
    while row < wrapped.height and not wrapped.is_blank(row):
        row += 1
    below = _next_shown_row(wrapped, row, 1)
    return text_end(wrapped) if below == row else snap_cursor(wrapped, wrapped.row_span(below)[0])


def paragraph_up(wrapped: WrappedText, offset: int) -> int:
    """Return the paragraph's start, from there the start of the one before."""
    cursor = snap_cursor(wrapped, offset)
    first = _paragraph_row(wrapped, wrapped.row_at(cursor))
    if cursor == snap_cursor(wrapped, wrapped.row_span(first)[0]):
        first = _paragraph_row(wrapped, _next_shown_row(wrapped, first, -1))
    return snap_cursor(wrapped, wrapped.row_span(first)[0])


def text_start(wrapped: WrappedText) -> int:
    """Return the first grapheme that is shown, after what is folded."""
    return snap_cursor(wrapped, wrapped.fold.body if wrapped.fold else 0)


def text_end(wrapped: WrappedText) -> int:
    """Return the last grapheme that is shown, as far as the text is wrapped."""
    return snap_cursor(wrapped, len(wrapped.text))


MOVES: Mapping[str, Move] = {
    "left": left,
    "right": right,
    "word_left": word_left,
    "word_right": word_right,
    "row_start": row_start,
    "row_end": row_end,
    "paragraph_up": paragraph_up,
    "paragraph_down": paragraph_down,
    "start": lambda wrapped, _: text_start(wrapped),
    "last": lambda wrapped, _: text_end(wrapped),
}
"""The moves that do not keep the cursor's cell, by their names in the key table."""


def move(wrapped: WrappedText, cursor: int, direction: str, goal: int | None, page_rows: int) -> tuple[int, int | None]:
    """Return the new offset, and the cell to keep while moving up and down.

    `direction` is in `MOVES`, or `up`, `down`, `page_up`, `page_down`, `half_up`, `half_down`.
    Raises KeyError if it is none of them.
    """
    if direction in MOVES:
        return MOVES[direction](wrapped, cursor), None
    half = max(1, page_rows // 2)
    rows = {"up": -1, "down": 1, "page_up": -page_rows, "page_down": page_rows, "half_up": -half, "half_down": half}
    cell = cursor_cell(wrapped, cursor) if goal is None else goal
    return move_rows(wrapped, cursor, rows[direction], cell), cell


def _edges(wrapped: WrappedText, row: int) -> tuple[int, ...]:
    """Return each grapheme's offset in the row, and the row's length last."""
    return graphemes.boundaries(wrapped.row_display(row))


def _grapheme_index(wrapped: WrappedText, row: int, offset_in_row: int) -> int:
    return bisect_right(_edges(wrapped, row), offset_in_row) - 1


def _last_grapheme(wrapped: WrappedText, row: int) -> int:
    start, end = wrapped.row_span(row)
    return start if start == end else start + _edges(wrapped, row)[-2]


def _next_shown_row(wrapped: WrappedText, row: int, step: int) -> int:
    """Return the next row with text, up or down by `step`, or `row` if none."""
    rows = range(row + step, wrapped.height if step > 0 else -1, step)
    return next((other for other in rows if not wrapped.is_blank(other)), row)


def _paragraph_row(wrapped: WrappedText, row: int) -> int:
    """Return the first row of the paragraph that `row` is in."""
    while row > 0 and not wrapped.is_blank(row - 1):
        row -= 1
    return row
