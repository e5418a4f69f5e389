"""The footer: the keys that apply now, or a short message."""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.timer import Timer
from textual.widget import Widget

from tui.reader.content import visible_line
from tui.reader.widgets.offered import offered

MESSAGE_SECONDS = 2.5
MAX_ROWS = 2
HINT_GAP = 2
"""Cells between two hints."""


class Hint(NamedTuple):
    """A key and what it does now."""

    key: str
    label: str
    action: str


HELP = Hint("?", "help", "app.page_help")
"""The hint of a page that has its own keys."""


Row = list[tuple[int, Hint]]
"""Hints, each with the cell in which it starts."""


class KeyBar(Widget):
    """Clickable hints, as many as fit.

    A page gives them two rows if they need them.
    """

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self.hints: Sequence[Hint] = ()
        self.lasting: Sequence[Hint] = ()
        """Hints at the right edge, of which the last ones are always shown."""
        self.message = ""
        """The last message."""
        self._message_timer: Timer | None = None

    def show_message(self, message: str) -> None:
        """Show a message instead of the hints for some seconds."""
        self.message = message
        if self._message_timer:
            self._message_timer.stop()
        self._message_timer = self.set_timer(MESSAGE_SECONDS, self._hide_message)
        self.refresh()

    def _hide_message(self) -> None:
        self._message_timer = None
        self.refresh()

    def show(self, hints: Sequence[Hint], lasting: Sequence[Hint] = ()) -> None:
        """Show hints, and others at the right edge."""
        shown = offered(hints, self.screen), offered(lasting, self.screen)
        if shown != (self.hints, self.lasting):
            self.hints, self.lasting = shown
            self.refresh(layout=self.styles.auto_dimensions)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._rows(width, MAX_ROWS))

    def render(self) -> Content:
        if self._message_timer:
            message = Content.assemble(" ", Content.styled(visible_line(self.message), "bold $primary"))
            return message.truncate(max(1, self.content_size.width), ellipsis=True)
        rows = self._rows(self.content_size.width, max(1, self.content_size.height))
        return Content("\n").join(map(_row_content, rows))

    def _rows(self, width: int, count: int) -> list[Row]:
        """Return the hints in as many rows as they need, but `count` at most."""
        if not self.lasting:
            return _rows_of(self.hints, width - 1, count)
        lasting = _last_fitting(self.lasting, width - 1)
        room = width - 1 - _cells(lasting)
        fitting = _fitting(self.hints, room - 1 - HINT_GAP)
        return [[*_placed(fitting, 1), *_placed(lasting, max(1 + _cells(fitting), room + 1))]]

    async def _on_click(self, event: events.Click) -> None:
        rows = self._rows(self.content_size.width, max(1, self.content_size.height))
        cell = event.get_content_offset(self)
        if cell is None or self._message_timer or cell.y >= len(rows):
            return
        for start, hint in rows[cell.y]:
            if start <= cell.x < start + _cells([hint]) - HINT_GAP:
                await self.app.run_action(hint.action, self.screen)
                return


def _rows_of(hints: Sequence[Hint], width: int, count: int) -> list[Row]:
    """Return hints in rows, the last one even if they do not all fit."""
    rows: list[Row] = []
    for number in range(count):
        fitting = _fitting(hints, width)
        if number == count - 1 and len(fitting) < len(hints):
            fitting = [*_fitting(hints[:-1], width - _cells(hints[-1:])), hints[-1]]
            hints = fitting
        rows.append(_placed(fitting, 1))
        hints = hints[len(fitting) :]
        if not hints:
            break
    return rows


def _placed(hints: Sequence[Hint], start: int) -> Row:
    """Return hints with the cells in which they start, from a cell on."""
    starts = accumulate((_cells([hint]) for hint in hints), initial=start)
    return list(zip(starts, hints, strict=False))


def _fitting(hints: Sequence[Hint], width: int) -> list[Hint]:
    """Return the first hints that fit into a width in cells."""
    ends = accumulate(_cells([hint]) for hint in hints)
    return [hint for hint, end in zip(hints, ends, strict=True) if end - HINT_GAP <= width]


def _row_content(row: Row) -> Content:
    parts: list[Content] = []
    used = 0
    for start, hint in row:
        parts.append(Content.assemble(" " * (start - used), (hint.key, "bold"), " ", (hint.label, "$quiet")))
        used = start + _cells([hint]) - HINT_GAP
    return Content("").join(parts)


def _cells(hints: Sequence[Hint]) -> int:
    """Return the cells of hints with the gap after each."""
    return sum(len(hint.key) + 1 + len(hint.label) + HINT_GAP for hint in hints)


def _last_fitting(hints: Sequence[Hint], width: int) -> Sequence[Hint]:
    """Return as many of the last hints as fit into a width in cells, but one."""
    while len(hints) > 1 and _cells(hints) - HINT_GAP > width:
        hints = hints[1:]
    return hints
