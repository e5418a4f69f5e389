"""A queue that handles a key or click once the last had its effect.

Textual hands a key to the focused widget and looks at the next at once. A slow connection sends several together:
`n` and the first words of a note, and the words would be taken for commands; or two Enters, and the second would answer
a dialog that the first has closed.
"""

from __future__ import annotations

from collections import deque
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from textual import events
from textual.app import App

from tui.reader.runtime.base_layout import command_key

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.dom import DOMNode
    from textual.screen import Screen
    from textual.widget import Widget

DIALOG = "dialog"
"""The group of the workers that open a dialog: until it is open, what follows waits for it."""
MAX_WAIT = 1.0
"""Seconds that a key may keep the next one waiting."""
MAX_PASSES = 6
"""How often to look whether the messages that a key has led to are handled."""
MAX_FOCUS_WAIT = 0.2
"""Seconds to wait for a new screen to focus a widget, before the first one is focused."""
_POLL_SECONDS = 0.01
_MOVES = (events.MouseMove, events.MouseScrollUp, events.MouseScrollDown)
"""What answers nothing, and need not wait while the queue is empty."""
ANSWERS = frozenset({"enter", "ctrl+s"})
"""The keys that answer a question of a dialog."""


def drop_answers(app: App[Any]) -> None:
    """Keep keys and clicks that came before a question from answering it."""
    if isinstance(app, SequentialKeysApp):
        app.drop_answers()


def drop_keys(app: App[Any]) -> None:
    """Drop all keys and clicks that wait."""
    if isinstance(app, SequentialKeysApp):
        app.drop_keys()


def _is_answer(event: events.Event) -> bool:
    if isinstance(event, events.Key):
        return event.key in ANSWERS
    return isinstance(event, events.MouseEvent)


class BusyScreen:
    """A modal screen that takes clicks and a few keys.

    Other keys from before it opened are held until it closes, and those from while it is open are dropped.
    """

    TAKEN_KEYS: ClassVar[frozenset[str]] = frozenset({"escape", "ctrl+c", "ctrl+q", "ctrl+z"})

    def takes(self, event: events.Event) -> bool:
        """Return whether an event is for this screen."""
        return isinstance(event, events.MouseEvent) or (
            isinstance(event, events.Key) and command_key(event).key in self.TAKEN_KEYS
        )


def release_keys(app: App[Any]) -> None:
    """Pass on the events held while a busy screen was in front."""
    if isinstance(app, SequentialKeysApp):
        app.release_keys()


def drop_held_keys(app: App[Any]) -> None:
    """Drop the events held while a busy screen was in front."""
    if isinstance(app, SequentialKeysApp):
        app.drop_held_keys()


class _Waiting(NamedTuple):
    """An event, and the screen that was in front when it arrived."""

    event: events.Event
    screen: Screen[object]
    was_held: bool = False
    """Whether it has waited for a busy screen to close."""


def _is_text(event: events.Key, focused: Widget | None) -> bool:
    """Return whether a key is typed into a text field."""
    return focused is not None and focused.check_consume_key(event.key, event.character)


def _is_for(event: events.Event, front: Screen[object]) -> bool:
    """Return whether a held event may go to the screen in front.

    Only text in a field: as a command, it would do what nobody expects.
    """
    focused = front.focused
    if focused is None or not focused.check_consume_key("a", "a"):
        return False
    if isinstance(event, events.Key):
        return event.key == "backspace" or (event.is_printable and _is_text(event, focused))
    return isinstance(event, events.Paste)


class _Pass:
    """One way from a widget up to the app, behind what their queues hold."""

    def __init__(
        self, turn: _Waiting, start: DOMNode, go_on: Callable[[_Pass], Awaitable[None]], number: int = 1
    ) -> None:
        self.turn = turn
        self.start = start
        self.next: DOMNode | None = start
        """The node whose queue it waits in."""
        self.number = number
        self.has_met_messages = False
        """Whether a queue on the way held messages that came later."""
        self._go_on = go_on

    async def arrive(self) -> None:
        """Go on when the queue of a node has come to this."""
        await self._go_on(self)


