"""Keys in turn: the next one is looked at when the last one has had its effect.

Textual hands a key to what has the focus and looks at the next at once. A line that stutters sends several together:
`n` and the first words of a note, and the words would be taken for commands; or the last words and Ctrl+S, and the note
would be saved without them.
"""

from __future__ import annotations

from collections import deque
from time import monotonic
from typing import TYPE_CHECKING

from textual import events
from textual.app import App

if TYPE_CHECKING:
    from textual.dom import DOMNode

DIALOG = "dialog"
"""The group of the workers that open a dialogue: until it is open, the keys that follow wait for it."""
MAX_WAIT = 1.0
"""Seconds that a key may keep the next one waiting."""
_LOOK_AGAIN = 0.01


class SequentialKeysApp(App[None]):
    """An application that takes keys and pasted text strictly one after the other."""

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._in_line: deque[events.Event] = deque()
        self._turn: object | None = None
        """Stands for the key that is having its effect."""
        self._since = 0.0
        """When the first in line began to wait, by the monotonic clock."""

    async def on_event(self, event: events.Event) -> None:
        """Put a key from outside in line; let every other event pass."""
        if event.is_forwarded or not isinstance(event, events.Key | events.Paste):
            await super().on_event(event)
            return
        self._in_line.append(event)
        if len(self._in_line) == 1:
            self._since = monotonic()
            await self._take_next()

    async def _take_next(self, *, certain: bool = False) -> None:
        if not self._in_line:
            return
        if self._must_wait():
            self.set_timer(_LOOK_AGAIN, self._take_next)
        elif not certain:
            self.call_later(self._take_next, certain=True)  # behind a new screen's wish where to put the focus
        else:
            await self._take()

    async def _take(self) -> None:
        turn = self._turn = object()
        self._since = monotonic()
        target = self.focused or self.screen
        await super().on_event(self._in_line.popleft())
        await self._follow(target, turn)

    def _must_wait(self) -> bool:
        if monotonic() - self._since > MAX_WAIT:
            return False
        return self._turn is not None or not self._is_ready()

    def _is_ready(self) -> bool:
        """Return whether what the next key is meant for is there: no dialogue is about to open, or to be focused."""
        opening = any(
            worker.group == DIALOG and worker.node is self.screen and not worker.is_finished for worker in self.workers
        )
        unfocused = self.focused is None and self.app_focus and bool(self.screen.focus_chain)
        return self.screen.is_mounted and not opening and not unfocused

    async def _follow(self, node: DOMNode | None, turn: object) -> None:
        """Go the way of a key, from what had the focus up to the application, behind it in every queue."""
        while node is not None and not node.call_later(self._follow, node.parent, turn):
            node = node.parent
        if node is None and self._turn is turn:
            self._turn = None
            await self._take_next()
