"""One account: its text with highlights, a cursor, a selection, and marks at both edges."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.layout.glyphs import UNICODE, Glyphs
from tui.layout.graphemes import next_boundary, previous_boundary
from tui.layout.moves import move, snap_cursor
from tui.layout.wrapped import WrappedText, wrap
from tui.model import Account, Codebook, Span
from tui.reader.commands import Scope, bindings
from tui.reader.widgets.pane.mouse import MouseSelection
from tui.reader.widgets.pane.painter import Markup, Painter
from tui.reader.widgets.pane.scrollbar import Scrollbar
from tui.reader.widgets.pane.segments import GUTTER, Emphasis
from tui.reader.widgets.pane.styles import PaneStyles
from tui.session.view_state import ViewState

MEASURE = 84
"""The longest line of text, in cells: beyond it the eye loses the next line."""
RIGHT_EDGE = 2
"""Cells right of the text: a space and the scrollbar."""
MARGIN = 2
"""Rows kept in view above and below the cursor."""
FAR_DOWN = frozenset({"last"})
"""Movements that need all of the text wrapped."""
FIRST_WRAP = 100_000
"""Code points wrapped before the first paint; the rest follows in slices."""


class Pane(Widget, can_focus=True):
    """Shows an account and moves a cursor over it; it reads no file and changes no record."""

    ALLOW_SELECT: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.PANE)]

    @dataclass
    class Moved(Message):
        """The cursor or the selection is somewhere else."""

        pane: "Pane"

        @property
        def control(self) -> "Pane":
            """The pane that it happened in."""
            return self.pane

    def __init__(self, account: Account, codebook: Codebook, *, glyphs: Glyphs = UNICODE) -> None:
        super().__init__()
        self.account = account
        self.codebook = codebook
        self.glyphs = glyphs
        self.spare = 0
        """Cells to be left free at the right, beside the scrollbar's."""
        self.markup = Markup.of(account, codebook, glyphs=glyphs)
        self._wrapped: WrappedText | None = None
        self.cursor = 0
        self.goal: int | None = None
        self.selected_from: int | None = None
        self.top = 0
        self.emphasis = Emphasis()
        self._inks: PaneStyles | None = None
        self._painter: Painter | None = None
        self._scrollbar = Scrollbar(self.markup, glyphs=glyphs)
        self._pointer = MouseSelection(self, self)

    # What it shows

    def show(self, account: Account, codebook: Codebook) -> None:
        """Show the account as it is now, at the same place as before."""
        changed = account.article.text != self.account.article.text
        self.account = account
        self.codebook = codebook
        self._inks = None
        self.markup = Markup.of(account, codebook, glyphs=self.glyphs)
        self._scrollbar = Scrollbar(self.markup, self.emphasis.dimmed, glyphs=self.glyphs)
        if changed:
            self.selected_from = None
            self.cursor = min(self.cursor, len(account.article.text))
            self._rewrap()
        self._repaint()

    def emphasise(self, emphasis: Emphasis) -> None:
        """Let annotations stand out, fade, or be found."""
        before, self.emphasis = self.emphasis, emphasis
        if emphasis == before:
            return
        if emphasis.dimmed != before.dimmed:
            self._scrollbar = Scrollbar(self.markup, emphasis.dimmed, glyphs=self.glyphs)
        if emphasis.dimmed != before.dimmed or emphasis.hits != before.hits:
            self.painter.forget()
            self.refresh()
        elif self._painter:
            changed = self._painter.rows_of(emphasis.current ^ before.current)
            self._painter.forget(changed)
            self._refresh_rows(changed)

    @property
    def selection(self) -> Span | None:
        """What is selected, in code points, both ends with all of their grapheme; or None."""
        if self.selected_from is None or self.selected_from == self.cursor:
            return None
        first, last = sorted((self.selected_from, self.cursor))
        return Span(first, next_boundary(self.article_text, last))

    def under_cursor(self) -> tuple[str, ...]:
        """Return the ids of the annotations at the cursor, innermost first."""
        return self.markup.index.at(self.cursor)

    # Moving

    def action_move(self, direction: str, extend: bool = False) -> None:
        """Move the cursor; `extend` selects on the way."""
        if extend and self.selected_from is None:
            self.selected_from = self.cursor
        if direction in FAR_DOWN:
            self._wrap_to(len(self.wrapped.text))
        offset, self.goal = move(self.wrapped, self.cursor, direction, self.goal, self._page)
        self.go_to(offset, keep_goal=True)

    def action_select(self) -> None:
        """Start selecting at the cursor, or stop."""
        self.select_from(None if self.selected_from is not None else self.cursor)

    def select_from(self, offset: int | None) -> None:
        """Select from `offset` to the cursor; None lets go of the selection."""
        self.selected_from = offset
        self._show_move()

    def select(self, span: Span) -> None:
        """Select a stretch, with the cursor on its last grapheme."""
        self.selected_from = span.start
        self.go_to(max(span.start, previous_boundary(self.article_text, span.end)))

    def go_to(self, offset: int, *, keep_goal: bool = False, with_context: bool = False) -> None:
        """Put the cursor at a code point and bring it into view; `with_context` leaves what follows in view too."""
        self._wrap_to(offset)
        offset = snap_cursor(self.wrapped, offset)
        before = self.wrapped.row_at(self.cursor)
        self.cursor = offset
        if not keep_goal:
            self.goal = None
        after = self.wrapped.row_at(offset)
        if self._reveal(after, with_context=with_context):
            self._show_move()
        elif self.selected_from is not None:
            self._show_move(range(min(before, after), max(before, after) + 1))
        else:
            self._show_move({before, after})

    @property
    def view_state(self) -> ViewState:
        """Where the reader is."""
        return ViewState(self.cursor, self.selected_from, self.wrapped.row_span(self.top)[0])

    def restore_view(self, state: ViewState) -> None:
        """Put the reader where they were."""
        self._wrap_to(max(state.cursor, state.top))
        self.cursor = snap_cursor(self.wrapped, state.cursor)
        self.selected_from = state.selected_from
        self.goal = None
        self._look_from(self.wrapped.row_at(state.top))
        self._show_move()

    def _show_move(self, rows: Iterable[int] | None = None) -> None:
        """Tell the screen, and only then paint rows, or all: so that one frame shows the move and what follows from it.

        A message that went up by itself would come after that frame, and the next is 17 to 33 ms later.
        """
        self.screen.post_message(self.Moved(self))
        if rows is None:
            self.call_next(self.refresh)
        else:
            self.call_next(self._refresh_rows, rows)

    def scroll_rows(self, rows: int) -> None:
        """Move the view, not the cursor."""
        if self._look_from(self.top + rows):
            self.refresh()

    def _look_from(self, top: int) -> bool:
        """Put a row at the top, as far as there is text, and return whether another one was there before.

        Nothing is painted by this: where the cursor moves too, the screen has to be told first.
        """
        height = max(1, self.size.height)
        while not self.wrapped.complete and top + height > self.wrapped.height:
            self.wrapped.extend(FIRST_WRAP)
        top = max(0, min(top, self.wrapped.height - height))
        if top == self.top:
            return False
        self.top = top
        self._scrollbar.forget_view()
        return True

    def _reveal(self, row: int, *, with_context: bool) -> bool:
        """Bring a row into view, and return whether the view moved for it."""
        height = max(1, self.size.height)
        margin = min(MARGIN, (height - 1) // 2)
        if row < self.top + margin:
            return self._look_from(row - (height // 4 if with_context else margin))
        if row >= self.top + height - margin:
            return self._look_from(row - (height // 4 if with_context else height - 1 - margin))
        return False

    # The mouse

    @property
    def scrolled_at(self) -> float:
        """When the user last moved the view by hand, by the monotonic clock."""
        return self._pointer.scrolled_at

    @property
    def article_text(self) -> str:
        """The article's canonical text."""
        return self.account.article.text

    def offset_at(self, x: int, y: int) -> int:
        """Return the code point under a cell of the pane."""
        row = max(0, min(self.top + y, self.wrapped.height - 1))
        return self.wrapped.offset_at(row, max(0, x - self.left_edge - GUTTER))

    def is_scrollbar(self, cell: Offset) -> bool:
        """Return whether a cell is one of the scrollbar's."""
        return cell.x >= self.size.width - 1

    def scroll_to_cell(self, y: int) -> None:
        """Move the view to what a cell of the scrollbar stands for."""
        height = max(2, self.size.height)
        if self._look_from((self.wrapped.height - height) * y // (height - 1)):
            self.refresh()

    async def _on_mouse_down(self, event: events.MouseDown) -> None:
        self._pointer.press(event)

    async def _on_mouse_move(self, event: events.MouseMove) -> None:
        self._pointer.drag(event)

    async def _on_mouse_up(self, event: events.MouseUp) -> None:
        self._pointer.release()

    async def _on_click(self, event: events.Click) -> None:
        self._pointer.click(event)

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._pointer.turn_wheel(event)

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._pointer.turn_wheel(event)

    @property
    def _page(self) -> int:
        return max(1, self.size.height - 2)

    # Wrapping

    @property
    def wrapped(self) -> WrappedText:
        """The text in rows; wrapped when first asked for, so that it is wrapped to the width that it is shown in."""
        if self._wrapped is None:
            self._wrapped = wrap(self.article_text, self.text_width if self.size.width else MEASURE, FIRST_WRAP)
        return self._wrapped

    @property
    def text_width(self) -> int:
        """Cells for the text in a row."""
        return max(1, min(MEASURE, self.size.width - GUTTER - RIGHT_EDGE - self.spare))

    @property
    def left_edge(self) -> int:
        """Cells left of the gutter, where the pane is wider than the measure."""
        return max(0, (self.size.width - GUTTER - RIGHT_EDGE - self.text_width) // 2)

    def _on_resize(self, event: events.Resize) -> None:
        fitted = self._fit()
        looked = self._look_from(self.top)
        if self._reveal(self.wrapped.row_at(self.cursor), with_context=False) or looked or fitted:
            self.refresh()

    def _fit(self) -> bool:
        """Wrap to the size that the pane has now, and return whether it was another before.

        A frame may come before `Resize` tells of it, and is not to show rows of another width.
        """
        if self._wrapped is None or self._wrapped.width != self.text_width:
            self._rewrap()
        elif self._painter is None or self._painter.width == self._row_width:
            return False
        self._forget_rows()
        return True

    def _rewrap(self) -> None:
        before = self._wrapped
        cursor_row = before.row_at(min(self.cursor, len(before.text))) - self.top if before else 0
        self._wrapped = wrap(self.article_text, self.text_width, FIRST_WRAP)
        self._wrap_to(self.cursor)
        self.cursor = snap_cursor(self.wrapped, self.cursor)
        self.top = max(0, self.wrapped.row_at(self.cursor) - max(0, cursor_row))
        if not self.wrapped.complete:
            self.call_later(self._wrap_on, self.wrapped)

    def _wrap_to(self, offset: int) -> None:
        while not self.wrapped.complete and self.wrapped.reached <= offset:
            self.wrapped.extend(FIRST_WRAP)

    def _wrap_on(self, wrapped: WrappedText) -> None:
        if wrapped is not self._wrapped:
            return
        wrapped.extend(FIRST_WRAP)
        if not wrapped.complete:
            self.set_timer(0.005, lambda: self._wrap_on(wrapped))
            return
        self._scrollbar.forget_rows()
        self.refresh(Region(self.size.width - 1, 0, 1, self.size.height))

    # Painting

    def notify_style_update(self) -> None:
        """Mix the inks anew: the theme has changed."""
        super().notify_style_update()
        self._inks = self._painter = None
        self._scrollbar.forget_view()

    def _on_focus(self, event: events.Focus) -> None:
        # Before the pane has a size there is nothing to wrap to, and all of it is to be painted anyway.
        self._show_move([self.wrapped.row_at(self.cursor)] if self._wrapped else None)

    def _on_blur(self, event: events.Blur) -> None:
        self._refresh_rows([self.wrapped.row_at(self.cursor)])

    def _repaint(self) -> None:
        self._forget_rows()
        self.refresh()

    def _forget_rows(self) -> None:
        self._painter = None
        self._scrollbar.forget_rows()

    def _refresh_rows(self, rows: Iterable[int]) -> None:
        seen = range(self.top, self.top + self.size.height)
        regions = [Region(0, row - self.top, self.size.width, 1) for row in rows if row in seen]
        if regions:
            self.refresh(*regions)

    @property
    def inks(self) -> PaneStyles:
        """The styles for today's theme."""
        if self._inks is None:
            self._inks = PaneStyles.of_theme(self.app.theme_variables, self.codebook, self._filtered)
        return self._inks

    def _filtered(self, style: Style) -> Style:
        """Return a style past the filters (NO_COLOR) that `render_lines` then need not apply each time."""
        blank = [Segment(" ", style)]
        for line_filter in self.get_line_filters():
            blank = line_filter.apply(blank, self.background_colors[1])
        return blank[0].style or Style()

    @property
    def painter(self) -> Painter:
        """The painter for today's theme, width and account."""
        if self._painter is None:
            self._painter = Painter(self.wrapped, self.markup, self.inks, self.left_edge, self._row_width, self.glyphs)
        return self._painter

    @property
    def _row_width(self) -> int:
        """Cells of a row without the scrollbar's."""
        return max(self.size.width - 1, GUTTER + 1)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint the rows of `crop` straight away: the stock road through the style cache costs twice as much."""
        self._fit()
        width, selection = self.size.width, self.selection
        cursor = self.cursor if self.has_focus else None
        paint = self.painter.segments
        bar = self._scrollbar.cells(self.size.height, self.top, self.wrapped, self.inks)
        strips = [
            Strip([*paint(self.top + y, self.emphasis, selection, cursor), bar[y]]) for y in range(crop.y, crop.bottom)
        ]
        if crop.x or crop.width != width or width <= GUTTER + 1:
            strips = [strip.crop(crop.x, crop.right) for strip in strips]
        return strips
