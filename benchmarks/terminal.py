"""Run a program in its own pseudo-terminal, and time its output."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Self

import pyte

COLUMNS, LINES = 120, 40
SYNC_QUERY = b"\x1b[?2026$p"
SYNC_REPLY = b"\x1b[?2026;2$y"
UNDRAWN = re.compile(rb"\x1b\[\?(?:2026\$p|[\d;]*m)")
"""Queries that pyte would show as text, or fail at: of frames, and of the modes of keys (vim)."""
IDLE = 0.02
"""Seconds of CPU in a second that a program uses without doing anything."""
QUIET = 0.06
"""Seconds without a byte after which a repaint is over. They do not count as its time."""
_DROPPED = {"NO_COLOR", "CI", "COLUMNS", "LINES", "PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONPATH"}


@dataclass(frozen=True, slots=True)
class Program:
    """A program to start, and what its first frame shows."""

    name: str
    arguments: Sequence[str]
    shows: Sequence[str] = ()
    """Words that are on the screen when the whole first frame is painted."""
    marks: Sequence[str] = ()
    """Words that are highlighted: their background differs from the gutter's."""
    environment: Mapping[str, str] = field(default_factory=dict)
    cwd: Path | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """Bytes, and the seconds from the start until they arrived."""

    at: float
    sent: bytes


class Answer(NamedTuple):
    """What a key cost, in seconds."""

    first: float
    """Until the first repaint."""
    complete: float
    """Until the last one."""
    cpu: float
    """Of the program's CPU, with its threads."""


class NeverSeenError(Exception):
    """A program did not show what was expected."""


