"""Odd bytes, endless patterns and errors in the real program."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

import pytest
from terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

    from tui.model import Workspace

BROKEN = """
from tui.reader.app import DiptychApp
from tui.__main__ import main
DiptychApp.on_app_blur = lambda self: 1 / 0
main()
"""
"""The program with a defect: it fails when the terminal reports that it lost the focus."""
FOCUS_LOST = "\x1b[O"
ENDLESS = r"(.*)*x{99}"


@pytest.mark.parametrize(
    "nonsense", [b"\xe9 ", b"\xff", b"\x1b[M !!", b"\x1b[1114112u", b"\x1b[99;1:3u", b"\xed\xa0\x80"]
)
def test_the_program_goes_on_after_nonsense(ferry: Workspace, nonsense: bytes) -> None:
    with Terminal([], ferry.root) as terminal:
        terminal.wait_for("? help")
        terminal.send_bytes(nonsense)
        terminal.press("t")
        terminal.wait_for("Status")
        terminal.press("escape")
        terminal.wait_gone("Esc close")
        terminal.press("q")
        assert terminal.wait_end() == 0


def test_an_error_keeps_the_draft_and_ends_in_one_line(ferry: Workspace, own_home: Path) -> None:
    with Terminal([], ferry.root, program=[sys.executable, "-c", BROKEN]) as terminal:
        terminal.wait_for("? help")
        terminal.press("n")
        terminal.wait_for("A note on")
        terminal.press(*"half a note")
        terminal.wait_for("half a note")
        terminal.press(FOCUS_LOST)
        assert terminal.wait_end() == 70
        assert terminal.is_sane
        assert b"Traceback" not in terminal.received
        assert "an error ended the reader (ZeroDivisionError" in terminal.text.replace("\n", "")
    (report,) = own_home.rglob("crashes/*.txt")
    assert "ZeroDivisionError" in report.read_text(encoding="utf-8")
    with Terminal([], ferry.root) as terminal:
        terminal.wait_for("Typed and not saved: “half a note”")


def search_for_ever(terminal: Terminal) -> None:
    """Begin a search for a pattern that takes longer than a second."""
    terminal.wait_for("? help")
    terminal.press("/", "ctrl+r")
    terminal.wait_for("[x] pattern")
    terminal.press(*ENDLESS)
    terminal.wait_for(ENDLESS)


def test_escape_is_answered_while_a_pattern_is_searched(sample: Workspace) -> None:
    with Terminal([], sample.root) as terminal:
        search_for_ever(terminal)
        terminal.press("escape")
        terminal.wait_gone(ENDLESS)
        terminal.press("q")
        assert terminal.wait_end(3.0) == 0


def test_a_pattern_that_takes_too_long_is_reported(sample: Workspace) -> None:
    with Terminal([], sample.root) as terminal:
        search_for_ever(terminal)
        terminal.wait_for("takes too long")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name)
def test_a_signal_ends_the_program_while_a_pattern_is_searched(sample: Workspace, number: signal.Signals) -> None:
    with Terminal([], sample.root) as terminal:
        search_for_ever(terminal)
        terminal.kill(number)
        assert terminal.wait_end(3.0) == 128 + number


def test_a_terminal_without_unicode_gets_ascii_and_an_unbroken_layout(sample: Workspace) -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    with Terminal([], sample.root, environment=plain) as terminal:
        terminal.wait_for("? help")
        assert bytes(terminal.received).isascii()
        rows = terminal.screen.display[2:20]
        assert {row[60] for row in rows} == {"|"}
        assert not [row for row in rows if "\\u" in row]
