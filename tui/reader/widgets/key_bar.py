"""The last line: the keys that apply here and now, each can be clicked; and for a moment what was just done."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget

from tui.reader.content import visible_line

SECONDS = 2.5
"""How long a message stays."""


class Hint(NamedTuple):
    """A key and what it does just now."""

    key: str
    label: str
    action: str


class KeyBar(Widget):
    """Shows as many hints as fit, the first ones first."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self.hints: Sequence[Hint] = ()
        self.message = ""
        """What was said last."""
        self._saying: Timer | None = None
        self._places: list[tuple[range, Hint]] = []

    def say(self, message: str) -> None:
        """Show a message in the place of the hints, for as long as it takes to read it."""
        self.message = message
        if self._saying:
            self._saying.stop()
        self._saying = self.set_timer(SECONDS, self._said)
        self.refresh()

    def _said(self) -> None:
        self._saying = None
        self.refresh()

    def show(self, hints: Sequence[Hint]) -> None:
        """Show these hints."""
        if tuple(hints) != tuple(self.hints):
            self.hints = tuple(hints)
            self.refresh()

    def render(self) -> Content:
        """Return the line, leaving out from the end what does not fit; the last hint, the help, always does."""
        self._places = []
        if self._saying:
            return Content.assemble(" ", Content.styled(visible_line(self.message), "bold $primary"))
        if not self.hints:
            return Content("")
        *others, last = self.hints
        room = self.content_size.width - len(last.key) - len(last.label) - 3
        parts: list[Content] = []
        used = 1
        for hint in others:
            length = len(hint.key) + len(hint.label) + 4
            if used + length > room:
                break
            used = self._add(parts, hint, used)
        self._add(parts, last, used)
        return Content.assemble(" ", *parts)

    def _add(self, parts: list[Content], hint: Hint, used: int) -> int:
        length = len(hint.key) + 1 + len(hint.label)
        parts.append(Content.assemble((hint.key, "bold"), " ", (hint.label, "$quiet"), "   "))
        self._places.append((range(used, used + length), hint))
        return used + length + 3

    async def _on_click(self, event: events.Click) -> None:
        for cells, hint in self._places:
            if event.x in cells:
                await self.app.run_action(hint.action, self.screen)
                return