class Terminal:
    """A terminal of 120 by 40 cells that records what a program sends."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.arrivals: list[Arrival] = []
        self.peak = 0
        """Peak resident memory in bytes."""
        self._started = time.perf_counter()
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            _exec(program)
        _size(self._fd, COLUMNS, LINES)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def now(self) -> float:
        """Seconds since the program started."""
        return time.perf_counter() - self._started

    def read(self, seconds: float) -> bool:
        """Record what arrives within `seconds`, and return whether anything did."""
        ready, _, _ = select.select([self._fd], [], [], seconds)
        if not ready:
            return False
        try:
            sent = os.read(self._fd, 1 << 20)
        except OSError:
            return False
        if not sent:
            return False
        self.arrivals.append(Arrival(self.now, sent))
        if SYNC_QUERY in sent:
            os.write(self._fd, SYNC_REPLY)
        return True

    def read_until_quiet(self, quiet: float, most: float = 60.0) -> None:
        """Record what arrives until `quiet` seconds pass without a byte.

        Wait at most `most` seconds for the first byte.
        """
        if self.read(most):
            while self.read(quiet):
                pass

    def settle(self, quiet: float) -> None:
        """Record what arrives until `quiet` seconds pass without a byte."""
        while self.read(quiet):
            pass

    def rest(self, most: float = 120.0) -> None:
        """Record what arrives until the program does nothing for a second."""
        until, idle = self.now + most, False
        while not idle and self.now < until:
            before, ends = self.cpu_seconds(), self.now + 1.0
            while self.now < ends:
                self.read(ends - self.now)
            idle = self.cpu_seconds() - before < IDLE

    def first_paint(self, most: float = 60.0, quiet: float = 0.3) -> Arrival:
        """Return when the screen first showed all that is expected.

        The bytes are rendered afterwards, so that the program is not slowed down.
        """
        until = self.now + most
        while self.now < until:
            self.read_until_quiet(quiet, until - self.now)
            arrival = shown_at(self.arrivals, self.program)
            if arrival is not None:
                return arrival
        raise NeverSeenError(f"{self.program.name} never showed {self.program.shows}")

    @property
    def process_id(self) -> int:
        return self._pid

    def send(self, keys: bytes) -> None:
        """Send keys without waiting for a repaint."""
        os.write(self._fd, keys)

    def press(self, key: bytes, quiet: float = QUIET) -> tuple[float, int]:
        """Press a key, and return the seconds and the bytes of its repaint."""
        return self._repaint(lambda: os.write(self._fd, key), quiet)

    def press_to_complete(self, key: bytes, quiet: float) -> Answer:
        """Press a key, and return when it was first answered and when wholly.

        The answer is complete before `quiet` seconds without a byte.
        """
        while self.read(0):
            pass
        count, started, cpu = len(self.arrivals), self.now, self.cpu_seconds()
        os.write(self._fd, key)
        self.read_until_quiet(quiet)
        arrivals = self.arrivals[count:]
        if not arrivals:
            raise NeverSeenError(f"{self.program.name} did not answer")
        return Answer(arrivals[0].at - started, arrivals[-1].at - started, self.cpu_seconds() - cpu)

    def cpu_seconds(self) -> float:
        """Return the seconds of CPU so far, or 0 if the system does not tell."""
        with suppress(OSError):
            fields = Path(f"/proc/{self._pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
            return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        return 0.0

    def resize_twice(self, columns: int, lines: int, *, soon: float, late: float) -> tuple[float, float]:
        """Change the size, and return the seconds to two repaints.

        They end before `soon` and before `late` seconds without a byte.
        """
        first, _ = self._repaint(lambda: _size(self._fd, columns, lines), soon)
        count = len(self.arrivals)
        started = self.arrivals[-1].at - first
        self.settle(late)
        arrivals = self.arrivals[count:]
        return first, arrivals[-1].at - started if arrivals else first

    def _repaint(self, act: Callable[[], object], quiet: float) -> tuple[float, int]:
        while self.read(0):
            pass
        count = len(self.arrivals)
        started = self.now
        act()
        self.read_until_quiet(quiet, 5.0)
        arrivals = self.arrivals[count:]
        if not arrivals:
            raise NeverSeenError(f"{self.program.name} did not answer")
        return arrivals[-1].at - started, sum(len(arrival.sent) for arrival in arrivals)

    def memory(self) -> int:
        """Return the peak of resident memory so far, in bytes."""
        self.peak = peak_memory(self._pid) or self.peak
        return self.peak

    def close(self) -> None:
        """Kill the program."""
        if self._fd < 0:
            return
        self.memory()
        with suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._fd)
        self._fd = -1


def peak_memory(process: int) -> int:
    """Return a process's peak of resident memory in bytes, 0 if unknown."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) * 1024
    return 0


def shown_at(arrivals: Sequence[Arrival], program: Program) -> Arrival | None:
    """Return the arrival that completes the program's first frame, or None."""
    screen = pyte.Screen(COLUMNS, LINES)
    stream = pyte.ByteStream(screen)
    for arrival in arrivals:
        stream.feed(UNDRAWN.sub(b"", arrival.sent))
        text = "\n".join(screen.display)
        if all(word in text for word in program.shows) and all(_is_marked(screen, word) for word in program.marks):
            return arrival
    return None


def _is_marked(screen: pyte.Screen, word: str) -> bool:
    places = ((row, line.find(word)) for row, line in enumerate(screen.display))
    return any(at >= 0 and screen.buffer[row][at].bg != screen.buffer[row][0].bg for row, at in places)


def _size(fd: int, columns: int, lines: int) -> None:
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))


def environment() -> dict[str, str]:
    """Return the environment of a program: colours, and cached bytecode."""
    inherited = {key: value for key, value in os.environ.items() if key not in _DROPPED}
    return {**inherited, "TERM": "xterm-256color", "COLORTERM": "truecolor"}


def _exec(program: Program) -> None:
    """Become the program, in the forked child."""
    try:
        _size(0, COLUMNS, LINES)
        if program.cwd:
            os.chdir(program.cwd)
        os.execvpe(program.arguments[0], list(program.arguments), {**environment(), **program.environment})  # noqa: S606
    finally:
        os._exit(127)
