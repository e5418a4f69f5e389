"""Odd bytes, endless patterns and errors in the real program."""

from __future__ import annotations

import signal
import sys
import time
from typing import TYPE_CHECKING

import pytest
from endless_patterns import ENDLESS, HUGE
from terminal import ALTERNATE_SCREEN, Terminal

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
SOON = 0.3
"""Seconds by which a search may delay the answer to a key or a signal."""

TRIES = 3
"""A busy machine delays some answers; a pattern that holds the program up delays all of them."""


def test_the_program_goes_on_after_nonsense(ferry: Workspace) -> None:
    with Terminal([], ferry.root) as terminal:
        terminal.wait_for("? help")
        for nonsense in (b"\xe9 ", b"\xff", b"\x1b[M !!", b"\x1b[1114112u", b"\x1b[99;1:3u", b"\xed\xa0\x80"):
            terminal.send_bytes(nonsense)
            terminal.press("t")
            terminal.wait_for("Proposition")
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


def begin_search(terminal: Terminal, words: str, *, regex: bool) -> None:
    """Type words, or a pattern, into the search line."""
    terminal.wait_for("? help")
    terminal.press("/")
    terminal.wait_for("[ ] pattern")
    if regex:
        terminal.press("ctrl+r")
        terminal.wait_for("[x] pattern")
    terminal.send_bytes(b"\x1b[200~" + words.encode() + b"\x1b[201~")  # thousands of keys would take their time
    terminal.wait_for(lambda text: words[-20:] in text or "too long" in text)


def search_for_ever(terminal: Terminal) -> None:
    """Begin a search for a pattern that takes longer than a second."""
    begin_search(terminal, ENDLESS[0], regex=True)


def test_escape_is_answered_while_a_pattern_is_searched(sample: Workspace) -> None:
    with Terminal([], sample.root) as terminal:
        search_for_ever(terminal)
        terminal.press("escape")
        terminal.wait_gone(ENDLESS[0])
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


@pytest.fixture
def long_article(ferry: Workspace) -> Workspace:
    """A workspace with an article of a million characters."""
    (article, *_) = sorted((ferry.root / "articles").glob("*.txt"))
    article.write_text(article.read_text(encoding="utf-8") * (1_000_000 // article.stat().st_size), encoding="utf-8")
    return ferry


def seconds_to_escape(terminal: Terminal, words: str, *, regex: bool) -> float:
    """Search, and return how long it takes until Esc has closed the line."""
    begin_search(terminal, words, regex=regex)
    terminal.press("escape")
    began = time.monotonic()
    terminal.wait_gone("] pattern")
    return time.monotonic() - began


def seconds_to_end(workspace: Workspace, words: str, *, regex: bool) -> float:
    """Search, and return how long it takes until SIGTERM has an effect."""
    with Terminal([], workspace.root) as terminal:
        begin_search(terminal, words, regex=regex)
        terminal.kill(signal.SIGTERM)
        began = time.monotonic()
        terminal.wait_for(lambda _: not terminal.mode(ALTERNATE_SCREEN))
        seconds = time.monotonic() - began
        assert terminal.wait_end(3.0) == 128 + signal.SIGTERM
    return seconds


@pytest.mark.long
def test_escape_is_answered_as_soon_as_ever_whatever_the_pattern(long_article: Workspace) -> None:
    with Terminal([], long_article.root) as terminal:
        for pattern in (*ENDLESS, *HUGE):
            usual = seconds_to_escape(terminal, "ferry", regex=False)
            tries = (seconds_to_escape(terminal, pattern, regex=True) for _ in range(TRIES))
            assert any(seconds < usual + SOON for seconds in tries), pattern


@pytest.mark.long
@pytest.mark.parametrize("pattern", [*ENDLESS, *HUGE], ids=lambda pattern: pattern[:30])
def test_a_signal_is_answered_as_soon_as_ever_whatever_the_pattern(long_article: Workspace, pattern: str) -> None:
    usual = seconds_to_end(long_article, "ferry", regex=False)
    tries = (seconds_to_end(long_article, pattern, regex=True) for _ in range(TRIES))
    assert any(seconds < usual + SOON for seconds in tries)


def test_a_terminal_without_unicode_gets_ascii_and_an_unbroken_layout(sample: Workspace) -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    with Terminal([], sample.root, environment=plain) as terminal:
        terminal.wait_for("? help")
        assert bytes(terminal.received).isascii()
        rows = terminal.screen.display[2:20]
        assert {row[60] for row in rows} == {"|"}
        assert not [row for row in rows if "\\u" in row]
