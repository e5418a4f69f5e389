"""The mouse in a pane: click, drag, double and triple click, wheel."""

from time import monotonic

from textual import events
from textual.geometry import Offset
from textual.widget import Widget

from tui.model import Span

WHEEL_ROWS = 3
"""Rows a turn of the wheel moves the view."""


class Pointing(Widget):
    """A widget with text in it that can be pointed at; what is where is for `Pane` to say."""

    _dragging = False
    scrolled_at = float("-inf")
    """When the user last moved the view by hand, by the monotonic clock."""

    def offset_at(self, x: int, y: int) -> int:
        """Return the code point under a cell of the widget."""
        raise NotImplementedError

    def go_to(self, offset: int, *, keep_goal: bool = False, roomy: bool = False) -> None:
        """Put the cursor at a code point."""
        raise NotImplementedError

    def select_from(self, offset: int | None) -> None:
        """Select from a code point to the cursor, or let go."""
        raise NotImplementedError

    def select(self, span: Span) -> None:
        """Select a stretch."""
        raise NotImplementedError

    def scroll_rows(self, rows: int) -> None:
        """Move the view."""
        raise NotImplementedError

    def look_at(self, y: int) -> None:
        """Move the view to where a cell of the scrollbar stands for."""
        raise NotImplementedError

    def on_the_scrollbar(self, place: Offset) -> bool:
        """Return whether a cell is one of the scrollbar's."""
        raise NotImplementedError

    async def _on_mouse_down(self, event: events.MouseDown) -> None:
        place = event.get_content_offset(self)
        if event.button != 1 or place is None:
            return
        if self.on_the_scrollbar(place):
            self.scrolled_at = monotonic()
            self.look_at(place.y)
            return
        self._dragging = True
        self.capture_mouse()
        offset = self.offset_at(place.x, place.y)
        if not event.shift:
            self.select_from(None)
            self.go_to(offset)
            self.select_from(offset)
        else:
            self.go_to(offset)

    async def _on_mouse_move(self, event: events.MouseMove) -> None:
        if not self._dragging:
            return
        place = event.get_content_offset_capture(self)
        last = self.size.height - 1
        if not 0 <= place.y <= last:
            self.scroll_rows(-1 if place.y < 0 else 1)
        self.go_to(self.offset_at(place.x, max(0, min(place.y, last))))

    async def _on_mouse_up(self, event: events.MouseUp) -> None:
        if self._dragging:
            self._dragging = False
            self.release_mouse()
            self.drag_ended()

    def drag_ended(self) -> None:
        """Let go of a selection with nothing in it."""
        raise NotImplementedError

    async def _on_click(self, event: events.Click) -> None:
        place = event.get_content_offset(self)
        if event.chain < 2 or place is None or self.on_the_scrollbar(place):
            return
        from tui.layout.units import sentence_at, word_at  # its patterns take 15 ms to compile

        unit = word_at if event.chain == 2 else sentence_at
        self.select(unit(self.article_text, self.offset_at(place.x, place.y)))

    @property
    def article_text(self) -> str:
        """The text that is pointed at."""
        raise NotImplementedError

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scrolled_at = monotonic()
        self.scroll_rows(WHEEL_ROWS)

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scrolled_at = monotonic()
        self.scroll_rows(-WHEEL_ROWS)
