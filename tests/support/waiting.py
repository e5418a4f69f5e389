"""Waiting for what happens by itself: bounded, and no longer than it takes."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from seen import reading_screen, shown

from tui.reader.reading.reload import Reload

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

PATIENCE = 10.0
"""Seconds after which a test fails; the machine may be busy."""


async def until(pilot: Pilot[None], happened: Callable[[], bool]) -> None:
    """Wait until something has happened; fails with the screen as it is where it does not."""
    deadline = monotonic() + PATIENCE
    while not happened():
        assert monotonic() < deadline, shown(pilot)
        await pilot.pause(0.02)
    await pilot.pause()


async def follow(pilot: Pilot[None]) -> None:
    """Let the reader follow its files, as it does in a terminal."""
    reload = reading_screen(pilot).features.get(Reload)
    reload.follow_files()
    await until(pilot, lambda: reload.following)
