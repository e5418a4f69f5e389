"""Wait for a condition, but not for ever."""

from collections.abc import Callable
from time import monotonic

from seen import reading_screen, shown
from textual.pilot import Pilot

from tui.reader.reading.reload import Reload

PATIENCE = 10.0
"""Seconds after which a test fails; the machine may be busy."""


async def until(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
    """Wait for a condition, or fail with the screen as the message."""
    deadline = monotonic() + PATIENCE
    while not condition():
        assert monotonic() < deadline, shown(pilot)
        await pilot.pause(0.02)
    await pilot.pause()


async def follow(pilot: Pilot[None]) -> None:
    """Let the reader watch its files, as it does in a terminal."""
    reload = reading_screen(pilot).features.get(Reload)
    reload.watch_files()
    await until(pilot, lambda: reload.watching)
