"""The footer: the keys that apply now, or a short message."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget

from tui.reader.content import visible_line

MESSAGE_SECONDS = 2.5
HINT_GAP = 2
"""Cells between two hints."""


class Hint(NamedTuple):
    """A key and what it does now."""

    key: str
    label: str
    action: str


class KeyBar(Widget):
    """Clickable hints, as many as fit."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self.hints: Sequence[Hint] = ()
        self.lasting: Sequence[Hint] = ()
        """Hints at the right edge, of which the last ones are always shown."""
        self.message = ""
        """The last message."""
        self._message_timer: Timer | None = None
        self._hint_cells: list[tuple[range, Hint]] = []

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
        if (tuple(hints), tuple(lasting)) != (self.hints, self.lasting):
            self.hints, self.lasting = tuple(hints), tuple(lasting)
            self.refresh()

    def render(self) -> Content:
        self._hint_cells = []
        if self._message_timer:
            message = Content.assemble(" ", Content.styled(visible_line(self.message), "bold $primary"))
            return message.truncate(max(1, self.content_size.width), ellipsis=True)
        # Without lasting hints, the last one is always shown.
        others, lasting = (self.hints, self.lasting) if self.lasting else (self.hints[:-1], self.hints[-1:])
        width = self.content_size.width - 1
        lasting = _last_fitting(lasting, width)
        room = width - _cells(lasting)
        parts: list[Content] = []
        used = 1
        for hint in others:
            if used + _cells([hint]) > room:
                break
            used = self._add_hint(parts, hint, used)
        if self.lasting and used < room + 1:
            parts.append(Content(" " * (room + 1 - used)))
            used = room + 1
        for hint in lasting:
            used = self._add_hint(parts, hint, used)
        return Content.assemble(" ", *parts)

    def _add_hint(self, parts: list[Content], hint: Hint, used: int) -> int:
        length = len(hint.key) + 1 + len(hint.label)
        parts.append(Content.assemble((hint.key, "bold"), " ", (hint.label, "$quiet"), " " * HINT_GAP))
        self._hint_cells.append((range(used, used + length), hint))
        return used + length + HINT_GAP

    async def _on_click(self, event: events.Click) -> None:
        for cells, hint in self._hint_cells:
            if event.x in cells:
                await self.app.run_action(hint.action, self.screen)
                return


def _cells(hints: Sequence[Hint]) -> int:
    """Return the cells of hints with the gap after each."""
    return sum(len(hint.key) + 1 + len(hint.label) + HINT_GAP for hint in hints)


def _last_fitting(hints: Sequence[Hint], width: int) -> Sequence[Hint]:
    """Return as many of the last hints as fit into a width in cells, but one."""
    while len(hints) > 1 and _cells(hints) - HINT_GAP > width:
        hints = hints[1:]
    return hints
