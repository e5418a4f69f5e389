"""The mouse in a pane: clicks, drags, the wheel and the scrollbar."""

from time import monotonic
from typing import Protocol

from textual import events
from textual.geometry import Offset, Size
from textual.widget import Widget

from tui.layout.selection_start import SelectionStart
from tui.model import Account, Span

WHEEL_ROWS = 3
"""Rows that one step of the wheel scrolls."""


class MouseTarget(Protocol):
    """What the mouse acts on: a text with a cursor, a selection and a view."""

    @property
    def size(self) -> Size:
        """The size in cells."""

    @property
    def article_text(self) -> str:
        """The text whose code points offsets count."""

    @property
    def account(self) -> Account:
        """The account whose text it is."""

    @property
    def cursor(self) -> int:
        """The code point that has the cursor."""

    @property
    def selection(self) -> Span | None:
        """The selected code points."""

    @property
    def selection_start(self) -> SelectionStart | None:
        """Where the selection starts, or None if nothing is selected."""

    def offset_at(self, x: int, y: int) -> int:
        """Return the code point under a cell."""

    def go_to(self, offset: int) -> None:
        """Move the cursor to a code point."""

    def select_from(self, start: SelectionStart | None) -> None:
        """Select from a start to the cursor, or clear the selection."""

    def select(self, span: Span, *, exact: bool = True) -> None:
        """Select a range of code points."""

    def scroll_rows(self, rows: int) -> None:
        """Scroll by rows, without moving the cursor."""

    def scroll_to_cell(self, y: int) -> None:
        """Scroll to the part of the text that a scrollbar cell represents."""


class MouseSelection:
    """Handle the mouse events of a pane: move cursor, selection and view."""

    def __init__(self, target: MouseTarget, widget: Widget) -> None:
        self.scrolled_at = float("-inf")
        """When the user last scrolled, by the monotonic clock."""
        self._target = target
        self._widget = widget
        """The same pane as a Textual widget, which captures the mouse and knows which cell an event is in."""
        self._dragging = False
        self._has_dragged = False
        """Whether the mouse has moved to another place since the last press."""
        self._drag_start: int | None = None
        """Where a drag selects from, or None if it extends a selection."""

    def press(self, event: events.MouseDown) -> None:
        """Scroll by the scrollbar, or move the cursor there and start a drag.

        With Shift, or after `v`, this extends the selection. Otherwise it clears it.
        """
        cell = event.get_content_offset(self._widget)
        if event.button != 1 or cell is None:
            return
        if self._is_scrollbar(cell):
            self.scrolled_at = monotonic()
            self._target.scroll_to_cell(cell.y)
            return
        self._dragging, self._has_dragged = True, False
        self._widget.capture_mouse()
        offset = self._target.offset_at(cell.x, cell.y)
        self._drag_start = None if self._extends(event) else offset
        if self._drag_start is not None:
            self._target.select_from(None)  # else the move would extend the old selection
        self._target.go_to(offset)

    def _extends(self, event: events.MouseDown) -> bool:
        """Return whether a press extends a selection, which Shift begins."""
        start = self._target.selection_start
        if event.shift:
            start = start or SelectionStart(self._target.cursor)
            self._target.select_from(start._replace(exact=_is_exact(event)))
            return True
        return start is not None and start.click_extends

    def drag(self, event: events.MouseMove) -> None:
        """Extend the selection, and scroll if the mouse is beyond an edge."""
        if not self._dragging:
            return
        cell = event.get_content_offset_capture(self._widget)
        last = self._target.size.height - 1
        if not 0 <= cell.y <= last:
            self._target.scroll_rows(-1 if cell.y < 0 else 1)
        offset = self._target.offset_at(cell.x, max(0, min(cell.y, last)))
        if self._target.selection_start is None and offset == self._drag_start:
            return  # a mouse that trembles while it clicks
        self._has_dragged = self._has_dragged or offset != self._drag_start
        if self._drag_start is not None:
            self._select_from(SelectionStart(self._drag_start, exact=_is_exact(event)))
        self._target.go_to(offset)

    def _select_from(self, start: SelectionStart) -> None:
        if start != self._target.selection_start:
            self._target.select_from(start)

    def release(self) -> None:
        """End a drag, and stop selecting if nothing is selected."""
        if not self._dragging:
            return
        self._dragging = False
        self._widget.release_mouse()
        if self._target.selection is None:
            self._target.select_from(None)

    def click(self, event: events.Click) -> None:
        """Select a word on a double click, a sentence on a triple click."""
        cell = event.get_content_offset(self._widget)
        if event.chain < 2 or cell is None or self._is_scrollbar(cell) or self._has_dragged:
            return
        if event.shift or (self._target.selection_start and self._target.selection_start.click_extends):
            return  # each press has extended the selection
        from tui.layout.units import sentence_at, word_at  # noqa: PLC0415 - not needed to open

        text, offset = self._target.article_text, self._target.offset_at(cell.x, cell.y)
        if event.chain == 2:
            self._target.select(word_at(text, offset), exact=False)
        else:
            self._target.select(sentence_at(text, offset, self._target.account.article.byline.language))

    def _is_scrollbar(self, cell: Offset) -> bool:
        return cell.x >= self._target.size.width - 1

    def turn_wheel(self, event: events.MouseScrollDown | events.MouseScrollUp) -> None:
        """Scroll without moving the cursor."""
        event.stop()
        self.scrolled_at = monotonic()
        self._target.scroll_rows(WHEEL_ROWS if isinstance(event, events.MouseScrollDown) else -WHEEL_ROWS)


def _is_exact(event: events.MouseEvent) -> bool:
    """Return whether the mouse selects by characters: with Alt, or Ctrl.

    Some terminals and desktops keep Alt for themselves.
    """
    return event.meta or event.ctrl