class SequentialKeysApp(App[None]):
    """An application that handles keys, pastes and clicks one by one."""

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._queue: deque[_Waiting] = deque()
        self._held: deque[_Waiting] = deque()
        """The events held while a busy screen is in front."""
        self._turn: _Waiting | None = None
        """The event that is having its effect."""
        self._since = 0.0
        """When the first in the queue began to wait, by the monotonic clock."""
        self._answers_from = 0.0
        """When the last question was asked, by the same clock, which is that of events."""
        self._keys_from = 0.0
        """When all keys that waited were dropped, by the same clock."""

    async def on_event(self, event: events.Event) -> None:
        """Queue a key or a click from outside, and pass other events on."""
        if event.is_forwarded or not isinstance(event, events.Key | events.Paste | events.MouseEvent):
            await super().on_event(event)
        elif isinstance(event, events.MouseEvent) and not self._is_inside(event):
            return  # a window that has shrunk meanwhile; Textual would take the focus away
        elif not self._queue and isinstance(event, _MOVES):
            await super().on_event(event)
        else:
            await self._enqueue(event)

    def _is_inside(self, event: events.MouseEvent) -> bool:
        return 0 <= event.x < self.size.width and 0 <= event.y < self.size.height

    def drop_answers(self) -> None:
        """Drop the answers that wait, here or still in Textual's queue."""
        self._answers_from = monotonic()
        self._queue = deque(waiting for waiting in self._queue if not _is_answer(waiting.event))
        self._held = deque(waiting for waiting in self._held if not _is_answer(waiting.event))

    def drop_keys(self) -> None:
        """Drop what waits, here or still in Textual's queue."""
        self._keys_from = monotonic()
        self._queue.clear()
        self._held.clear()

    def drop_held_keys(self) -> None:
        """Drop the events held while a busy screen is in front."""
        self._held.clear()

    def release_keys(self) -> None:
        """Queue the held events before all others."""
        self._queue.extendleft(waiting._replace(was_held=True) for waiting in reversed(self._held))
        self._held.clear()
        self._since = monotonic()
        self.call_later(self._take_next)

    async def _enqueue(self, event: events.Event) -> None:
        if event.time < self._keys_from or (event.time < self._answers_from and _is_answer(event)):
            return
        self._queue.append(_Waiting(event, self.screen))
        if len(self._queue) == 1:
            self._since = monotonic()
            await self._take_next()

    async def _take_next(self, *, certain: bool = False) -> None:
        if not self._queue:
            return
        if self._must_wait():
            self.set_timer(_POLL_SECONDS, self._take_next)
        elif not certain:
            self.call_later(self._take_next, certain=True)  # after a new screen has asked for the focus
        else:
            await self._take()

    async def _take(self) -> None:
        self._since = monotonic()
        waiting = self._queue.popleft()
        if isinstance(self.screen, BusyScreen) and not self.screen.takes(waiting.event):
            if waiting.screen is not self.screen:
                self._held.append(waiting)
            await self._take_next()
        elif waiting.was_held and not _is_for(waiting.event, self.screen):
            await self._take_next()
        else:
            await self._handle(waiting)

    async def _handle(self, waiting: _Waiting) -> None:
        self._turn = waiting
        target: DOMNode = self.focused or self.screen
        if isinstance(waiting.event, events.Key) and not _is_text(waiting.event, self.focused):
            waiting = self._turn = waiting._replace(event=command_key(waiting.event))
        if waiting.screen is self.screen or not isinstance(waiting.event, events.MouseEvent):
            await super().on_event(waiting.event)
        await self._follow(_Pass(waiting, target, self._arrive))

    def _must_wait(self) -> bool:
        waited = monotonic() - self._since
        if waited > MAX_WAIT:
            return False
        if self._turn is not None or not self.screen.is_mounted or self._is_opening():
            return True
        if self.focused is not None or not self.app_focus or not self.screen.focus_chain:
            return False
        if waited > MAX_FOCUS_WAIT:
            self.screen.set_focus(self.screen.focus_chain[0])
        return True

    def _is_opening(self) -> bool:
        """Return whether a dialog is about to open over the screen."""
        return any(
            worker.group == DIALOG and worker.node is self.screen and not worker.is_finished for worker in self.workers
        )

    async def _follow(self, way: _Pass) -> None:
        """Pass through the same queues as a key, from widget up to app.

        An action runs when the key has reached the app, and may post messages to the widget, which may post others. So
        pass once more, and again while messages are met.
        """
        # Not by `call_later`: for a function with arguments, it inspects the signature each time.
        while way.next is not None and not way.next.post_message(events.Callback(callback=way.arrive)):
            way.next = way.next.parent
        if way.next is None and self._turn is way.turn:
            await self._end_pass(way)

    async def _arrive(self, way: _Pass) -> None:
        if way.next is not None:
            way.has_met_messages = way.has_met_messages or way.next.message_queue_size > 0
            way.next = way.next.parent
        await self._follow(way)

    async def _end_pass(self, way: _Pass) -> None:
        if way.number < MAX_PASSES and (way.number == 1 or way.has_met_messages):
            start = way.start if way.start.is_attached else self.focused or self.screen
            await self._follow(_Pass(way.turn, start, self._arrive, way.number + 1))
            return
        self._turn = None
        self._drop_repetition(way.turn)
        await self._take_next()

    def _drop_repetition(self, turn: _Waiting) -> None:
        """Drop a repeated key if its first press has closed the screen."""
        if turn.screen in self.screen_stack or not isinstance(turn.event, events.Key):
            return
        while self._queue and isinstance(again := self._queue[0].event, events.Key) and again.key == turn.event.key:
            self._queue.popleft()
