"""The real program in a real pseudo-terminal, read back through a terminal emulator."""

from __future__ import annotations

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
from typing import TYPE_CHECKING, NamedTuple, Self

import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path
    from types import TracebackType

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
"""What a terminal sends for keys with names."""

PROGRAM = (sys.executable, "-m", "tui")
IN_A_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp(sys.argv[1], sys.argv[1:])
"""
"""Makes standard input the session's controlling terminal, then becomes the program: no fork beside threads."""

ALTERNATE_SCREEN, CURSOR, MOUSE = 1049, 25, frozenset({1000, 1002, 1003, 1015, 1006})
"""Private modes of a terminal."""
BRACKETED_PASTE, FOCUS_REPORTS, SYNCHRONIZED = 2004, 1004, 2026
SYNCHRONIZED_ASKED, SYNCHRONIZED_YES = b"\x1b[?2026$p", "\x1b[?2026;2$y"
"""How a program asks whether it may tell where a frame begins and ends, so that nobody looks at half of one."""
UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=][\d;]*u")
"""How a program asks for keys in full and lets go of them; pyte would print the last letter."""
UNFINISHED = re.compile(rb"\x1b(\[[<>=\d;]*)?\Z")
PATIENCE = 20.0
"""Seconds to wait for what has to come; long, for a busy machine: a test that passes never waits so long."""
HOSTED = frozenset({"NO_COLOR", "CI", "COLUMNS", "LINES", "TMUX", "TERM_PROGRAM", "PYTEST_CURRENT_TEST"})
"""Variables of the terminal that the tests themselves run in."""


class Cell(NamedTuple):
    """A place on the screen, counted from 0."""

    x: int
    y: int


class Terminal:
    """A child process on a pseudo-terminal of its own; `wait_for` is the only way to wait."""

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
        base = {key: value for key, value in os.environ.items() if key not in HOSTED}
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

    # What goes in

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size, and tell the program."""
        self.columns, self.lines = columns, lines
        self.screen.resize(lines, columns)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def press(self, *keys: str) -> None:
        """Type keys: names of `KEYS`, `ctrl+x`, or characters."""
        for key in keys:
            self._send(self.sent(key))

    @staticmethod
    def sent(key: str) -> str:
        """Return what a terminal sends for a key: a name of `KEYS`, `ctrl+x`, or characters."""
        return chr(ord(key[5:].upper()) - 64) if key.startswith("ctrl+") else KEYS.get(key, key)

    def mouse(self, button: int, x: int, y: int, *, down: bool = True) -> None:
        """Send a mouse event at a cell, counted from 0: button 0 is left, 32 a drag, 64 and 65 the wheel."""
        self._send(f"\x1b[<{button};{x + 1};{y + 1}{'M' if down else 'm'}")

    def click(self, x: int, y: int, times: int = 1) -> None:
        """Click the left button at a cell."""
        for _ in range(times):
            self.mouse(0, x, y)
            self.mouse(0, x, y, down=False)

    def drag(self, start: Cell, end: Cell) -> None:
        """Press the left button at a cell, draw it to another and let go."""
        self.mouse(0, *start)
        self.mouse(32, *end)
        self.mouse(0, *end, down=False)

    def _send(self, text: str) -> None:
        os.write(self.fd, text.encode())

    # What comes out

    @property
    def text(self) -> str:
        """What the screen shows, line by line, each space a plain one."""
        return "\n".join(line.replace("\u00a0", " ").rstrip() for line in self.screen.display)

    def find(self, words: str) -> Cell:
        """Return where words begin on the screen, topmost first; fails with the screen where they are not."""
        for y, line in enumerate(self.screen.display):
            if words in line:
                return Cell(line.index(words), y)
        raise AssertionError(f"not on the screen: {words!r}\n{self.text}")

    def mode(self, number: int) -> bool:
        """Return whether a private mode of the terminal is on."""
        return number << 5 in self.screen.mode

    @property
    def is_sane(self) -> bool:
        """Whether the terminal is as a shell wants it: its own screen, a cursor, no mouse, lines echoed."""
        left_on = {ALTERNATE_SCREEN, BRACKETED_PASTE, FOCUS_REPORTS, *MOUSE}
        echoes = termios.tcgetattr(self._slave)[:4] == self.modes_before[:4]
        return self.mode(CURSOR) and not any(map(self.mode, left_on)) and echoes

    def read(self, seconds: float) -> bool:
        """Take what the program sends within `seconds`; return whether anything came."""
        ready, _, _ = select.select([self.fd], [], [], seconds)
        if not ready:
            return False
        sent = os.read(self.fd, 65536)
        self.received += sent
        known = UNKNOWN_TO_PYTE.sub(b"", self._unfinished + sent)
        rest = UNFINISHED.search(known)
        self._unfinished = rest.group() if rest else b""
        self.stream.feed(known.removesuffix(self._unfinished))
        if SYNCHRONIZED_ASKED in sent:
            self._send(SYNCHRONIZED_YES)
        return True

    def wait_for(self, seen: str | Callable[[str], bool], seconds: float = PATIENCE) -> str:
        """Read until a whole frame shows `seen`; fails with the screen where that never comes."""
        until = time.monotonic() + seconds
        is_seen = (lambda text: seen in text) if isinstance(seen, str) else seen
        while True:
            while self.read(0):  # all there is: to look at the screen costs more than to feed it
                pass
            if not self.mode(SYNCHRONIZED) and is_seen(self.text):
                return self.text
            if time.monotonic() > until:
                raise AssertionError(f"never seen: {seen!r}\n{self.text}")
            if not self.read(0.1) and self._ended():
                raise AssertionError(f"ended ({self.status}) before {seen!r}\n{self.text}")

    def wait_gone(self, words: str, seconds: float = PATIENCE) -> str:
        """Read until the screen no longer shows some words."""
        return self.wait_for(lambda text: words not in text, seconds)

    def wait_end(self, seconds: float = PATIENCE) -> int:
        """Read until the program has ended, and return its exit status (128 + n for signal n)."""
        until = time.monotonic() + seconds
        while not self._ended():
            if time.monotonic() > until:
                raise AssertionError(f"still running after {seconds} s, {self._screen_left()}\n{self.text}")
            if self.fd >= 0:
                self.read(0.02)
            else:
                time.sleep(0.02)
        while self.fd >= 0 and self.read(0):
            pass
        assert self.status is not None
        return self.status

    # Ends

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Send the program a signal."""
        self.process.send_signal(number)

    def vanish(self) -> None:
        """Close the terminal's own end, as a window that is shut or a line that drops."""
        os.close(self._slave)
        os.close(self.fd)
        self._slave = self.fd = -1

    def close(self) -> None:
        """End the program, however it is, and let the terminal go."""
        if not self._ended():
            self.kill()
            self.process.wait()
        if self.fd >= 0:
            self.vanish()

    def _screen_left(self) -> str:
        return "drawing" if self.mode(ALTERNATE_SCREEN) else "though it gave the screen back"

    def _ended(self) -> bool:
        status = self.process.poll()
        if status is None:
            return False
        self.status = status if status >= 0 else 128 - status
        return True
