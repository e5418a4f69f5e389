"""Operating systems that fail: one call of them, all from one call on, or that end with it."""

from __future__ import annotations

import errno
import itertools
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from tui.storage.files.os_calls import OsCalls

if TYPE_CHECKING:
    pass

CALLS = frozenset(
    {"open", "read", "write", "fsync", "fchmod", "close", "stat", "fstat"}
    | {"replace", "link", "unlink", "mkdir", "flock"}
)
"""What a save asks of the system; the clock and the dice do not fail."""

NEVER = -1


class Steady(OsCalls):
    """A system without chance: its clock stands still, its names are numbered, and it does not wait for the disk."""

    def __init__(self) -> None:
        self._dice = itertools.count()
        self.calls: list[str] = []

    def now(self) -> str:
        return "2026-01-02T03:04:05Z"

    def new_id(self) -> str:
        return f"t{next(self._dice):07}".translate(str.maketrans("01", "xy"))

    def fsync(self, descriptor: int) -> None:
        """Leave out what only a power loss would tell apart, so that a whole matrix takes seconds."""

    def __getattribute__(self, name: str) -> Any:
        real = super().__getattribute__(name)
        if name not in CALLS:
            return real

        def call(*arguments: Any) -> Any:
            self.calls.append(name)
            return self.made(name, real, arguments)

        return call

    def made(self, name: str, real: Any, arguments: tuple[Any, ...]) -> Any:
        """Make a call, or fail in its place."""
        return real(*arguments)


class Failing(Steady):
    """Call number `at` fails, once or for ever after; a call that closes or writes does half its work first."""

    def __init__(self, at: int = NEVER, code: int = errno.EIO, *, for_ever: bool = False) -> None:
        super().__init__()
        self.at = at
        self.code = code
        self.for_ever = for_ever

    def made(self, name: str, real: Any, arguments: tuple[Any, ...]) -> Any:
        number = len(self.calls) - 1
        if number != self.at and not (self.for_ever and number > self.at):
            return real(*arguments)
        if name == "close":
            real(*arguments)
        if name == "write":
            real(arguments[0], arguments[1][: len(arguments[1]) // 2])
        raise OSError(self.code, os.strerror(self.code))


class KilledError(BaseException):
    """The process is gone: nothing of it runs any more."""


class Dying(Steady):
    """The process is killed at call number `at`: no later call is made, and the kernel closes its files."""

    def __init__(self, at: int, *, half_written: bool = False) -> None:
        super().__init__()
        self.at = at
        self.half_written = half_written
        self._open: set[int] = set()

    def made(self, name: str, real: Any, arguments: tuple[Any, ...]) -> Any:
        if len(self.calls) > self.at:
            if name == "write" and self.half_written and len(self.calls) - 1 == self.at:
                real(arguments[0], arguments[1][: len(arguments[1]) // 2])
            raise KilledError
        result = real(*arguments)
        if name == "open":
            self._open.add(result)
        if name == "close":
            self._open.discard(arguments[0])
        return result

    def bury(self) -> None:
        """Close what the process had open, as the kernel does."""
        for descriptor in self._open:
            with suppress(OSError):
                os.close(descriptor)


class Short(Steady):
    """A system that writes three bytes at a time."""

    def write(self, descriptor: int, content: memoryview) -> int:
        return super().write(descriptor, content[:3])
