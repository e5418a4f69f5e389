"""What the terminal can do."""

import io
import os
import signal
import sys
from concurrent.futures import ThreadPoolExecutor
from io import FileIO, TextIOWrapper
from threading import Event

import pytest

from tui.reader.commands import offered_commands
from tui.terminal.capabilities import (
    complete_stream,
    drawing_stream,
    is_in_browser,
    is_interactive,
    shows_glyphs,
    shows_unicode,
    terminal_charset,
)
from tui.terminal.clipboard import copy_to_system
from tui.terminal.shutdown import has_terminal


@pytest.mark.parametrize(
    ("stdin", "stdout", "term", "interactive"),
    [
        (True, True, "xterm-256color", True),
        (False, True, "xterm-256color", False),
        (True, False, "xterm-256color", False),
        (True, True, "dumb", False),
        (True, True, "", False),
    ],
)
def test_the_reader_needs_a_terminal_at_both_ends(
    monkeypatch: pytest.MonkeyPatch, stdin: bool, stdout: bool, term: str, interactive: bool
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: stdin)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: stdout)
    monkeypatch.setenv("TERM", term)
    assert is_interactive() is interactive


def test_a_terminal_without_a_name_is_not_interactive(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.delenv("TERM")
    assert not is_interactive()


@pytest.mark.parametrize(
    ("encoding", "shown"), [("utf-8", True), ("ascii", False), ("latin-1", False), ("cp437", False)]
)
def test_unicode_needs_an_encoding_with_all_own_characters(
    monkeypatch: pytest.MonkeyPatch, encoding: str, shown: bool
) -> None:
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding=encoding))
    assert shows_unicode() is shown


def test_a_stream_without_an_encoding_gets_ascii(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert not shows_unicode()


class Stream(io.TextIOWrapper):
    """A stream in an encoding that may be a terminal."""

    def __init__(self, encoding: str, *, is_terminal: bool) -> None:
        super().__init__(io.BytesIO(), encoding=encoding)
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal


@pytest.mark.parametrize(
    ("encoding", "charset"),
    [("utf8", "utf-8"), ("ANSI_X3.4-1968", "ascii"), ("ISO-8859-1", "iso8859-1"), ("KOI8-R", "koi8-r")],
)
def test_the_reader_draws_in_the_encoding_of_its_terminal(
    monkeypatch: pytest.MonkeyPatch, encoding: str, charset: str
) -> None:
    monkeypatch.setattr(sys, "__stderr__", Stream(encoding, is_terminal=True))
    assert terminal_charset() == charset


@pytest.mark.parametrize("stderr", [None, Stream("utf-8", is_terminal=False)])
def test_the_reader_draws_on_stdout_if_stderr_is_no_terminal(
    monkeypatch: pytest.MonkeyPatch, stderr: Stream | None
) -> None:
    stdout = Stream("koi8-r", is_terminal=True)
    monkeypatch.setattr(sys, "__stderr__", stderr)
    monkeypatch.setattr(sys, "__stdout__", stdout)
    assert drawing_stream() is stdout
    assert terminal_charset() == "koi8-r"


def test_an_interrupted_write_loses_nothing() -> None:
    interrupted = Event()
    reading, writing = os.pipe()
    text = "x" * 200_000 + "\n"
    unbuffered = TextIOWrapper(FileIO(writing, "w"), "utf-8", write_through=True)
    stream = complete_stream(unbuffered)
    assert stream

    def read() -> bytes:
        interrupted.wait()
        with FileIO(reading) as pipe:
            return pipe.readall()

    before = signal.signal(signal.SIGALRM, lambda *_: interrupted.set())
    try:
        with ThreadPoolExecutor() as pool, unbuffered:
            received = pool.submit(read)
            signal.setitimer(signal.ITIMER_REAL, 0.05)
            stream.write(text)
            stream.flush()
            unbuffered.close()
            assert received.result().decode() == text
    finally:
        signal.signal(signal.SIGALRM, before)


def test_without_any_stream_the_reader_draws_ascii(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "__stderr__", None)
    monkeypatch.setattr(sys, "__stdout__", None)
    assert terminal_charset() == "ascii"


@pytest.mark.parametrize(
    ("charset", "term", "shown"),
    [
        ("utf-8", "xterm-256color", True),
        ("utf-8", "linux", False),
        ("utf-8", "vt100", False),
        ("utf-8", "vt220", False),
        ("iso8859-1", "xterm", False),
        ("ascii", "xterm", False),
    ],
)
def test_glyphs_need_unicode_and_a_font_that_has_them(
    monkeypatch: pytest.MonkeyPatch, charset: str, term: str, shown: bool
) -> None:
    monkeypatch.setenv("TERM", term)
    assert shows_glyphs(charset) is shown


def test_a_browser_needs_no_terminal_and_has_no_clipboard_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False)
    assert (is_in_browser(), is_interactive()) == (False, False)
    monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver")
    monkeypatch.setattr("tui.terminal.clipboard.shutil.which", lambda _: "/bin/true")
    assert (is_in_browser(), is_interactive(), has_terminal(), copy_to_system("x")) == (True, True, True, False)
    assert {"import", "suspend"}.isdisjoint(command.id for command in offered_commands())
    monkeypatch.delenv("TEXTUAL_DRIVER")
    assert {"import", "suspend"} <= {command.id for command in offered_commands()}
