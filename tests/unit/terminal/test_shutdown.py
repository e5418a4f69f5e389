"""Signals, and a terminal that vanishes."""

import io
import os
import pty
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from types import FrameType
from typing import NamedTuple

import pytest

from tui.terminal import shutdown
from tui.terminal.shutdown import ShutdownWatcher, _watch_output, has_terminal

WATCH = """
import asyncio, os, sys
from tui.terminal.shutdown import ShutdownWatcher, block_signals

async def watch():
    ended = asyncio.get_running_loop().create_future()
    ShutdownWatcher(ended.set_result).watch_signals()
    return await ended

block_signals()
os.kill(os.getpid(), int(sys.argv[1]))
print("still running")
print(asyncio.run(watch()))
"""
"""A program that gets a signal while it starts, and watches signals afterwards."""
BLOCKED = """
import threading
from tui.terminal.shutdown import exit_after
exit_after(0.01, 7)
threading.Event().wait()
"""
"""A program that would wait for ever."""


class Line(NamedTuple):
    """Both ends of a pseudo-terminal."""

    terminal: int
    program: int


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> Iterator[Line]:
    """Return a pseudo-terminal whose program's end is the original stdin."""
    line = Line(*pty.openpty())
    with os.fdopen(line.program, encoding="utf-8") as stdin:
        monkeypatch.setattr(sys, "__stdin__", stdin)
        yield line


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_during_the_start_ends_the_program_once_it_watches(number: signal.Signals) -> None:
    command = [sys.executable, "-c", WATCH, str(int(number))]
    process = subprocess.run(command, capture_output=True, text=True, check=True)
    assert process.stdout == f"still running\n{128 + number}\n"


def test_a_terminal_that_vanishes_ends_the_program_once(line: Line) -> None:
    statuses: list[int] = []
    watcher = ShutdownWatcher(statuses.append)
    watcher.check_terminal()
    assert statuses == []
    os.close(line.terminal)
    watcher.check_terminal()
    watcher.check_terminal()
    assert statuses == [128 + signal.SIGHUP]


def test_a_terminal_exists_until_its_other_end_is_closed(line: Line) -> None:
    assert has_terminal()
    os.close(line.terminal)
    assert not has_terminal()


def test_a_file_or_a_closed_stdin_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = io.TextIOWrapper(io.BytesIO())
    closed.close()
    with Path(os.devnull).open(encoding="utf-8") as null:
        for stdin in (null, closed):
            monkeypatch.setattr(sys, "__stdin__", stdin)
            assert not has_terminal()


def test_a_blocked_program_exits_after_the_seconds() -> None:
    assert subprocess.run([sys.executable, "-c", BLOCKED], timeout=30, check=False).returncode == 7


@pytest.fixture
def stalled_soon(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(shutdown, "STALLED_SECONDS", 0.02)
    before, timer = signal.getsignal(signal.SIGALRM), signal.setitimer(signal.ITIMER_REAL, 0)  # that of pytest-timeout
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)
    signal.setitimer(signal.ITIMER_REAL, *timer)


def test_a_program_that_waits_to_write_exits(stalled_soon: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "_exit", sys.exit)
    full: Queue[str] = Queue(1)
    full.put("")
    _watch_output(signal.SIGTERM, None)
    with pytest.raises(SystemExit) as exit_info:
        full.put("", timeout=20)
    assert exit_info.value.code == 128 + signal.SIGTERM


def test_a_program_that_works_does_not_exit(stalled_soon: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "_exit", sys.exit)
    alarms: list[bool] = []
    is_waiting = shutdown._is_waiting_to_write

    def remember(frame: FrameType | None) -> bool:
        alarms.append(is_waiting(frame))
        return alarms[-1]

    monkeypatch.setattr(shutdown, "_is_waiting_to_write", remember)
    _watch_output(signal.SIGTERM, None)
    while len(alarms) < 3:
        sum(range(1000))
    assert not any(alarms)
