"""Rows under a cursor, however many: what every list of the reader is shown with."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tui.layout.glyphs import UNICODE, Glyphs
from tui.layout.scrollbar import thumb

EDGE = 2
"""Cells left of a row: the mark of the row under the cursor, and a space."""
BAR = 2
"""Cells right of a row: a space, and where in the list the view is."""
MARGIN = 2
"""Lines kept in view above and below the cursor."""
WHEEL_ROWS = 3


def list_height(height: int) -> int:
    """Return how many rows of a screen of this height a list over the panes takes."""
    return max(8, min(20, height * 45 // 100))


class Rows:
    """What a list shows: each row takes one line and can be taken, unless a subclass says otherwise.

    A row is made when it comes into view, and not before.
    """

    def __init__(self, items: Sequence[object] = ()) -> None:
        self.items = items

    def __len__(self) -> int:
        return len(self.items)

    def height(self, index: int, width: int) -> int:
        """Return how many lines a row takes if it is `width` cells wide."""
        del index, width
        return 1

    def lines(self, index: int, width: int, *, current: bool) -> Sequence[Content]:
        """Return a row's lines, as many as its height; `current` if the cursor is on it."""
        raise NotImplementedError

    def can_take(self, index: int) -> bool:
        """Return whether the cursor can be on a row: not on a heading."""
        del index
        return True

    def background(self, index: int, *, current: bool) -> str:
        """Return the colour behind a row; an empty string for the page's own."""
        del index
        return "$selection" if current else ""


