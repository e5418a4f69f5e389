"""The footer: the keys that apply now, or a short message."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget

from tui.reader.content import visible_line

MESSAGE_SECONDS = 2.5


class Hint(NamedTuple):
    """A key and what it does now."""

    key: str
    label: str
    action: str


class KeyBar(Widget):
    """A lasting sign, and clickable hints, as many as fit."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self.hints: Sequence[Hint] = ()
        self.sign = ""
        """What is not on the screen: accounts and articles."""
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

    def show(self, hints: Sequence[Hint], sign: str = "") -> None:
        if (tuple(hints), sign) != (tuple(self.hints), self.sign):
            self.hints, self.sign = tuple(hints), sign
            self.refresh()

    def render(self) -> Content:
        self._hint_cells = []
        if self._message_timer:
            return Content.assemble(" ", Content.styled(visible_line(self.message), "bold $primary"))
        if not self.hints:
            return Content("")
        # The last hint, the help, is always shown.
        *others, last = self.hints
        room = self.content_size.width - len(last.key) - len(last.label) - 3
        parts = [Content.assemble((self.sign, "bold $warning"), "   ")] if self.sign else []
        used = 1 + sum(part.cell_length for part in parts)
        for hint in others:
            length = len(hint.key) + len(hint.label) + 4
            if used + length > room:
                break
            used = self._add_hint(parts, hint, used)
        self._add_hint(parts, last, used)
        return Content.assemble(" ", *parts)

    def _add_hint(self, parts: list[Content], hint: Hint, used: int) -> int:
        length = len(hint.key) + 1 + len(hint.label)
        parts.append(Content.assemble((hint.key, "bold"), " ", (hint.label, "$quiet"), "   "))
        self._hint_cells.append((range(used, used + length), hint))
        return used + length + 3

    async def _on_click(self, event: events.Click) -> None:
        for cells, hint in self._hint_cells:
            if event.x in cells:
                await self.app.run_action(hint.action, self.screen)
                return
