"""Let Pilot wait for what a key does, instead of for a fixed time."""

from asyncio import sleep
from time import monotonic, process_time

from textual import app as textual_app
from textual import pilot
from textual._context import active_app

from tui.reader.runtime.key_queue import SequentialKeysApp

STILL = 0.015
"""Seconds without work after which the reader is idle, longer than its shortest timer."""
IDLE_SHARE = 0.05
"""The share of them in which an idle process may use the CPU."""


def wait_sparingly() -> None:
    """Replace Textual's wait after each key, which takes 20 ms or more twice."""
    for module in (textual_app, pilot):
        module.wait_for_idle = wait_until_still  # type: ignore[attr-defined]


async def wait_until_still(min_sleep: float = 0.0, max_sleep: float = 1.0) -> None:
    """Wait until the process is idle and no key waits for its turn."""
    del min_sleep
    until = monotonic() + max_sleep
    while monotonic() < until:
        worked = process_time()
        await sleep(STILL)
        if process_time() - worked < STILL * IDLE_SHARE and not keys_wait():
            return


def keys_wait() -> bool:
    """Return whether the app has a key to handle, or a dialog to open."""
    app = active_app.get()
    return isinstance(app, SequentialKeysApp) and (bool(app._queue) or app._turn is not None or app._is_opening())
