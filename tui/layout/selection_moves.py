"""The range of a selection, and the moves that extend it by words.

Offsets are code points.
"""

from collections.abc import Callable, Iterator

from tui.layout import graphemes
from tui.layout.selection_start import SelectionStart
from tui.layout.spaces import not_white, shown_end
from tui.layout.units import words
from tui.layout.word_snap import snap_to_words, unit_at
from tui.layout.wrapped import WrappedText
from tui.model import Span

_SEARCH_LENGTH = 200
"""Code points around the cursor that are searched for words first."""


def selected_span(text: str, start: SelectionStart, cursor: int) -> Span | None:
    """Return the selected range as whole words or graphemes.

    An exact selection that has not left its start selects nothing.
    """
    first, last = sorted((start.offset, cursor))
    span = Span(first, graphemes.next_boundary(text, last))
    if not start.exact:
        return snap_to_words(text, span)
    return None if first == last else span


def exact_selection(text: str, start: SelectionStart, cursor: int) -> tuple[SelectionStart, int]:
    """Return the start and the cursor of an exact selection of the same range."""
    span = None if start.exact else selected_span(text, start, cursor)
    if span is None:
        return start, cursor
    first, last = span.start, graphemes.previous_boundary(text, span.end)
    offset, cursor = (first, last) if cursor >= start.offset else (last, first)
    return start._replace(offset=offset, exact=True), cursor


def extended_by_word(wrapped: WrappedText, start: SelectionStart, cursor: int, direction: str) -> int | None:
    """Return the cursor after a move that extends or shortens by words.

    Return None if the move is not one of these. `left` and `right` go by words unless the selection is exact, and stop
    at punctuation too. No move passes over the start.
    """
    if direction not in _STEPS or (start.exact and direction in ("left", "right")):
        return None
    text = wrapped.text
    unit = Span(cursor, graphemes.next_boundary(text, cursor)) if start.exact else unit_at(text, cursor)
    target = _STEPS[direction](wrapped, unit, start.offset)
    is_at_start = unit.start <= start.offset < unit.end
    passes = min(cursor, target) < start.offset < max(cursor, target)
    return start.offset if passes and not is_at_start else target


def _left(wrapped: WrappedText, unit: Span, start: int) -> int:
    del start
    return _last_of(wrapped.text, Span(0, shown_end(wrapped.text, unit.start)))


def _right(wrapped: WrappedText, unit: Span, start: int) -> int:
    del start
    shown = not_white().search(wrapped.text, unit.end, wrapped.reached)
    return shown.start() if shown else unit.start


def _word_left(wrapped: WrappedText, unit: Span, start: int) -> int:
    """Return the end of the word before a unit, or its start left of `start`."""
    text = wrapped.text
    if unit.start > start:
        before = next((word for word in _words_before(text, unit) if word.end <= unit.start), None)
        return _last_of(text, before) if before else start
    return next((word.start for word in _words_before(text, unit) if word.start < unit.start), 0)


def _word_right(wrapped: WrappedText, unit: Span, start: int) -> int:
    """Return the end of the word after a unit, or its start left of `start`."""
    following = words(wrapped.text, max(0, unit.start - _SEARCH_LENGTH), wrapped.reached)
    if unit.end > start:
        last = Span(0, wrapped.reached)
        return _last_of(wrapped.text, next((word for word in following if word.end > unit.end), last))
    return next((word.start for word in following if word.start >= unit.end), start)


_STEPS: dict[str, Callable[[WrappedText, Span, int], int]] = {
    "left": _left,
    "right": _right,
    "word_left": _word_left,
    "word_right": _word_right,
}


def _last_of(text: str, span: Span) -> int:
    return graphemes.previous_boundary(text, span.end)


def _words_before(text: str, unit: Span) -> Iterator[Span]:
    """Yield the words that begin before a unit's end, last first."""
    length = _SEARCH_LENGTH
    while True:
        first = max(0, unit.start - length)
        end = min(len(text), unit.end + _SEARCH_LENGTH)
        before = [word for word in words(text, first, end) if word.start < unit.end]
        # The search may begin inside a word, so the first is sure only at the start of the text.
        sure = before if first == 0 else before[1:]
        if first == 0 or any(word.end <= unit.start for word in sure):
            yield from reversed(sure)
            return
        length *= 4
