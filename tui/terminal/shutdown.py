"""Handle signals and a vanished terminal."""

import asyncio
import os
import signal
import sys
import termios
import threading
from collections.abc import Callable
from types import FrameType

from tui.terminal.capabilities import is_in_browser

SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
CHECK_INTERVAL = 1.0
"""Seconds between two checks of the terminal."""
GRACE_SECONDS = 2.0
"""Seconds until a program that does not exit by itself is killed."""
STALLED_SECONDS = 5.0
"""Seconds until the same, if it does not even begin to exit."""


class ShutdownWatcher:
    """Calls `end` once with an exit status, on a signal or without a terminal.

    Textual itself ends on a signal without notice to the screens, and uses all of the CPU if its terminal vanishes.
    """

    def __init__(self, end: Callable[[int], None]) -> None:
        self._end = end
        self._ended = False

    def watch_signals(self) -> None:
        """Handle the signals, also blocked ones, in the running event loop."""
        loop = asyncio.get_running_loop()
        for number in SIGNALS:
            loop.add_signal_handler(number, self._finish, 128 + number)
            signal.signal(number, _exit_late)  # the event loop still learns of the signal, if nothing blocks it
        signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)

    def check_terminal(self) -> None:
        """End if the terminal has vanished.

        Call it every `CHECK_INTERVAL`.
        """
        if not has_terminal():
            self._finish(128 + signal.SIGHUP)

    def _finish(self, status: int) -> None:
        if not self._ended:
            self._ended = True
            self._end(status)


def _exit_late(number: int, _frame: FrameType | None) -> None:
    """Exit in some seconds if the event loop does not come to handle a signal.

    It waits for a terminal that takes no output, such as that of a stalled connection.
    """
    signal.signal(signal.SIGALRM, lambda *_: os._exit(128 + number))
    signal.setitimer(signal.ITIMER_REAL, STALLED_SECONDS)


def block_signals() -> None:
    """Block the signals until they are watched.

    A signal during the start would leave the terminal in the wrong mode.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)


def has_terminal() -> bool:
    """Return whether the original stdin is a terminal that still exists.

    In a browser it is a pipe, whose end the driver notices.
    """
    if is_in_browser():
        return True
    try:
        termios.tcgetattr(sys.__stdin__.fileno() if sys.__stdin__ else 0)
    except (termios.error, ValueError, OSError):
        return False
    return True


def exit_after(seconds: float, status: int) -> None:
    """Exit after some seconds, even if a vanished terminal blocks Textual."""
    timer = threading.Timer(seconds, os._exit, [status])
    timer.daemon = True
    timer.start()
