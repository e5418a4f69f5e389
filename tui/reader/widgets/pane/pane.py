"""One account's text with highlights, a cursor and a selection."""

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.layout.glyphs import UNICODE, Glyphs
from tui.layout.graphemes import previous_boundary
from tui.layout.moves import move, snap_cursor
from tui.layout.selection_start import SelectionStart
from tui.layout.wrapped import WrappedText, wrap
from tui.model import Account, Codebook, Span
from tui.reader.commands import Scope, bindings
from tui.reader.runtime.charset_filter import apply_charset
from tui.reader.widgets.pane.cursor_moved import CursorMoved
from tui.reader.widgets.pane.gutter import GUTTER
from tui.reader.widgets.pane.header import TitleMoved, has_title
from tui.reader.widgets.pane.mouse import MouseSelection
from tui.reader.widgets.pane.painter import Markup, Painter
from tui.reader.widgets.pane.scrollbar import Scrollbar
from tui.reader.widgets.pane.segments import Emphasis
from tui.reader.widgets.pane.styles import PaneStyles, apply_filters
from tui.session.view_state import ViewState

MEASURE = 84
"""The longest line in cells. In longer ones the eye loses the next line."""
RIGHT_EDGE = 2
"""Cells right of the text: a space and the scrollbar."""
MARGIN = 2
"""Rows kept in view above and below the cursor."""
MOVES_TO_END = frozenset({"last"})
"""Movements that need all of the text wrapped."""
FIRST_WRAP = 100_000
"""Code points wrapped before the first paint; the rest follows in slices."""


