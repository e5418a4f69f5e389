"""A queue that handles a key only once the one before has had its effect.

Textual forwards a key to the focused widget and handles the next at once. A lagging terminal sends several together:
`n` and the first words of a note, which would run commands, or the last words and Ctrl+S, which would save too early.
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
"""The group of workers that open a dialog: keys wait until it is open."""
MAX_WAIT = 1.0
"""Seconds that a key may keep the next one waiting."""
_RETRY_SECONDS = 0.01


class SequentialKeysApp(App[None]):
    """An application that handles keys and pasted text strictly one by one."""

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._waiting_keys: deque[events.Event] = deque()
        self._key_in_progress: object | None = None
        """A token of the key that has not had its effect yet."""
        self._waiting_since = 0.0
        """When the first key began to wait, by the monotonic clock."""

    async def on_event(self, event: events.Event) -> None:
        if event.is_forwarded or not isinstance(event, events.Key | events.Paste):
            await super().on_event(event)
            return
        self._waiting_keys.append(event)
        if len(self._waiting_keys) == 1:
            self._waiting_since = monotonic()
            await self._try_next_key()

    async def _try_next_key(self, *, deferred: bool = False) -> None:
        if not self._waiting_keys:
            return
        if self._must_wait():
            self.set_timer(_RETRY_SECONDS, self._try_next_key)
        elif not deferred:
            self.call_later(self._try_next_key, deferred=True)  # after a new screen has set its focus
        else:
            await self._handle_next_key()

    async def _handle_next_key(self) -> None:
        token = self._key_in_progress = object()
        self._waiting_since = monotonic()
        target = self.focused or self.screen
        await super().on_event(self._waiting_keys.popleft())
        await self._follow_key(target, token)

    def _must_wait(self) -> bool:
        if monotonic() - self._waiting_since > MAX_WAIT:
            return False
        return self._key_in_progress is not None or not self._is_ready()

    def _is_ready(self) -> bool:
        """Return whether no dialog is about to open or to be focused."""
        opening = any(
            worker.group == DIALOG and worker.node is self.screen and not worker.is_finished for worker in self.workers
        )
        unfocused = self.focused is None and self.app_focus and bool(self.screen.focus_chain)
        return self.screen.is_mounted and not opening and not unfocused

    async def _follow_key(self, node: DOMNode | None, token: object) -> None:
        """Pass through the same queues as a key, from widget up to app."""
        while node is not None and not node.call_later(self._follow_key, node.parent, token):
            node = node.parent
        if node is None and self._key_in_progress is token:
            self._key_in_progress = None
            await self._try_next_key()