class ListView(Widget, can_focus=True):
    """Shows rows, moves a cursor over them, and says when one is taken."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("pageup,ctrl+u", "page(-1)", "Page up", show=False),
        Binding("pagedown,ctrl+d,space", "page(1)", "Page down", show=False),
        Binding("home,g", "end(-1)", "First", show=False),
        Binding("end,G", "end(1)", "Last", show=False),
        Binding("enter", "take", "Take", show=False),
    ]

    @dataclass
    class Moved(Message):
        """The cursor is on another row."""

        listing: ListView
        by_user: bool = True
        """Whether a key or the mouse moved it, rather than other rows that are shown."""

        @property
        def control(self) -> ListView:
            """The listing that it happened in."""
            return self.listing

    @dataclass
    class Taken(Message):
        """The row under the cursor is the one."""

        listing: ListView
        x: int | None = None
        """The cell that was clicked, from the row's first; None where a key took it."""

        @property
        def control(self) -> ListView:
            """The listing that it happened in."""
            return self.listing

    def __init__(self, *, glyphs: Glyphs = UNICODE, nothing: str = "", widget_id: str | None = None) -> None:
        super().__init__(id=widget_id)
        self.glyphs = glyphs
        self.nothing = nothing
        """What is said where there are no rows."""
        self.rows = Rows()
        self.cursor = 0
        self.top = 0
        self._ends: list[int] = []
        self._measured_at = 0

    @property
    def row_width(self) -> int:
        """Cells for a row."""
        return max(1, self.size.width - EDGE - BAR)

    def show(self, rows: Rows, cursor: int = 0) -> None:
        """Show these rows with the cursor on this one, or on the nearest that can be taken."""
        self.rows = rows
        self.cursor = self._nearest(max(0, min(cursor, len(rows) - 1)), 1)
        self._measured_at = 0
        self._reveal()
        self.refresh()
        self.post_message(self.Moved(self, by_user=False))

    def go_to(self, index: int) -> None:
        """Put the cursor on a row."""
        if 0 <= index < len(self.rows) and self.rows.can_take(index) and index != self.cursor:
            self.cursor = index
            self._reveal()
            self.refresh()
            self.post_message(self.Moved(self))

    # Keys

    def action_move(self, by: int) -> None:
        """Move the cursor by rows."""
        self._move_to(self.cursor + by, by)

    def action_page(self, by: int) -> None:
        """Move the cursor by pages."""
        here = self._start(self.cursor) + by * max(1, self.size.height - 1)
        there = bisect_right(self.ends, max(0, here))
        self._move_to(max(self.cursor + 1, there) if by > 0 else min(self.cursor - 1, there), by)

    def action_end(self, by: int) -> None:
        """Move the cursor to the first or the last row."""
        self._move_to(0 if by < 0 else len(self.rows) - 1, -by)

    def action_take(self) -> None:
        """Say that the row under the cursor is the one."""
        if self.rows and self.rows.can_take(self.cursor):
            self.post_message(self.Taken(self))

    def _move_to(self, index: int, step: int) -> None:
        index = max(0, min(index, len(self.rows) - 1))
        self.go_to(self._nearest(index, 1 if step > 0 else -1))

    def _nearest(self, index: int, step: int) -> int:
        """Return the first row from `index` on, in this direction and else in the other, that can be taken."""
        last = len(self.rows)
        ahead, back = range(index, last if step > 0 else -1, step), range(index - step, -1 if step > 0 else last, -step)
        return next((there for there in chain(ahead, back) if 0 <= there < last and self.rows.can_take(there)), 0)

    # The view

    @property
    def ends(self) -> Sequence[int]:
        """The line after each row; measured when it is first asked for at a width."""
        if self._measured_at != self.row_width:
            self._measured_at = self.row_width
            heights = (self.rows.height(index, self.row_width) for index in range(len(self.rows)))
            self._ends = list(accumulate(heights))
        return self._ends

    def _start(self, index: int) -> int:
        start: int = self.ends[index - 1] if 0 < index <= len(self.ends) else 0
        return start

    def _reveal(self) -> None:
        if not self.size.width or not self.ends:
            self.top = 0
            return
        height = max(1, self.size.height)
        margin = min(MARGIN, height // 4)
        first, last = self._start(self.cursor) - margin, self.ends[self.cursor] + margin
        if last > self.top + height:
            self.top = last - height
        self.top = max(0, min(self.top, first, max(0, self.ends[-1] - height)))

    def _on_focus(self, event: events.Focus) -> None:
        self.refresh()

    def _on_blur(self, event: events.Blur) -> None:
        self.refresh()

    def _on_resize(self, event: events.Resize) -> None:
        self._reveal()
        self.refresh()

    def render(self) -> Content:
        """Return the lines in view."""
        if not self.rows:
            return Content.styled(f"  {self.nothing}", "$quiet")
        height = self.size.height
        lines: list[Content] = []
        index = bisect_right(self.ends, self.top)
        skip = self.top - self._start(index)
        while len(lines) < height + skip and index < len(self.rows):
            lines += self._row(index)
            index += 1
        seen = lines[skip : skip + height]
        return Content("\n").join([line.append(bar) for line, bar in zip(seen, self._bar(), strict=False)])

    def _row(self, index: int) -> list[Content]:
        width = self.row_width
        current = index == self.cursor and self.rows.can_take(index)
        ground = self.rows.background(index, current=current)
        waiting = self.can_focus and not self.has_focus
        if current and waiting:
            ground = "$panel"
        mark = Content(" ")
        if current:
            mark = Content.styled(self.glyphs.cursor, "$quiet" if waiting else "$primary bold")
        drawn = []
        for line in self.rows.lines(index, width, current=current):
            fitted = line.truncate(width, ellipsis=True, pad=True)
            whole = Content.assemble(mark, " ", fitted, " ")
            drawn.append(whole.stylize_before(f"on {ground}") if ground else whole)
        return drawn

    def _bar(self) -> list[Content]:
        height = max(1, self.size.height)
        in_view = thumb(height, self.ends[-1], self.top)
        mark = Content.styled(self.glyphs.thumb, "$line")
        return [mark if row in in_view else Content(" ") for row in range(height)]

    # The mouse

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self._scroll(WHEEL_ROWS)

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self._scroll(-WHEEL_ROWS)

    def _scroll(self, rows: int) -> None:
        total = self.ends[-1] if self.ends else 0
        self.top = max(0, min(self.top + rows, total - max(1, self.size.height)))
        self.refresh()

    async def _on_click(self, event: events.Click) -> None:
        place = event.get_content_offset(self)
        index = bisect_right(self.ends, self.top + place.y) if place else len(self.rows)
        if index >= len(self.rows) or not self.rows.can_take(index):
            return
        again = index == self.cursor and event.chain > 1
        self.go_to(index)
        self.clicked(event.x - EDGE)
        if again:
            self.post_message(self.Taken(self, event.x - EDGE))

    def clicked(self, x: int) -> None:
        """Note which cell of the row was clicked; a listing with columns goes to that one."""
