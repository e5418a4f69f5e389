"""A program on a pseudo-terminal of its own, with the time at which each of its bytes came."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import pyte

COLUMNS, LINES = 120, 40
SYNC_ASKED = b"\x1b[?2026$p"
SYNC_KNOWN = b"\x1b[?2026;2$y"
QUIET = 0.06
"""Seconds without a byte after which a repaint is over; not counted in its time."""
_DROPPED = {"NO_COLOR", "CI", "COLUMNS", "LINES", "PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONPATH"}


@dataclass(frozen=True, slots=True)
class Program:
    """What to start, and how to know that it is there."""

    name: str
    arguments: Sequence[str]
    shows: Sequence[str] = ()
    """Words that stand on the screen once all of the first frame is painted."""
    marks: Sequence[str] = ()
    """Words among them that stand on another ground than the gutter before them: they are highlighted."""
    environment: Mapping[str, str] = field(default_factory=dict)
    cwd: Path | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """Bytes, and when they came, in seconds after the start."""

    at: float
    sent: bytes
    worked: float = 0.0
    """Seconds of processor time that the program's main thread had had by then; 0 where the system does not tell."""


class NeverSeenError(Exception):
    """A program did not show what it should."""


class Terminal:
    """A terminal of 120 by 40 that answers what terminals answer, and keeps what it was sent."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.arrivals: list[Arrival] = []
        self.peak = 0
        """Peak resident memory in bytes, read by `close`."""
        self._began = time.perf_counter()
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            _become(program)
        _size(self._fd, COLUMNS, LINES)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def now(self) -> float:
        """Seconds since the program was started."""
        return time.perf_counter() - self._began

    def read(self, seconds: float) -> bool:
        """Take what comes within `seconds`; tell whether anything came."""
        ready, _, _ = select.select([self._fd], [], [], seconds)
        if not ready:
            return False
        try:
            sent = os.read(self._fd, 1 << 20)
        except OSError:
            return False
        if not sent:
            return False
        self.arrivals.append(Arrival(self.now, sent, self._worked()))
        if SYNC_ASKED in sent:
            os.write(self._fd, SYNC_KNOWN)
        return True

    def read_until_quiet(self, quiet: float, most: float = 60.0) -> None:
        """Take what comes until nothing has come for `quiet` seconds; waits at most `most` for the first byte."""
        if self.read(most):
            while self.read(quiet):
                pass

    def settle(self, quiet: float) -> None:
        """Take what comes until nothing has come for `quiet` seconds."""
        while self.read(quiet):
            pass

    def first_paint(self, most: float = 60.0, quiet: float = 0.3) -> Arrival:
        """Return when the screen first showed everything that it should, in seconds after the start.

        The bytes are looked at afterwards, so that looking costs the program nothing.
        """
        until = self.now + most
        while self.now < until:
            self.read_until_quiet(quiet, until - self.now)
            found = shown_at(self.arrivals, self.program)
            if found is not None:
                return found
        raise NeverSeenError(f"{self.program.name} never showed {self.program.shows}")

    def press(self, key: bytes, quiet: float = QUIET) -> tuple[float, int]:
        """Press a key; return the seconds to the last byte of its repaint, and how many bytes came."""
        return self._repaint(lambda: os.write(self._fd, key), quiet)

    def resize_twice(self, columns: int, lines: int, *, soon: float, late: float) -> tuple[float, float]:
        """Change the size; return the seconds to the last byte before `soon`, and before `late`, seconds of silence."""
        first, _ = self._repaint(lambda: _size(self._fd, columns, lines), soon)
        before = len(self.arrivals)
        began = self.arrivals[-1].at - first
        self.settle(late)
        came = self.arrivals[before:]
        return first, came[-1].at - began if came else first

    def _repaint(self, act: Callable[[], object], quiet: float) -> tuple[float, int]:
        while self.read(0):
            pass
        seen = len(self.arrivals)
        began = self.now
        act()
        self.read_until_quiet(quiet, 5.0)
        came = self.arrivals[seen:]
        if not came:
            raise NeverSeenError(f"{self.program.name} did not answer")
        return came[-1].at - began, sum(len(each.sent) for each in came)

    def _worked(self) -> float:
        with suppress(OSError):
            return int(Path(f"/proc/{self._pid}/schedstat").read_bytes().split()[0]) / 1e9
        return 0.0

    def memory(self) -> int:
        """Return the peak of resident memory so far, in bytes."""
        with suppress(OSError):
            for line in Path(f"/proc/{self._pid}/status").read_text().splitlines():
                if line.startswith("VmHWM"):
                    self.peak = int(line.split()[1]) * 1024
        return self.peak

    def close(self) -> None:
        """End the program."""
        if self._fd < 0:
            return
        self.memory()
        with suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._fd)
        self._fd = -1


def shown_at(arrivals: Sequence[Arrival], program: Program) -> Arrival | None:
    """Return when a screen that is sent `arrivals` first shows all that the program should, or None."""
    screen = pyte.Screen(COLUMNS, LINES)
    stream = pyte.ByteStream(screen)
    for arrival in arrivals:
        stream.feed(_plain(arrival.sent))
        text = "\n".join(screen.display)
        if all(word in text for word in program.shows) and all(_is_marked(screen, word) for word in program.marks):
            return arrival
    return None


def _is_marked(screen: pyte.Screen, word: str) -> bool:
    places = ((row, line.find(word)) for row, line in enumerate(screen.display))
    return any(at >= 0 and screen.buffer[row][at].bg != screen.buffer[row][0].bg for row, at in places)


def _plain(sent: bytes) -> bytes:
    """Leave out the one request that the emulator takes for text."""
    return sent.replace(SYNC_ASKED, b"")


def _size(fd: int, columns: int, lines: int) -> None:
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))


def environment() -> dict[str, str]:
    """Return what programs are started with: a colour terminal, and nothing that would slow Python's imports."""
    kept = {key: value for key, value in os.environ.items() if key not in _DROPPED}
    return {**kept, "TERM": "xterm-256color", "COLORTERM": "truecolor"}


def _become(program: Program) -> None:
    """Be the program, in the forked child."""
    try:
        _size(0, COLUMNS, LINES)
        if program.cwd:
            os.chdir(program.cwd)
        os.execvpe(program.arguments[0], list(program.arguments), {**environment(), **program.environment})  # noqa: S606
    finally:
        os._exit(127)
