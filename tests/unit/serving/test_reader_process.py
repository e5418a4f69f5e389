"""The process of a reader: how it starts, and how it ends."""

import asyncio
import sys
from pathlib import Path

import pytest

pytest.importorskip("textual_serve", reason="needs textual-serve")

from textual_serve.download_manager import DownloadManager

from tui.serving.reader_process import ReaderProcess, reader_command
from tui.serving.visitors import Visitor

DRAWS = "import os, sys; out = sys.stdout.buffer; out.write(b'__GANGLION__\\n'); out.flush()\n"


class Page:
    """What a page was sent, and whether it was closed."""

    def __init__(self, script: str, **environment: str) -> None:
        self.sent: list[bytes] = []
        self.reports: list[str] = []
        self.closed = asyncio.Event()
        self.reader = ReaderProcess(
            (sys.executable, "-c", script),
            environment,
            person=Visitor("ada"),
            write_bytes=self.write,
            write_str=self.write_words,
            close=self.close,
            download_manager=DownloadManager(),
            report=self.reports.append,
        )

    async def write(self, data: bytes) -> None:
        if data == b"gone":
            raise ConnectionResetError
        self.sent.append(data)

    async def write_words(self, words: str) -> None:
        self.sent.append(words.encode())

    async def close(self) -> None:
        self.closed.set()


def packet(expression: str) -> str:
    return f"data = {expression}; out.write(b'D' + len(data).to_bytes(4, 'big') + data); out.flush()\n"


async def test_what_it_draws_is_passed_on_and_its_end_closes_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    environment = packet("repr([os.environ.get(n) for n in ('DISPLAY', 'TERM', 'ROWS', 'WHO')]).encode()")
    session = packet("str(os.getsid(0) == os.getpid()).encode()")
    page = Page(DRAWS + environment + packet("b'gone'") + session + "sys.exit('\\x1b]0;bad')", WHO="ada")
    await page.reader.start(100, 30)
    await page.closed.wait()
    assert page.sent == [b"[None, 'xterm-256color', '30', 'ada']", b"True"]
    assert page.reports == ["\x1b]0;bad"]
    await page.reader.stop()


async def test_a_program_that_is_no_reader_closes_the_page() -> None:
    page = Page("print('no such workspace')")
    await page.reader.start(80, 24)
    await page.closed.wait()
    assert page.sent == []
    await page.reader.stop()


async def test_a_reader_that_does_not_end_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.serving.reader_process.GRACE_SECONDS", 0.01)
    page = Page(DRAWS + "import signal; signal.pause()")
    await page.reader.start(80, 24)
    await page.reader.stop()
    assert page.closed.is_set()
    await page.reader.stop()


def test_a_workspace_with_characters_of_a_shell_is_one_word() -> None:
    folder = Path("/tmp/a; touch x; $(touch y) `z` 'q' \"r\" & | -w\n")
    words = reader_command(folder)
    assert words[-1] == str(folder)
    assert words[:2] == (sys.executable, "-P")
    assert Path(reader_command(Path("-w"))[-1]).is_absolute()
