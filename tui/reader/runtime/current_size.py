"""Keep a screen from being laid out for a size it had before.

Textual sends a screen its size after each layout too. One that comes after the next resize would lay all out again for
the size before, and nothing would follow that corrects it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from textual import events

if TYPE_CHECKING:
    from textual.screen import Screen

S = TypeVar("S", bound="type[Screen[Any]]")


def ignore_old_sizes(screen_class: S) -> S:
    """Let screens of a class ignore sizes that the terminal no longer has."""
    handle = screen_class.on_event

    async def on_event(screen: Screen[object], event: events.Event) -> None:
        if not isinstance(event, events.Resize) or event.size == screen.app.size:
            await handle(screen, event)

    setattr(screen_class, "on_event", on_event)  # noqa: B010 - mypy takes an assignment for an error
    return screen_class
