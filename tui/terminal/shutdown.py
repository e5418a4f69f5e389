"""The ways a program ends that nobody asked it about: signals, and a terminal that is gone."""

import asyncio
import os
import signal
import sys
import termios
import threading
from collections.abc import Callable

SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
CHECK_INTERVAL = 1.0
"""Seconds between two looks at whether the terminal is still there."""


GRACE_SECONDS = 2.0
"""Seconds an orderly end may take before the program leaves at once."""


class ShutdownWatcher:
    """Calls `end` once, with an exit status, when a signal says so or the terminal has vanished.

    Textual by itself dies of a signal without a word to the screens, and spins when its terminal vanishes.
    """

    def __init__(self, end: Callable[[int], None]) -> None:
        self._end = end
        self._ended = False

    def watch_signals(self) -> None:
        """Take the signals from now on, and those that were held back; call it inside the running loop."""
        loop = asyncio.get_running_loop()
        for number in SIGNALS:
            loop.add_signal_handler(number, self._finish, 128 + number)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)

    def look(self) -> None:
        """End where standard input was a terminal and no longer is; call it every `EVERY` seconds."""
        if not terminal_is_there():
            self._finish(128 + signal.SIGHUP)

    def _finish(self, status: int) -> None:
        if not self._ended:
            self._ended = True
            self._end(status)


def block_signals() -> None:
    """Let the signals wait until they are watched: between the two, one would leave the terminal in disorder."""
    signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)


def terminal_is_there() -> bool:
    """Return whether standard input is still the terminal that the program was started on."""
    try:
        termios.tcgetattr(sys.__stdin__.fileno() if sys.__stdin__ else 0)
    except (termios.error, ValueError, OSError):
        return False
    return True


def exit_after(seconds: float, status: int) -> None:
    """End the process for good after some seconds, in case a terminal that is gone holds up an orderly end."""
    timer = threading.Timer(seconds, os._exit, [status])
    timer.daemon = True
    timer.start()
