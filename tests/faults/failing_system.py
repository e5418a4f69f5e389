"""System calls that fail, or during which the process is killed."""

import errno
import itertools
import os
from contextlib import suppress
from typing import Any

from tui.storage.files.os_calls import OsCalls

CALLS = frozenset(
    {"open", "read", "write", "fsync", "fchmod", "close", "stat", "fstat"}
    | {"replace", "link", "unlink", "mkdir", "flock"}
)
"""The calls of a save that can fail."""

NEVER = -1


class SteadyCalls(OsCalls):
    """Reproducible calls: a stopped clock, numbered ids and no fsync."""

    def __init__(self) -> None:
        self._counter = itertools.count()
        self.calls: list[str] = []

    def now(self) -> str:
        return "2026-01-02T03:04:05Z"

    def new_id(self) -> str:
        return f"t{next(self._counter):07}".translate(str.maketrans("01", "xy"))

    def fsync(self, descriptor: int) -> None:
        """Do nothing, because only a power loss would show the difference."""

    def __getattribute__(self, name: str) -> Any:
        real = super().__getattribute__(name)
        if name not in CALLS:
            return real

        def recorded(*arguments: Any) -> Any:
            self.calls.append(name)
            return self.call(name, real, arguments)

        return recorded

    def call(self, name: str, real: Any, arguments: tuple[Any, ...]) -> Any:
        """Make a call, or fail instead."""
        return real(*arguments)


class FailingCalls(SteadyCalls):
    """Calls of which number `at` fails, or all from then on.

    A failing close still closes, and a failing write writes half.
    """

    def __init__(self, at: int = NEVER, code: int = errno.EIO, *, from_then_on: bool = False) -> None:
        super().__init__()
        self.at = at
        self.code = code
        self.from_then_on = from_then_on

    def call(self, name: str, real: Any, arguments: tuple[Any, ...]) -> Any:
        number = len(self.calls) - 1
        if number != self.at and not (self.from_then_on and number > self.at):
            return real(*arguments)
        if name == "close":
            real(*arguments)
        if name == "write":
            real(arguments[0], arguments[1][: len(arguments[1]) // 2])
        raise OSError(self.code, os.strerror(self.code))


class KilledError(BaseException):
    """The process was killed."""


class KilledCalls(SteadyCalls):
    """Calls of which number `at` kills the process, which makes no other."""

    def __init__(self, at: int, *, half_written: bool = False) -> None:
        super().__init__()
        self.at = at
        self.half_written = half_written
        self._open: set[int] = set()

    def call(self, name: str, real: Any, arguments: tuple[Any, ...]) -> Any:
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

    def close_all(self) -> None:
        """Close the open files of the process, as the kernel does."""
        for descriptor in self._open:
            with suppress(OSError):
                os.close(descriptor)


class ShortWrites(SteadyCalls):
    """Calls that write three bytes at a time."""

    def write(self, descriptor: int, content: memoryview) -> int:
        return super().write(descriptor, content[:3])
