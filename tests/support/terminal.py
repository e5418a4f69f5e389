"""Run the program in a pseudo-terminal, and emulate its screen."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

import pyte

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "shift+right": "\x1b[1;2C",
    "shift+down": "\x1b[1;2B",
    "backspace": "\x7f",
    "space": " ",
}
"""What a terminal sends for named keys."""

PROGRAM = (sys.executable, "-m", "tui")
IN_A_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp(sys.argv[1], sys.argv[1:])
"""
"""Makes standard input the controlling terminal and becomes the program, so that no process with threads forks."""

ALTERNATE_SCREEN, CURSOR, MOUSE = 1049, 25, frozenset({1000, 1002, 1003, 1015, 1006})
"""Numbers of a terminal's private modes."""
BRACKETED_PASTE, FOCUS_REPORTS, SYNCHRONIZED = 2004, 1004, 2026
SYNC_QUERY, SYNC_REPLY = b"\x1b[?2026$p", "\x1b[?2026;2$y"
"""A program asks whether it may mark where a frame begins and ends, and the terminal agrees."""
UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=][\d;]*u")
"""Switches the Kitty keyboard protocol. pyte would print the last letter."""
UNFINISHED = re.compile(rb"\x1b(\[[<>=\d;]*)?\Z")
WRITTEN_AT_ONCE = 1024
"""Bytes; a terminal's buffer takes a few thousand."""
PATIENCE = 20.0
"""Seconds after which a test fails, long enough for a busy machine."""
HOST_VARIABLES = frozenset({"NO_COLOR", "CI", "COLUMNS", "LINES", "TMUX", "TERM_PROGRAM", "PYTEST_CURRENT_TEST"})
"""Environment variables that describe the terminal of the test run."""


class Cell(NamedTuple):
    """A position on the screen in cells, counted from 0."""

    x: int
    y: int