class Pane(Widget, can_focus=True):
    """An account with a cursor.

    It reads no file and changes no record.
    """

    ALLOW_SELECT: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.PANE)]

    def __init__(self, account: Account, codebook: Codebook, *, glyphs: Glyphs = UNICODE) -> None:
        super().__init__()
        self.account = account
        self.codebook = codebook
        self.glyphs = glyphs
        self.right_margin = 0
        """Blank cells between the text and the scrollbar, besides `RIGHT_EDGE`."""
        self.markup = Markup.of(account, codebook, glyphs=glyphs)
        self._wrapped: WrappedText | None = None
        self._fold = self.markup.fold
        self.cursor = self._fold.body if self._fold else 0
        self.goal: int | None = None
        self.selection_start: SelectionStart | None = None
        self.top = 0
        self.first_rows_above = 0
        """The rows in view above the cursor once the text is wrapped."""
        self._rows_at_last_resize = 0
        self.emphasis = Emphasis()
        self._pane_styles: PaneStyles | None = None
        self._painter: Painter | None = None
        self._scrollbar = Scrollbar(self.markup, glyphs=glyphs)
        self._mouse = MouseSelection(self, self)

    # Content

    def show(self, account: Account, codebook: Codebook) -> None:
        """Show a new version of the account, at the same place if possible."""
        is_new_text = account.article.text != self.account.article.text
        self.account = account
        self.codebook = codebook
        self._pane_styles = None
        self.markup = Markup.of(account, codebook, glyphs=self.glyphs)
        self._scrollbar = Scrollbar(self.markup, self.emphasis.not_highlighted, glyphs=self.glyphs)
        if is_new_text:
            self.selection_start = None
            self.cursor = min(self.cursor, len(account.article.text))
            self._fold = self._fold and self.markup.fold
            self._rewrap()
        self._repaint()

    def emphasise(self, emphasis: Emphasis) -> None:
        """Update which annotations stand out or are dimmed, and the hits."""
        before, self.emphasis = self.emphasis, emphasis
        if emphasis == before:
            return
        is_new_view = emphasis.dimmed != before.dimmed or emphasis.view != before.view
        if is_new_view:
            self._scrollbar = Scrollbar(self.markup, emphasis.not_highlighted, glyphs=self.glyphs)
        if is_new_view or emphasis.overlays != before.overlays:
            if self._painter:
                self._painter.invalidate()
            self.refresh()
        elif self._painter:
            rows = self._painter.rows_of(emphasis.current ^ before.current)
            self._painter.invalidate(rows)
            self._refresh_rows(rows)

    @property
    def selection(self) -> Span | None:
        """The selected code points, as whole words or graphemes, or None."""
        if self.selection_start is None:
            return None
        from tui.layout.selection_moves import selected_span  # noqa: PLC0415 - not needed to open

        return selected_span(self.article_text, self.selection_start, self.cursor)

    def under_cursor(self) -> tuple[str, ...]:
        """Return the ids of the annotations at the cursor, innermost first."""
        return self.markup.index.at(self.cursor)

    # Moving

    @property
    def rows_above(self) -> int:
        """The rows in view above the cursor."""
        return self._wrapped.row_at(self.cursor) - self.top if self._wrapped else self.first_rows_above

    def action_move(self, direction: str, extend: bool = False) -> None:
        """Move the cursor in a direction of `layout.moves`, perhaps selecting."""
        if extend:
            self._select_exactly()
        if direction in MOVES_TO_END:
            self.wrapped.extend(len(self.wrapped.text))
        offset, self.goal = self._moved(direction)
        self.go_to(offset, keep_goal=True)

    def _moved(self, direction: str) -> tuple[int, int | None]:
        """Return the cursor after a move, and the cell to keep."""
        if self.selection_start:
            from tui.layout.selection_moves import extended_by_word  # noqa: PLC0415 - not needed to open

            offset = extended_by_word(self.wrapped, self.selection_start, self.cursor, direction)
            if offset is not None:
                return offset, None
        return move(self.wrapped, self.cursor, direction, self.goal, self._page)

    def _select_exactly(self) -> None:
        """Let the selection end at any character, as far as it is."""
        from tui.layout.selection_moves import exact_selection  # noqa: PLC0415 - not needed to open

        start = self.selection_start or SelectionStart(self.cursor, exact=True)
        self.selection_start, self.cursor = exact_selection(self.article_text, start, self.cursor)
        self.refresh()

    def action_select(self) -> None:
        self.select_from(None if self.selection_start else SelectionStart(self.cursor, click_extends=True))

    def swap_ends(self) -> None:
        """Move the cursor to the other end of the selection, which stays."""
        if self.selection_start:
            start, self.selection_start = self.selection_start, self.selection_start._replace(offset=self.cursor)
            self.go_to(start.offset)

    def select_from(self, start: SelectionStart | None) -> None:
        """Select from a start to the cursor, or clear the selection."""
        self.selection_start = start
        self._show_move()

    def select(self, span: Span, *, exact: bool = True) -> None:
        """Select a range, with the cursor on its last grapheme."""
        self.selection_start = SelectionStart(span.start, exact)
        self.go_to(max(span.start, previous_boundary(self.article_text, span.end)))
        self.refresh()

    def go_to(self, offset: int, *, keep_goal: bool = False, with_context: bool = False, brought: bool = False) -> None:
        """Move the cursor to a code point, and scroll it into view.

        With context, what follows is in view too.
        """
        self.wrapped.extend_past(offset, FIRST_WRAP)
        is_unfolded = self._unfold_at(offset)
        offset = snap_cursor(self.wrapped, offset)
        before, selected = self.cursor, self.selection or ()
        self.cursor = offset
        if not keep_goal:
            self.goal = None
        row = self.wrapped.row_at(offset)
        rows: Iterable[int] | None = {self.wrapped.row_at(before), row}
        if self._reveal(row, with_context=with_context) or is_unfolded:
            rows = None
        elif self.selection_start:
            ends = {before, offset, *({*selected} ^ {*(self.selection or ())})}
            rows = range(self.wrapped.row_at(min(ends)), self.wrapped.row_at(max(ends)) + 1)
        self._show_move(rows, brought=brought)

    @property
    def view_state(self) -> ViewState:
        """The cursor, the selection and the first code point in view."""
        return ViewState(self.cursor, self.selection_start, self.wrapped.row_span(self.top)[0])

    def restore_view(self, state: ViewState) -> None:
        """Restore cursor, selection and view."""
        self.wrapped.extend_past(max(state.cursor, state.top), FIRST_WRAP)
        self._unfold_at(state.cursor)
        self.cursor = snap_cursor(self.wrapped, state.cursor)
        self.selection_start = state.selection_start
        self.goal = None
        self._set_top(self.wrapped.row_at(state.top))
        self._show_move()

    def _show_move(self, rows: Iterable[int] | None = None, *, brought: bool = False) -> None:
        """Notify the screen, then refresh rows or the pane.

        So one frame shows the move and its effects. A message that bubbles up would come after that frame, and the
        next one is 17 to 33 ms later.
        """
        if not self.is_attached:
            return  # other articles are being opened, and this pane is gone
        self.screen.post_message(CursorMoved(self, brought=brought))
        if rows is None:
            self.call_next(self.refresh)
        else:
            self.call_next(self._refresh_rows, rows)

    @property
    def is_title_in_view(self) -> bool:
        """Whether a row of the title is in view, if the text begins with it."""
        line = self.markup.title
        is_in_view = self.top == 0 or self.wrapped.row_span(self.top)[0] < line.end  # at the top, nothing is wrapped
        return is_in_view and has_title(line.of(self.article_text), self.account.article.title)

    def scroll_rows(self, rows: int) -> None:
        """Scroll without moving the cursor."""
        if self._set_top(self.top + rows):
            self.refresh()

    def _set_top(self, top: int) -> bool:
        """Scroll a row to the top, and return whether that changed the view.

        This does not refresh the pane: if the cursor moves too, the screen is notified first.
        """
        height = max(1, self.size.height)
        while not self.wrapped.complete and top + height > self.wrapped.height:
            self.wrapped.extend(FIRST_WRAP)
        top = max(0, min(top, self.wrapped.height - height))
        if top == self.top:
            return False
        was_in_view = self.is_title_in_view
        self.top = top
        self._scrollbar.invalidate_view()
        if self.is_title_in_view != was_in_view:
            self.post_message(TitleMoved(is_in_view=not was_in_view))
        return True

    def _reveal(self, row: int, *, with_context: bool) -> bool:
        """Scroll a row into view, and return whether that changed the view."""
        height = max(1, self.size.height)
        margin = min(MARGIN, (height - 1) // 2)
        if row < self.top + margin:
            return self._set_top(row - (height // 4 if with_context else margin))
        if row >= self.top + height - margin:
            return self._set_top(row - (height // 4 if with_context else height - 1 - margin))
        return False

    # The mouse

    @property
    def scrolled_at(self) -> float:
        """When the user last scrolled, by the monotonic clock."""
        return self._mouse.scrolled_at

    @property
    def article_text(self) -> str:
        return self.account.article.text

    def offset_at(self, x: int, y: int) -> int:
        """Return the code point under a cell of the pane."""
        row = max(0, min(self.top + y, self.wrapped.height - 1))
        return self.wrapped.offset_at(row, max(0, x - self.left_edge - GUTTER))

    def scroll_to_cell(self, y: int) -> None:
        """Scroll to the part of the text that a scrollbar cell represents."""
        height = max(2, self.size.height)
        if self._set_top((self.wrapped.height - height) * y // (height - 1)):
            self.refresh()

    async def _on_mouse_down(self, event: events.MouseDown) -> None:
        self._mouse.press(event)

    async def _on_mouse_move(self, event: events.MouseMove) -> None:
        self._mouse.drag(event)

    async def _on_mouse_up(self, event: events.MouseUp) -> None:
        self._mouse.release()

    async def _on_click(self, event: events.Click) -> None:
        self._mouse.click(event)

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._mouse.turn_wheel(event)

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._mouse.turn_wheel(event)

    @property
    def _page(self) -> int:
        return max(1, self.size.height - 2)

    # Wrapping

    @property
    def wrapped(self) -> WrappedText:
        """The text in rows, wrapped on first use, when the width is known."""
        if self._wrapped is None:
            width = self.text_width if self.size.width else MEASURE
            self._wrapped = wrap(self.article_text, width, FIRST_WRAP, self._fold)
        return self._wrapped

    @property
    def text_width(self) -> int:
        """Cells of the text in a row."""
        return max(1, min(MEASURE, self.size.width - GUTTER - RIGHT_EDGE - self.right_margin))

    @property
    def left_edge(self) -> int:
        """Cells left of the gutter, if the pane is wider than the text."""
        return max(0, (self.size.width - GUTTER - RIGHT_EDGE - self.text_width) // 2)

    def _on_resize(self, event: events.Resize) -> None:
        was_wrapped = self._fit()
        was_scrolled = self._set_top(self.top)
        row, bottom = self.wrapped.row_at(self.cursor), self.top + self.size.height
        is_hidden = not self._rows_at_last_resize or bottom <= row < self.top + self._rows_at_last_resize
        self._rows_at_last_resize = self.size.height
        if (is_hidden and self._reveal(row, with_context=False)) or was_scrolled or was_wrapped:
            self.refresh()

    def _fit(self) -> bool:
        """Wrap to the current size, and return whether that was necessary."""
        if self._wrapped is None or self._wrapped.width != self.text_width:
            self._rewrap()
        elif self._painter is None or self._painter.width == self._row_width:
            return False
        self._invalidate_rows()
        return True

    def _rewrap(self) -> None:
        before = self._wrapped
        before_cursor = min(self.cursor, len(before.text)) if before else 0
        cursor_row = before.row_at(before_cursor) - self.top if before else self.first_rows_above
        if self._fold and self.cursor < self._fold.end:
            self._fold = None
        self._wrapped = wrap(self.article_text, self.text_width, FIRST_WRAP, self._fold)
        self.wrapped.extend_past(self.cursor, FIRST_WRAP)
        self.cursor = snap_cursor(self.wrapped, self.cursor)
        self.top = max(0, self.wrapped.row_at(self.cursor) - max(0, cursor_row))
        if not self.wrapped.complete:
            self.call_later(self._wrap_rest, self.wrapped)

    def _unfold_at(self, offset: int) -> bool:
        """Unfold the front matter if an offset is in it, and return if it was."""
        if self._fold is None or offset >= self._fold.end:
            return False
        self._fold, added = None, self.wrapped.unfold()
        self.top += added if self.top else 0
        self._repaint()
        return True

    def _wrap_rest(self, wrapped: WrappedText) -> None:
        if wrapped is not self._wrapped:
            return
        wrapped.extend(FIRST_WRAP)
        if not wrapped.complete:
            self.set_timer(0.005, lambda: self._wrap_rest(wrapped))
            return
        self._scrollbar.invalidate_rows()
        self.refresh(Region(self.size.width - 1, 0, 1, self.size.height))

    # Painting

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._pane_styles = self._painter = None
        self._scrollbar.invalidate_view()

    def _on_focus(self, event: events.Focus) -> None:
        # Without a size, the text cannot be wrapped yet, and the whole pane is painted anyway.
        self._show_move([self.wrapped.row_at(self.cursor)] if self._wrapped else None)

    def _on_blur(self, event: events.Blur) -> None:
        self._refresh_rows([self.wrapped.row_at(self.cursor)])

    def _repaint(self) -> None:
        self._invalidate_rows()
        self.refresh()

    def _invalidate_rows(self) -> None:
        self._painter = None
        self._scrollbar.invalidate_rows()

    def _refresh_rows(self, rows: Iterable[int]) -> None:
        rows_in_view = range(self.top, self.top + self.size.height)
        regions = [Region(0, row - self.top, self.size.width, 1) for row in rows if row in rows_in_view]
        if regions:
            self.refresh(*regions)

    @property
    def pane_styles(self) -> PaneStyles:
        """The styles in the current theme."""
        if self._pane_styles is None:
            style_filter = partial(apply_filters, self.get_line_filters(), self.background_colors[1])
            self._pane_styles = PaneStyles.of_theme(self.app.theme_variables, self.codebook, style_filter)
        return self._pane_styles

    @property
    def painter(self) -> Painter:
        """The painter for the current theme, width and account."""
        if self._painter is None:
            left, width, glyphs = self.left_edge, self._row_width, self.glyphs
            self._painter = Painter(self.wrapped, self.markup, self.pane_styles, left=left, width=width, glyphs=glyphs)
        return self._painter

    @property
    def _row_width(self) -> int:
        """Cells of a row without the scrollbar."""
        return max(self.size.width - 1, GUTTER + 1)

    def render_lines(self, crop: Region) -> list[Strip]:
        # Overridden for speed: Textual's own way through its cache of styles takes twice as long.
        self._fit()  # a frame may be painted before `Resize` arrives
        width, selection = self.size.width, self.selection
        cursor = self.cursor if self.has_focus else None
        height = max(self.size.height, crop.bottom)  # a frame may be painted at the old height, just before a layout
        bar = self._scrollbar.cells(height, self.top, self.wrapped, self.pane_styles)
        paint, y = partial(self.painter.strip, self.emphasis, selection, cursor), self.top
        strips = [paint(y + line, bar[line]) for line in range(crop.y, crop.bottom)]
        if len(filters := self.get_line_filters()) > 1:
            strips = [apply_charset(strip, filters, self.background_colors[1]) for strip in strips]
        if crop.x or crop.width != width or width <= GUTTER + 1:
            strips = [strip.crop(crop.x, crop.right) for strip in strips]
        return strips
