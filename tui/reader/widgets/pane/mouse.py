"""The mouse in a pane: clicks, drags, the wheel and the scrollbar."""

from time import monotonic
from typing import Protocol

from textual import events
from textual.geometry import Offset, Size
from textual.widget import Widget

from tui.model import Span

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
    def selection(self) -> Span | None:
        """The selected code points."""

    def offset_at(self, x: int, y: int) -> int:
        """Return the code point under a cell."""

    def is_scrollbar(self, cell: Offset) -> bool:
        """Return whether a cell is part of the scrollbar."""

    def go_to(self, offset: int) -> None:
        """Move the cursor to a code point."""

    def select_from(self, offset: int | None) -> None:
        """Select from a code point to the cursor, or clear the selection."""

    def select(self, span: Span) -> None:
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

    def press(self, event: events.MouseDown) -> None:
        """Scroll by the scrollbar, or move the cursor there and start a drag.

        Shift keeps the start of the selection, and so extends it.
        """
        cell = event.get_content_offset(self._widget)
        if event.button != 1 or cell is None:
            return
        if self._target.is_scrollbar(cell):
            self.scrolled_at = monotonic()
            self._target.scroll_to_cell(cell.y)
            return
        self._dragging = True
        self._widget.capture_mouse()
        offset = self._target.offset_at(cell.x, cell.y)
        if event.shift:
            self._target.go_to(offset)
            return
        self._target.select_from(None)  # else the move would extend the old selection
        self._target.go_to(offset)
        self._target.select_from(offset)

    def drag(self, event: events.MouseMove) -> None:
        """Extend the selection, and scroll if the mouse is beyond an edge."""
        if not self._dragging:
            return
        cell = event.get_content_offset_capture(self._widget)
        last = self._target.size.height - 1
        if not 0 <= cell.y <= last:
            self._target.scroll_rows(-1 if cell.y < 0 else 1)
        self._target.go_to(self._target.offset_at(cell.x, max(0, min(cell.y, last))))

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
        if event.chain < 2 or cell is None or self._target.is_scrollbar(cell):
            return
        from tui.layout.units import sentence_at, word_at  # noqa: PLC0415 - not needed to open

        unit = word_at if event.chain == 2 else sentence_at
        self._target.select(unit(self._target.article_text, self._target.offset_at(cell.x, cell.y)))

    def turn_wheel(self, event: events.MouseScrollDown | events.MouseScrollUp) -> None:
        """Scroll without moving the cursor."""
        event.stop()
        self.scrolled_at = monotonic()
        self._target.scroll_rows(WHEEL_ROWS if isinstance(event, events.MouseScrollDown) else -WHEEL_ROWS)
