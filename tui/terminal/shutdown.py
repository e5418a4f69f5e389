"""Handle signals and a vanished terminal."""

import asyncio
import os
import signal
import sys
import termios
import threading
from collections.abc import Callable
from queue import Queue
from types import FrameType

from tui.terminal.capabilities import is_in_browser

SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
CHECK_INTERVAL = 1.0
"""Seconds between two checks of the terminal."""
GRACE_SECONDS = 2.0
"""Seconds until a program that does not exit by itself is killed."""
STALLED_SECONDS = 5.0
"""Seconds until the same, if it does not begin to exit because the terminal takes no output."""


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
            signal.signal(number, _watch_output)  # the event loop still learns of the signal
        signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)

    def check_terminal(self) -> None:
        """End if the terminal has vanished.

        Call it every `CHECK_INTERVAL`.
        """
        if not has_terminal():
            self._finish(128 + signal.SIGHUP)

    def _finish(self, status: int) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        if not self._ended:
            self._ended = True
            self._end(status)


def _watch_output(number: int, _frame: FrameType | None) -> None:
    """Exit with a signal's status if the terminal takes no output.

    The event loop then waits to write, and does not come to the signal.
    """
    if signal.getitimer(signal.ITIMER_REAL)[0]:
        return
    waits = 0

    def check(_number: int, frame: FrameType | None) -> None:
        nonlocal waits
        waits = waits + 1 if _is_waiting_to_write(frame) else 0
        if waits > 1:
            os._exit(128 + number)

    signal.signal(signal.SIGALRM, check)
    signal.setitimer(signal.ITIMER_REAL, STALLED_SECONDS / 2, STALLED_SECONDS / 2)


def _is_waiting_to_write(frame: FrameType | None) -> bool:
    """Return whether what runs waits for a queue, as Textual's of output."""
    while frame is not None:
        if frame.f_code is Queue.put.__code__:
            return True
        frame = frame.f_back
    return False


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
