"""Ignore resize events that are out of date.

Textual also sends a screen its size after each layout. If the terminal is resized meanwhile, that event arrives last,
and the screen would keep the layout of the old size.
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
