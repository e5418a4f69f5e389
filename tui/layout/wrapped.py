"""A text as rows on a screen, and where each of its code points stands there."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from typing import NamedTuple

from tui.layout import graphemes
from tui.layout.paragraphs import is_hard_wrapped
from tui.layout.row_pattern import row_pattern
from tui.layout.spaces import WHITE, shown_end
from tui.layout.visible import make_visible
from tui.model import Span

_PIECE = 400_000  # code points wrapped at once


class Position(NamedTuple):
    """Where something is shown."""

    row: int
    cell: int


class WrappedText:
    """Rows of at most `width` cells; a text too long to wrap at once is wrapped on by `extend`."""

    def __init__(self, text: str, width: int) -> None:
        self.text = text
        self.width = max(width, 1)
        self._pattern = row_pattern(self.width, hard_wrapped=is_hard_wrapped(text))
        self._end = shown_end(text, len(text))
        self._reached = self._pattern.first(text) if self._end else 0
        self._starts: array[int] = array("I", [] if self._end else [0])
        self._finish()

    @property
    def height(self) -> int:
        """Rows so far; never 0 once some of the text is wrapped."""
        return len(self._starts)

    @property
    def complete(self) -> bool:
        """Whether all of the text is wrapped."""
        return self._reached >= len(self.text)

    @property
    def reached(self) -> int:
        """How far the text is wrapped, in code points."""
        return self._reached

    def extend(self, characters: int) -> None:
        """Wrap on by at least so many code points, or to the end."""
        goal = min(self._reached + max(characters, 1), self._end)
        while self._reached < goal:
            self._advance(min(goal, self._reached + _PIECE))
        self._finish()

    def row_span(self, row: int) -> Span:
        """Return the code points that `row` shows, without the white space after them."""
        start, end = self._extent(row)
        return Span(start, start + len(self.text[start:end].rstrip(WHITE)))

    def row_display(self, row: int) -> str:
        """Return what `row` shows, made visible; one code point for one of its span."""
        start, end = self.row_span(row)
        return make_visible(self.text[start:end])

    def is_blank(self, row: int) -> bool:
        """Tell whether `row` only parts two paragraphs."""
        start, end = self.row_span(row)
        return start == end

    def row_at(self, offset: int) -> int:
        """Return the row that holds code point `offset`, shown or not; the last for what is not wrapped yet."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def position(self, offset: int) -> Position:
        """Return where the grapheme that holds `offset` starts; white space not shown is at its row's end."""
        row = self.row_at(offset)
        start, _ = self.row_span(row)
        return Position(row, graphemes.cell_of(self.row_display(row), offset - start))

    def offset_at(self, row: int, cell: int) -> int:
        """Return where the grapheme that covers a cell starts; the nearest one for a cell that shows none."""
        row = min(max(row, 0), self.height - 1)
        return self.row_span(row)[0] + graphemes.index_at(self.row_display(row), cell)

    def _extent(self, row: int) -> Span:
        after = row + 1
        return Span(self._starts[row], self._starts[after] if after < len(self._starts) else self._reached)

    def _advance(self, goal: int) -> None:
        """Wrap to about `goal`. The last rows are left: what follows may change them."""
        start = self._reached
        rows = self._pattern.starts(self.text, start, goal)
        while goal < self._end and not _settled(rows):
            goal = min(self._end, goal + (goal - start))
            rows = self._pattern.starts(self.text, start, goal)
        settled = len(rows) if goal == self._end else _settled(rows)
        self._reached = goal if goal == self._end else rows[settled]
        self._starts.extend(rows[:settled])

    def _finish(self) -> None:
        if self._reached >= self._end:
            self._reached = len(self.text)


def wrap(text: str, width: int, limit: int | None = None) -> WrappedText:
    """Wrap `text` to rows of `width` cells: all of it, or its first `limit` code points, to be extended."""
    wrapped = WrappedText(text, width)
    wrapped.extend(len(text) if limit is None else limit)
    return wrapped


def _settled(rows: array[int]) -> int:
    """Return how many rows of a piece stay as they are, whatever follows it: all but two, and no blank one last."""
    if len(rows) > 1 and rows[-1] == rows[-2]:
        return len(rows) - 1
    return max(len(rows) - 2, 0)
