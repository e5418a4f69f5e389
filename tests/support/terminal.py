"""The real program in a real pseudo-terminal, read back through a terminal emulator."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from typing import TYPE_CHECKING, Self

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
    "shift+right": "\x1b[1;2C",
    "shift+down": "\x1b[1;2B",
    "backspace": "\x7f",
}
"""What a terminal sends for keys with names."""


class Terminal:
    """A child process on a pseudo-terminal of its own; `wait_for` is the only way to wait."""

    def __init__(
        self,
        arguments: Sequence[str],
        cwd: Path,
        *,
        size: tuple[int, int] = (120, 40),
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.columns, self.lines = size
        self.screen = pyte.Screen(self.columns, self.lines)
        self.stream = pyte.ByteStream(self.screen)
        self.received = bytearray()
        self.status: int | None = None
        self.pid, self.fd = pty.fork()
        if self.pid == 0:  # the child
            os.chdir(cwd)
            base = {
                key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "CI", "COLUMNS", "LINES"}
            }
            env = {**base, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(environment or {})}
            os.execvpe(sys.executable, [sys.executable, "-m", "tui", *arguments], env)
        self.resize(self.columns, self.lines)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size, and tell the program."""
        self.columns, self.lines = columns, lines
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.screen.resize(max(1, lines), max(1, columns))

    def press(self, *keys: str) -> None:
        """Type keys: names of `KEYS`, `ctrl+x`, or characters."""
        for key in keys:
            if key in KEYS:
                sent = KEYS[key]
            elif key.startswith("ctrl+"):
                sent = chr(ord(key[5:].upper()) - 64)
            else:
                sent = key
            os.write(self.fd, sent.encode())

    def mouse(self, button: int, x: int, y: int, *, down: bool = True) -> None:
        """Send a mouse event at a cell, counted from 0: button 0 is left, 32 a drag, 64 and 65 the wheel."""
        os.write(self.fd, f"\x1b[<{button};{x + 1};{y + 1}{'M' if down else 'm'}".encode())

    @property
    def text(self) -> str:
        """What the screen shows, line by line."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def read(self, seconds: float) -> bool:
        """Take what the program sends within `seconds`; return whether anything came."""
        ready, _, _ = select.select([self.fd], [], [], seconds)
        if not ready:
            return False
        try:
            sent = os.read(self.fd, 65536)
        except OSError:  # the other end is closed
            sent = b""
        if not sent:
            self._reap()
            return False
        self.received += sent
        self.stream.feed(sent)
        return True

    def wait_for(self, seen: str | Callable[[str], bool], seconds: float = 20) -> str:
        """Read until the screen shows `seen`; fails with the screen where it never does."""
        until = time.monotonic() + seconds
        is_seen = (lambda text: seen in text) if isinstance(seen, str) else seen
        while not is_seen(self.text):
            if time.monotonic() > until:
                raise AssertionError(f"never seen: {seen!r}\n{self.text}")
            if not self.read(0.1) and self.status is not None:
                raise AssertionError(f"ended ({self.status}) before {seen!r}\n{self.text}")
        return self.text

    def wait_end(self, seconds: float = 20) -> int:
        """Read until the program has ended, and return its exit status (128 + n for signal n)."""
        until = time.monotonic() + seconds
        while self.status is None:
            if time.monotonic() > until:
                raise AssertionError(f"still running after {seconds} s\n{self.text}")
            if not self.read(0.05):
                self._reap(block=False)
        return self.status

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def close(self) -> None:
        """End the program, however it is, and let the terminal go."""
        if self.status is None:
            self.kill()
            self._reap()
        if self.fd >= 0:
            os.close(self.fd)
            self.fd = -1

    def _reap(self, *, block: bool = True) -> None:
        if self.status is not None:
            return
        pid, status = os.waitpid(self.pid, 0 if block else os.WNOHANG)
        if pid:
            self.status = os.waitstatus_to_exitcode(status)
            if self.status < 0:
                self.status = 128 - self.status
