"""Nonsense in the input is dropped, and output fits any terminal."""

from __future__ import annotations

import asyncio
import os
import signal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from tui.reader.runtime import input_driver
from tui.reader.runtime.input_driver import InputDriver, TolerantParser

NONSENSE = (
    *(b"\xe9 ", b"\xff", b"\xf0\x9f ", b"\xed\xa0\x80", b"\x80\x80", b"\x1b[M !!", b"\x1b[1114112u", b"\x1b[55296u"),
    *(
        b"\x1b[99;1:3u",
        b"\x1b[<999;5;5M",
        b"\x1b[<0;99999;99999M",
        b"\x1b[999999999999999999999A",
        b"\x1b[200~\x1b[201~",
    ),
)


def keys(parser: TolerantParser, data: bytes) -> list[str]:
    return [message.key for message in parser.feed(data) if isinstance(message, events.Key)]


@pytest.mark.parametrize("nonsense", NONSENSE)
def test_a_key_after_nonsense_arrives(nonsense: bytes) -> None:
    parser = TolerantParser()
    keys(parser, nonsense)
    assert keys(parser, b"ab")[-2:] == ["a", "b"]


def test_a_character_in_two_reads_arrives_whole() -> None:
    parser = TolerantParser()
    first, second = "é".encode()[:1], "é".encode()[1:]
    assert keys(parser, first) == []
    assert keys(parser, second) == ["é"]


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(st.one_of(st.binary(max_size=8), st.sampled_from(NONSENSE)), max_size=8))
def test_no_input_ends_the_parser_and_no_key_has_half_a_character(pieces: list[bytes]) -> None:
    parser = TolerantParser()
    for piece in pieces:
        for message in parser.feed(piece):
            if isinstance(message, events.Key) and message.character:
                message.character.encode()
    assert keys(parser, b"\x1b[201~" + b" " * 40 + b"ab")[-2:] == ["a", "b"]


@pytest.mark.parametrize(
    "text",
    [
        "first line\nsecond\tline with \x1b[31mred \x1b[0m…",
        "\x1b",
        "\x1b[20",
        "a\x1b\x1b[2\x1b[200~b",
        "\x1b[A\x1bOP\x1b]0;title\x07",
        "plain",
    ],
)
@pytest.mark.parametrize("size", [1, 3, 4096])
def test_a_paste_keeps_its_order_whatever_escapes_are_in_it(text: str, size: int) -> None:
    parser = TolerantParser()
    data = f"x\x1b[200~{text}\x1b[201~y".encode()
    messages = [message for at in range(0, len(data), size) for message in parser.feed(data[at : at + size])]
    assert [message.text for message in messages if isinstance(message, events.Paste)] == [text.replace("\x1b", "")]
    assert [message.key for message in messages if isinstance(message, events.Key)] == ["x", "y"]


def test_what_is_drawn_keeps_its_columns_and_english_keys_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    monkeypatch.setattr(LinuxDriver, "write", lambda _, data: written.append(data))
    object.__new__(InputDriver).write("\x1b[>25u\x1b[1;1Ha ⚠️ x")
    assert written == ["\x1b[>29u\x1b[1;1Ha    \x1b[1;3H⚠️\x1b[1;6Hx"]


@pytest.mark.parametrize(
    ("sent", "key"), [(b"\x1b\r", "alt+enter"), (b"\x1b\x13", "alt+ctrl+s"), (b"\x1b\x15", "ctrl+u")]
)
def test_escape_and_an_answer_in_one_write_are_no_answer(
    sent: bytes, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    parser = TolerantParser()
    assert keys(parser, sent) == []
    monkeypatch.setattr("textual._parser.get_time", lambda: float("inf"))  # nothing more has come
    assert [message.key for message in parser.tick() if isinstance(message, events.Key)] == [key]


@pytest.mark.parametrize(("answer", "key"), [(b"\r", "alt+enter"), (b"\x13", "alt+ctrl+s")])
def test_an_answer_between_two_escapes_is_no_answer(answer: bytes, key: str) -> None:
    parser = TolerantParser()
    assert keys(parser, b"\x1b" + answer + b"\x1b[A") == [key, "up"]
    assert keys(parser, answer) == [key.removeprefix("alt+")]


def test_a_letter_between_two_escapes_has_no_alt() -> None:
    assert keys(TolerantParser(), b"\x1bj\x1b[B") == ["circumflex_accent", "j", "down"]


@pytest.mark.parametrize("sent", [b"\x1bw", "\x1bé".encode(), b"\x1b[119;3u"])
def test_a_letter_with_alt_is_no_text(sent: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    parser = TolerantParser()
    messages = [*parser.feed(sent)]
    monkeypatch.setattr("textual._parser.get_time", lambda: float("inf"))  # nothing more has come
    (key,) = [message for message in (*messages, *parser.tick()) if isinstance(message, events.Key)]
    assert key.key in {"alt+w", "alt+é"}
    assert key.character is None


async def test_a_stop_does_not_interrupt_what_is_being_written(monkeypatch: pytest.MonkeyPatch) -> None:
    stopped = asyncio.Event()
    monkeypatch.setattr(LinuxDriver, "_sigtstp_application", lambda *_: stopped.set())
    monkeypatch.setattr(InputDriver, "_is_reading_keys", True)
    InputDriver(App())
    signal.raise_signal(signal.SIGTSTP)
    assert not stopped.is_set()
    await stopped.wait()


@pytest.mark.parametrize("ends", [False, True])
async def test_a_second_stop_is_late_if_nothing_continues_and_none_if_the_program_ends(
    monkeypatch: pytest.MonkeyPatch, *, ends: bool
) -> None:
    stops: list[int] = []
    monkeypatch.setattr(input_driver, "POLL_SECONDS", 0)
    monkeypatch.setattr(LinuxDriver, "suspend_application_mode", lambda *_: None)
    monkeypatch.setattr(os, "kill", lambda _, number: stops.append(number))
    app: App[object] = App()
    driver = InputDriver(app)
    monkeypatch.setattr(InputDriver, "_is_reading_keys", True)
    driver._stop()
    monkeypatch.setattr(InputDriver, "_is_reading_keys", False)
    driver._stop()
    driver._stop()
    if ends:
        app.exit()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert stops == [signal.SIGSTOP] * (1 if ends else 2)
