"""Test stopping and continuing the reader, as a shell does."""

import os
import signal
import time
from collections.abc import Iterator

import pytest
from terminal import ALTERNATE_SCREEN, PATIENCE, Terminal

from tui.model import Workspace


@pytest.fixture
def terminal(ferry: Workspace) -> Iterator[Terminal]:
    """Open a note in the reader."""
    with Terminal([], ferry.root) as opened:
        opened.wait_for("? help")
        opened.press("n")
        opened.wait_for("A note on")
        yield opened


def wait_stopped(terminal: Terminal) -> None:
    """Read until the program is stopped."""
    until = time.monotonic() + PATIENCE
    while not os.waitid(os.P_PID, terminal.process.pid, os.WSTOPPED | os.WNOHANG):
        assert time.monotonic() < until, "never stopped"
        terminal.read(0.02)
    while terminal.read(0):
        pass


def go_on(terminal: Terminal) -> None:
    """Continue the program, and wait until it has drawn the note again."""
    terminal.received.clear()
    terminal.kill(signal.SIGCONT)
    terminal.wait_for(lambda text: b"\x1b[?1004h" in terminal.received and "A note on" in text)


@pytest.mark.parametrize("number", [signal.SIGTSTP, signal.SIGSTOP])
def test_keys_after_a_stop_arrive_in_order_and_once(terminal: Terminal, number: signal.Signals) -> None:
    for turn in range(3):
        terminal.kill(number)
        wait_stopped(terminal)
        assert terminal.is_sane is (number == signal.SIGTSTP)
        go_on(terminal)
        assert terminal.mode(ALTERNATE_SCREEN)
        terminal.press(*f"t{turn}thequickbrownfox")
        terminal.wait_for(f"t{turn}thequickbrownfox")
    terminal.kill(signal.SIGTERM)
    assert terminal.wait_end() == 128 + signal.SIGTERM
    assert terminal.is_sane


def test_several_stops_at_once_are_one(terminal: Terminal) -> None:
    for _ in range(3):
        terminal.press(*"abcdefgh")
        for _ in range(6):
            terminal.kill(signal.SIGTSTP)
            terminal.read(0.004)
        wait_stopped(terminal)
        go_on(terminal)
    terminal.press(*"thequickbrownfox")
    terminal.wait_for("thequickbrownfox")


def test_a_stop_right_behind_a_continuation_leaves_a_reader_that_is_stopped_or_reads_keys(terminal: Terminal) -> None:
    for turn in range(20):
        terminal.kill(signal.SIGTSTP)
        wait_stopped(terminal)
        terminal.received.clear()
        terminal.kill(signal.SIGCONT)
        terminal.kill(signal.SIGTSTP)  # drops the signal before, if that is still pending, and may overtake it
        type_in_spite_of_stops(terminal, f"t{turn:02}")


def type_in_spite_of_stops(terminal: Terminal, word: str) -> None:
    """Type a word until it is shown, and continue after each stop."""
    until = time.monotonic() + PATIENCE
    is_typed = False
    while word not in terminal.text:
        assert time.monotonic() < until, f"{word} never shown, {is_typed=}"
        if os.waitid(os.P_PID, terminal.process.pid, os.WSTOPPED | os.WNOHANG):
            is_typed = False
            terminal.received.clear()
            terminal.kill(signal.SIGCONT)
        elif not is_typed and b"\x1b[?1004h" in terminal.received:
            is_typed = True
            terminal.press(*word, " ")
        terminal.read(0.02)
