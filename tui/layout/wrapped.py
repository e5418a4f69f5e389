"""Wrap a text to rows, and convert between offsets and positions."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from typing import NamedTuple

from tui.layout import graphemes
from tui.layout.direction import is_right_to_left, may_be_right_to_left
from tui.layout.fold import Fold
from tui.layout.reflow import Reflow, join_newlines
from tui.layout.row_pattern import RowPattern, row_pattern
from tui.layout.spaces import WHITE, shown_end, spaces_in
from tui.layout.visible import as_newlines, make_visible
from tui.model import Span

_PIECE = 400_000  # code points wrapped at once
_NEARBY = 200  # code points around a row in which a right-to-left paragraph has such a letter
_ROWS_BACK = 50  # rows in which the start of a paragraph is looked for


class Position(NamedTuple):
    """A row, and a cell in it, both from 0."""

    row: int
    cell: int


class WrappedText:
    """A text in rows of at most `width` cells, wrapped as far as needed."""

    def __init__(self, text: str, width: int, fold: Fold | None = None) -> None:
        text = as_newlines(text)
        self.text = text
        """The text with newlines for all line breaks, as long as it was."""
        self.width = max(width, 1)
        self._spaces = spaces_in(text)
        self._flow = Reflow(text)
        self._flow.extend(1)
        self._end = shown_end(text, len(text))
        self._starts: array[int] = array("I", [] if self._end else [0])
        self.reached = self._pattern_at(0).first(text) if self._end else len(text)
        """How far the text is wrapped, in code points."""
        self.fold = fold
        """What the first row stands for, until it is unfolded."""
        if fold:
            self._fold(fold)

    @property
    def height(self) -> int:
        """The number of rows so far, at least 1 after the first `extend`."""
        return len(self._starts)

    @property
    def complete(self) -> bool:
        return self.reached >= len(self.text)

    def extend(self, length: int) -> None:
        """Wrap at least `length` more code points, or all that are left."""
        goal = min(self.reached + max(length, 1), self._end)
        while self.reached < goal:
            self._advance(min(goal, self.reached + _PIECE))
        if self.reached >= self._end:
            self.reached = len(self.text)

    def extend_past(self, offset: int, length: int) -> None:
        """Wrap to after a code point, in pieces of `length` code points."""
        while not self.complete and self.reached <= offset:
            self.extend(length)

    def row_span(self, row: int) -> Span:
        """Return the code points that `row` shows, without white space after."""
        start = self._starts[row]
        if row == 0 and self.fold:
            return Span(start, self.fold.shown_end)
        end = self._starts[row + 1] if row + 1 < len(self._starts) else self.reached
        return Span(start, start + len(self.text[start:end].rstrip(WHITE)))

    def row_display(self, row: int) -> str:
        """Return what `row` shows, one code point for one of its span."""
        start, end = self.row_span(row)
        return make_visible(join_newlines(self.text[start:end]))

    def is_blank(self, row: int) -> bool:
        """Return whether `row` is empty, as between paragraphs."""
        start, end = self.row_span(row)
        return start == end

    def row_at(self, offset: int) -> int:
        """Return the row of code point `offset`, the last if not yet wrapped."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def position(self, offset: int) -> Position:
        """Return where the grapheme at code point `offset` is shown.

        The cell is counted from the left edge, with the indent of the row. White space that is not shown is at the end
        of its row: `wrap("one two", 4).position(3)` is `Position(0, 3)`.
        """
        row = self.row_at(offset)
        start, _ = self.row_span(row)
        return Position(row, self.indent(row) + graphemes.cell_of(self.row_display(row), offset - start))

    def offset_at(self, row: int, cell: int) -> int:
        """Return the code point of the grapheme in a cell, or of the nearest.

        `wrap("one two", 4).offset_at(1, 2)` is 6.
        """
        row = min(max(row, 0), self.height - 1)
        return self.row_span(row)[0] + graphemes.index_at(self.row_display(row), cell - self.indent(row))

    def indent(self, row: int) -> int:
        """Return the cells left of what `row` shows.

        It is 0, but a row of a right-to-left paragraph ends at the right edge.
        """
        start, end = self.row_span(row)
        if start == end or not may_be_right_to_left(self.text, max(start - _NEARBY, 0), end + _NEARBY):
            return 0
        if not is_right_to_left(self.text, self._paragraph_start(row)):
            return 0
        return max(0, self.width - graphemes.cell_of(self.row_display(row), end - start))

    def _paragraph_start(self, row: int) -> int:
        first = row
        while first > max(row - _ROWS_BACK, 0) and not self.is_blank(first - 1):
            first -= 1
        return self.row_span(first)[0]

    def unfold(self) -> int:
        """Show the rows of what is folded, and return how many rows that adds."""
        if self.fold is None:
            return 0
        rows = row_pattern(self.width, self._spaces, hard_wrapped=True).starts(
            self.text, self.fold.start, self.fold.end
        )
        self._starts[:1] = rows
        self.fold = None
        return len(rows) - 1

    def _fold(self, fold: Fold) -> None:
        """Begin with the row of a fold, and a blank one if text follows."""
        self._flow.extend(fold.end + 1)
        self._starts = array("I", [fold.start] if fold.end >= self._end else [fold.start, fold.end])
        self.reached = (
            len(self.text) if fold.end >= self._end else self._pattern_at(fold.end).first(self.text, fold.end)
        )

    def _advance(self, goal: int) -> None:
        """Wrap to about `goal`, without the rows that later text may change."""
        start = self.reached
        rows = self._rows(start, goal)
        while goal < self._end and not _final_count(rows):
            goal = min(self._end, goal + (goal - start))
            rows = self._rows(start, goal)
        count = len(rows) if goal == self._end else _final_count(rows)
        self.reached = goal if goal == self._end else rows[count]
        self._starts.extend(rows[:count])

    def _rows(self, start: int, goal: int) -> array[int]:
        """Return the start of each row between two code points."""
        self._flow.extend(goal)
        text, first = self._flow.part(start, goal)
        rows = array("I")
        while start < goal:
            end = self._flow.next_change(start, goal)
            pattern = self._pattern_at(start)
            if end < goal:
                end = min(pattern.after_indent(self.text, end), goal)
            rows.extend(pattern.starts(text, start - first, end - first))
            start = end
        return array("I", map(first.__add__, rows)) if first else rows

    def _pattern_at(self, offset: int) -> RowPattern:
        return row_pattern(self.width, self._spaces, hard_wrapped=not self._flow.lines_are_paragraphs(offset))


def wrap(text: str, width: int, limit: int | None = None, fold: Fold | None = None) -> WrappedText:
    """Wrap `text`, or about `limit` code points of it, to `width` cells."""
    wrapped = WrappedText(text, width, fold)
    wrapped.extend(len(text) if limit is None else limit)
    return wrapped


def _final_count(rows: array[int]) -> int:
    """Return how many rows stay as they are, whatever text follows."""
    if len(rows) > 1 and rows[-1] == rows[-2]:
        return len(rows) - 1
    return max(len(rows) - 2, 0)
