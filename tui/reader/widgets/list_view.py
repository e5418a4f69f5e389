"""The list of the reader: any number of rows, one under the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tui.layout.glyphs import UNICODE, Glyphs
from tui.layout.row_lines import RowLines
from tui.layout.scrollbar import thumb
from tui.reader.widgets.text_folding import fold_lines

EDGE = 2
"""Cells left of a row: the cursor and a space."""
BAR = 2
"""Cells right of a row: a space and the scrollbar."""
MARGIN = 2
"""Lines kept in view above and below the cursor."""
WHEEL_ROWS = 3
SELECTION = "$selection"
"""The background of the row under the cursor."""


def list_height(height: int) -> int:
    """Return the rows that a list takes of a screen: 18 of 40."""
    return max(8, min(20, height * 45 // 100))


class Rows:
    """The rows of a list.

    Override methods for other than one-line rows.

    The lines of a row are made when it comes into view.
    """

    def __init__(self, items: Sequence[object] = ()) -> None:
        self.items = items

    def __len__(self) -> int:
        return len(self.items)

    def height(self, index: int, width: int) -> int:
        """Return the number of lines of a row that is `width` cells wide."""
        del index, width
        return 1

    def lines(self, index: int, width: int, *, current: bool) -> Sequence[Content]:
        """Return a row's lines, as many as its height."""
        raise NotImplementedError

    def can_select(self, index: int) -> bool:
        """Return whether the cursor can be on a row, as it cannot on a heading."""
        del index
        return True

    def background(self, index: int, *, current: bool) -> str:
        """Return a row's background, or an empty string for the list's own."""
        del index
        return SELECTION if current else ""


