"""The annotation under the cursor, and what every account says of it."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.messages import Layout
from textual.widget import Widget

PART_GAP = "   "
"""What separates the parts of a line. A part is not broken over two rows if it fits on one."""
PADDING = 4
"""Cells left and right of the lines."""
MIN_ROWS = 2
SLACK = 2
"""Rows that may stay empty, so that the height does not change with every key."""
MAX_LINE_ROWS = 3
"""Rows of one line, at most, if the lines do not fit."""


ACTION = "action"
"""The key in a style's meta data for the action of the screen that a click runs."""


class InspectorLine(NamedTuple):
    """A line with hanging indentation."""

    parts: tuple[Content, ...]
    lead: Content = Content("")
    """What stands left of the parts. The line's other rows are indented by its cells."""
    piece_gap: str = ""
    """What separates the pieces of a part. A piece is not broken over two rows if it fits on one."""

    @property
    def content(self) -> Content:
        """The line in one row."""
        return Content.assemble(self.lead, Content(PART_GAP).join(self.parts))

    @property
    def plain(self) -> str:
        return self.content.plain

    def rows(self, width: int) -> list[Content]:
        """Return the line in rows of `width` cells."""
        indent = Content(" " * self.lead.cell_length)
        rows = _wrapped(self.parts, max(1, width - self.lead.cell_length), self.piece_gap)
        return [Content.assemble(indent if position else self.lead, row) for position, row in enumerate(rows)]


class Inspector(Widget):
    """Lines of content, as high as they need within limits.

    Enter opens all of them.
    """

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[InspectorLine] = ()
        self.min_rows = MIN_ROWS
        """Rows of content, at least."""
        self.max_rows = MIN_ROWS
        """Rows of content, at most."""
        self._row_cache: tuple[int, list[list[Content]]] = (0, [])
        """The width in cells, and the rows of each line in it."""
        self._rows = 0
        """Rows of content that the height is set for."""
        self.is_fitted = True
        """Whether the height follows the content; else it is `max_rows`."""

    def show(self, lines: Sequence[InspectorLine]) -> None:
        """Replace the lines."""
        if list(lines) != list(self.lines):
            self.lines = tuple(lines)
            self._row_cache = (0, [])
            self._fit()
            self.refresh()

    def limit(self, min_rows: int, max_rows: int, *, fitted: bool = True) -> None:
        """Set how many rows of content there are, and whether to fit them."""
        if (min_rows, max_rows, fitted) != (self.min_rows, self.max_rows, self.is_fitted):
            self.min_rows, self.max_rows, self.is_fitted = min_rows, max_rows, fitted
            self._fit()

    async def _on_click(self, event: events.Click) -> None:
        if action := event.style.meta.get(ACTION):
            await self.app.run_action(action, self.screen)

    def _on_resize(self, event: events.Resize) -> None:
        self._fit()

    def _fit(self) -> None:
        """Take as many rows as the lines need, and a border."""
        # Before the first layout, the width is known all the same, which spares a second layout.
        width = max(1, self.content_size.width or self.app.size.width - PADDING)
        needed = sum(map(len, self._rows_of_lines(width))) if self.is_fitted else self.max_rows
        needed = max(self.min_rows, min(self.max_rows, needed))
        # A change of height moves the panes' lower edge, and lays the screen out twice.
        is_near = self.is_fitted and needed <= self._rows <= min(self.max_rows, needed + SLACK)
        if not is_near and needed != self._rows:
            self._rows = needed
            self.styles.height = needed + 1
            if self.is_attached:
                # Otherwise the screen would hear of it when its next frame is painted.
                self.screen.post_message(Layout(self))

    def render(self) -> Content:
        width, room = max(1, self.content_size.width), max(1, self.content_size.height)
        lines = self._rows_of_lines(width)
        rows = [row for line in lines for row in line]
        if len(rows) > room:
            rows = _shortened(lines, width, room)
        return Content("\n").join(rows[:room])

    def _rows_of_lines(self, width: int) -> list[list[Content]]:
        if self._row_cache[0] != width:
            self._row_cache = (width, [line.rows(width) for line in self.lines])
        return self._row_cache[1]


def _shortened(lines: Sequence[list[Content]], width: int, room: int) -> list[Content]:
    """Return the rows of lines, each cut so that the next ones fit."""
    from tui.reader.widgets.text_folding import cut_lines  # noqa: PLC0415 - seldom needed

    rows: list[Content] = []
    for position, line in enumerate(lines):
        rows_after = len(lines) - position - 1
        space = max(1, min(MAX_LINE_ROWS, room - len(rows) - rows_after))
        rows += cut_lines(line, width, space)
    return rows


def _wrapped(parts: Sequence[Content], width: int, piece_gap: str = "", gap: str = PART_GAP) -> list[Content]:
    """Return parts in rows of `width` cells, with a gap between them."""
    rows: list[Content] = []
    for part in parts:
        if rows and rows[-1].cell_length + len(gap) + part.cell_length <= width:
            rows[-1] = Content.assemble(rows[-1], gap, part)
        elif piece_gap and part.cell_length > width:
            rows += _wrapped(part.split(piece_gap), width, gap=piece_gap)
        else:
            rows += part.wrap(width)
    return rows