class Terminal:
    """A child process in its own pseudo-terminal."""

    def __init__(
        self,
        arguments: Sequence[str],
        cwd: Path,
        *,
        size: tuple[int, int] = (120, 40),
        environment: Mapping[str, str] | None = None,
        program: Sequence[str] = PROGRAM,
    ) -> None:
        self.columns, self.lines = size
        self.screen = pyte.Screen(self.columns, self.lines)
        self.stream = pyte.ByteStream(self.screen)
        self.received = bytearray()
        self._unfinished = b""
        self.status: int | None = None
        self.fd, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", self.lines, self.columns, 0, 0))
        self.modes_before = termios.tcgetattr(slave)
        base = {key: value for key, value in os.environ.items() if key not in HOST_VARIABLES}
        self.process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", IN_A_TERMINAL, *program, *arguments],
            cwd=cwd,
            env={**base, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(environment or {})},
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
        )
        self._slave = slave

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def resize(self, columns: int, lines: int) -> None:
        """Change the size in cells, and signal the program."""
        self.columns, self.lines = columns, lines
        self.screen.resize(lines, columns)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def press(self, *keys: str) -> None:
        """Type keys: names in `KEYS`, `ctrl+x`, or characters."""
        for key in keys:
            self._send(self.sent(key))

    @staticmethod
    def sent(key: str) -> str:
        """Return what a terminal sends for a key: `"\\x13"` for `ctrl+s`."""
        return chr(ord(key[5:].upper()) - 64) if key.startswith("ctrl+") else KEYS.get(key, key)

    def mouse(self, button: int, x: int, y: int, *, down: bool = True) -> None:
        """Send a mouse event at a cell, counted from 0.

        Button 0 is left, 32 a drag, 64 and 65 the wheel; 8 more is with Alt.
        """
        self._send(f"\x1b[<{button};{x + 1};{y + 1}{'M' if down else 'm'}")

    def click(self, x: int, y: int, times: int = 1) -> None:
        for _ in range(times):
            self.mouse(0, x, y)
            self.mouse(0, x, y, down=False)

    def drag(self, start: Cell, end: Cell, *, alt: bool = False) -> None:
        """Drag the left button from a cell to another."""
        modifier = 8 if alt else 0
        self.mouse(modifier, *start)
        self.mouse(32 + modifier, *end)
        self.mouse(modifier, *end, down=False)

    def _send(self, text: str) -> None:
        os.write(self.fd, text.encode())

    def send_bytes(self, data: bytes, seconds: float = PATIENCE) -> None:
        """Send bytes, reading meanwhile.

        Raise TimeoutError if the program takes none for some seconds.
        """
        until = time.monotonic() + seconds
        while data:
            _, ready, _ = select.select([], [self.fd], [], 0)
            if ready:
                data = data[os.write(self.fd, data[:WRITTEN_AT_ONCE]) :]
            elif time.monotonic() > until:
                raise TimeoutError(f"no input is taken for {seconds} s")
            else:
                self.read(0.01)

    # What comes out

    @property
    def text(self) -> str:
        """The lines of the screen, with plain spaces."""
        return "\n".join(line.replace("\u00a0", " ").rstrip() for line in self._lines())

    def _lines(self) -> list[str]:
        """Return the lines, in which half a wide character is a space.

        `Screen.display` fails on one whose first half was overwritten.
        """
        try:
            return list(self.screen.display)
        except IndexError:
            rows = (self.screen.buffer[y] for y in range(self.screen.lines))
            return ["".join(row[x].data or " " for x in range(self.screen.columns)) for row in rows]

    def find(self, words: str) -> Cell:
        """Return the first cell of the topmost `words`, or fail."""
        for y, line in enumerate(self.screen.display):
            if words in line:
                return Cell(line.index(words), y)
        raise AssertionError(f"not on the screen: {words!r}\n{self.text}")

    def mode(self, number: int) -> bool:
        return number << 5 in self.screen.mode

    @property
    def is_sane(self) -> bool:
        """Whether the terminal has its main screen, cursor and echo, and no mouse."""
        left_on = {ALTERNATE_SCREEN, BRACKETED_PASTE, FOCUS_REPORTS, *MOUSE}
        return self.mode(CURSOR) and not any(map(self.mode, left_on)) and self.echoes

    @property
    def echoes(self) -> bool:
        """Whether what is typed is handled as before the program began."""
        return termios.tcgetattr(self._slave)[:4] == self.modes_before[:4]

    def read(self, seconds: float) -> bool:
        """Render what arrives within `seconds`, and return whether anything did."""
        ready, _, _ = select.select([self.fd], [], [], seconds)
        if not ready:
            return False
        sent = os.read(self.fd, 65536)
        self.received += sent
        output = UNKNOWN_TO_PYTE.sub(b"", self._unfinished + sent)
        rest = UNFINISHED.search(output)
        self._unfinished = rest.group() if rest else b""
        self.stream.feed(output.removesuffix(self._unfinished))
        if SYNC_QUERY in sent:
            self._send(SYNC_REPLY)
        return True

    def wait_for(self, seen: str | Callable[[str], bool], seconds: float = PATIENCE) -> str:
        """Read until a whole frame shows `seen`, or fail with the screen."""
        until = time.monotonic() + seconds
        is_seen = (lambda text: seen in text) if isinstance(seen, str) else seen
        while True:
            while self.read(0):  # everything first, because `text` is slower than `feed`
                pass
            if not self.mode(SYNCHRONIZED) and is_seen(self.text):
                return self.text
            if time.monotonic() > until:
                raise AssertionError(f"never seen: {seen!r}\n{self.text}")
            if not self.read(0.1) and self._ended():
                raise AssertionError(f"ended ({self.status}) before {seen!r}\n{self.text}")

    def wait_gone(self, words: str, seconds: float = PATIENCE) -> str:
        """Read until the screen no longer shows these words."""
        return self.wait_for(lambda text: words not in text, seconds)

    def wait_end(self, seconds: float = PATIENCE) -> int:
        """Read until the program ends, and return its status.

        After signal n, the status is 128 + n.
        """
        until = time.monotonic() + seconds
        while not self._ended():
            if time.monotonic() > until:
                raise AssertionError(f"still running after {seconds} s, {self._screen_name()}\n{self.text}")
            if self.fd >= 0:
                self.read(0.02)
            else:
                time.sleep(0.02)
        while self.fd >= 0 and self.read(0):
            pass
        assert self.status is not None
        return self.status

    def kill(self, number: int = signal.SIGKILL) -> None:
        self.process.send_signal(number)

    def vanish(self) -> None:
        """Close the terminal, like a closed window or a lost connection."""
        os.close(self._slave)
        os.close(self.fd)
        self._slave = self.fd = -1

    def close(self) -> None:
        """Kill the program if it runs, and close the terminal."""
        if not self._ended():
            self.kill()
            self.process.wait()
        if self.fd >= 0:
            self.vanish()

    def _screen_name(self) -> str:
        return "on the alternate screen" if self.mode(ALTERNATE_SCREEN) else "back on the main screen"

    def _ended(self) -> bool:
        status = self.process.poll()
        if status is None:
            return False
        self.status = status if status >= 0 else 128 - status
        return True