class ListView(Widget, can_focus=True):
    """Rows with a cursor, which keys and the mouse move."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("pageup,ctrl+u", "page(-1)", "Page up", show=False),
        Binding("pagedown,ctrl+d,space", "page(1)", "Page down", show=False),
        Binding("home,g", "end(-1)", "First", show=False),
        Binding("end,G", "end(1)", "Last", show=False),
        Binding("enter", "select", "Take", show=False),
    ]

    @dataclass
    class Moved(Message):
        """The cursor is on another row."""

        list_view: ListView
        by_user: bool = True
        """Whether a key or the mouse moved it, and not `show`."""

        @property
        def control(self) -> ListView:
            return self.list_view

    @dataclass
    class Selected(Message):
        """The user selected the row under the cursor."""

        list_view: ListView
        x: int | None = None
        """The cell that was clicked, counted from the row's first, or None if a key was pressed."""

        @property
        def control(self) -> ListView:
            return self.list_view

    def __init__(self, *, glyphs: Glyphs = UNICODE, empty_text: str = "", widget_id: str | None = None) -> None:
        super().__init__(id=widget_id)
        self.glyphs = glyphs
        self.empty_text = empty_text
        """What is shown if there are no rows."""
        self.rows = Rows()
        self.cursor = 0
        self.top = 0
        self._lines: RowLines | None = None
        self._measured_width = 0

    @property
    def row_width(self) -> int:
        """Cells of a row."""
        return max(1, self.size.width - EDGE - BAR)

    def show(self, rows: Rows, cursor: int = 0) -> None:
        """Show rows, with the cursor on the next one that can be selected."""
        self.rows = rows
        self.cursor = self._nearest(max(0, min(cursor, len(rows) - 1)), 1)
        self._lines = None
        self._reveal()
        self.refresh()
        self.post_message(self.Moved(self, by_user=False))

    def go_to(self, index: int) -> None:
        """Move the cursor to a row if it can be selected."""
        if 0 <= index < len(self.rows) and self.rows.can_select(index) and index != self.cursor:
            self.cursor = index
            self._reveal()
            self.refresh()
            self.post_message(self.Moved(self))

    # Keys

    def action_move(self, by: int) -> None:
        self._move_to(self.cursor + by, by)

    def action_page(self, by: int) -> None:
        """Move the cursor by pages."""
        line = self.lines.start(self.cursor) + by * max(1, self.size.height - 1)
        index = self.lines.row_at(max(0, line))
        self._move_to(max(self.cursor + 1, index) if by > 0 else min(self.cursor - 1, index), by)

    def action_end(self, by: int) -> None:
        self._move_to(0 if by < 0 else len(self.rows) - 1, -by)

    def action_select(self) -> None:
        if self.rows and self.rows.can_select(self.cursor):
            self.post_message(self.Selected(self))

    def _move_to(self, index: int, step: int) -> None:
        index = max(0, min(index, len(self.rows) - 1))
        self.go_to(self._nearest(index, 1 if step > 0 else -1))

    def _nearest(self, index: int, step: int) -> int:
        """Return the next row from `index` on, or before it, to select."""
        end = len(self.rows)
        ahead, back = range(index, end if step > 0 else -1, step), range(index - step, -1 if step > 0 else end, -step)
        return next((row for row in chain(ahead, back) if 0 <= row < end and self.rows.can_select(row)), 0)

    # The view

    @property
    def lines(self) -> RowLines:
        """The lines of the rows at the current width."""
        width = self.row_width
        if self._lines is None or self._measured_width != width:
            self._measured_width = width
            self._lines = RowLines(lambda index: self.rows.height(index, width), len(self.rows))
        return self._lines

    def _reveal(self) -> None:
        if not self.size.width or not self.rows:
            self.top = 0
            return
        height = max(1, self.size.height)
        margin = min(MARGIN, height // 4)
        first, last = self.lines.start(self.cursor) - margin, self.lines.end(self.cursor) + margin
        if last > self.top + height:
            self.top = last - height
        self.top = self.lines.clamp_top(min(self.top, first), height)

    def _on_focus(self, event: events.Focus) -> None:
        self.refresh()

    def _on_blur(self, event: events.Blur) -> None:
        self.refresh()

    def _on_resize(self, event: events.Resize) -> None:
        self._reveal()
        self.refresh()

    def render(self) -> Content:
        if not self.rows:
            text = Content.styled(self.empty_text, "$quiet")
            folded = fold_lines(text, self.row_width, max(1, self.size.height))
            return Content("\n").join([Content.assemble(" " * EDGE, line) for line in folded])
        height = self.size.height
        lines: list[Content] = []
        index = self.lines.row_at(self.top)
        skip = self.top - self.lines.start(index)
        while len(lines) < height + skip and index < len(self.rows):
            lines += self._row(index)
            index += 1
        lines_in_view = lines[skip : skip + height]
        return Content("\n").join([line.append(bar) for line, bar in zip(lines_in_view, self._bar(), strict=False)])

    def _row(self, index: int) -> list[Content]:
        width = self.row_width
        current = index == self.cursor and self.rows.can_select(index)
        background = self.rows.background(index, current=current)
        cursor = Content(" ")
        if current:
            blurred = self.can_focus and not self.has_focus
            background = "$panel" if blurred else background
            cursor = Content.styled(self.glyphs.cursor, "$quiet" if blurred else "$primary bold")
        lines = []
        for content in self.rows.lines(index, width, current=current):
            row = content.truncate(width, ellipsis=True, pad=True)
            lines.append(self._line(cursor, row, background))
        return lines

    def _line(self, cursor: Content, row: Content, background: str) -> Content:
        is_selected = background == SELECTION
        if is_selected and self.app.no_color:
            row = row.stylize("reverse")
        line = Content.assemble(cursor, " ", row, " ")
        line = line.stylize_before(f"on {background}") if background else line
        # Of 16 colours, those of the kinds and of quiet words cannot be told from that of the selection.
        return line.stylize("ansi_bright_white") if is_selected and self.app.current_theme.ansi else line

    def _bar(self) -> list[Content]:
        height = max(1, self.size.height)
        in_view = thumb(height, self.lines.total, self.top)
        glyph = Content.styled(self.glyphs.thumb, "$line")
        return [glyph if row in in_view else Content(" ") for row in range(height)]

    # The mouse

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self._scroll(WHEEL_ROWS)

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self._scroll(-WHEEL_ROWS)

    def _scroll(self, rows: int) -> None:
        self.top = self.lines.clamp_top(max(0, self.top + rows), max(1, self.size.height))
        self.refresh()

    async def _on_click(self, event: events.Click) -> None:
        cell = event.get_content_offset(self)
        index = self.lines.row_at(self.top + cell.y) if cell is not None else len(self.rows)
        if index >= len(self.rows) or not self.rows.can_select(index):
            return
        is_double_click = index == self.cursor and event.chain > 1
        self.go_to(index)
        self.click_cell(event.x - EDGE)
        if is_double_click:
            self.post_message(self.Selected(self, event.x - EDGE))

    def click_cell(self, x: int) -> None:
        """Handle a click on a cell of the row under the cursor."""
