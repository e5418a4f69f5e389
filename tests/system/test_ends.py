"""Test how the program ends: in time, with its drafts saved."""

import fcntl
import os
import select
import signal
import sys
import termios
from collections.abc import Mapping
from pathlib import Path

import pytest
from terminal import ALTERNATE_SCREEN, PROGRAM, Terminal

from tui.model import Workspace

HELP = "? help"
SOON = 3.0
"""Seconds in which the program must end."""
IGNORING_HANGUPS = """
import os, signal, sys
signal.signal(signal.SIGHUP, signal.SIG_IGN)
os.execv(sys.argv[1], sys.argv[1:])
"""
"""Runs a program as nohup does."""
HUNG_UP = 128 + signal.SIGHUP


def start_typing(terminal: Terminal, words: str) -> None:
    """Open the note editor, and type words until the screen shows them."""
    terminal.wait_for(HELP)
    terminal.press("n")
    terminal.wait_for("A note on")
    terminal.press(*words)
    terminal.wait_for(words)


def drafts(home: Path) -> list[Path]:
    return list(home.rglob("drafts/**/*.json"))


def assert_offered_and_saved(workspace: Workspace, words: str) -> None:
    """Start again, and save the note that the draft becomes."""
    with Terminal([], workspace.root) as terminal:
        terminal.wait_for(f"Typed and not saved: “{words}”")
        terminal.press("enter")
        terminal.wait_for("A note that was not saved")
        terminal.press("ctrl+s")
        terminal.wait_gone("Ctrl+S")
        terminal.press("q")
        assert terminal.wait_end() == 0
    (record,) = workspace.root.rglob("mira.*.yaml")
    assert words in record.read_text(encoding="utf-8")


@pytest.mark.parametrize("key", ["q", "ctrl+c", "ctrl+q"])
def test_a_key_quits_and_restores_the_terminal(ferry: Workspace, key: str) -> None:
    with Terminal([], ferry.root) as terminal:
        terminal.wait_for(HELP)
        assert terminal.mode(ALTERNATE_SCREEN)
        assert not terminal.is_sane
        terminal.press(key)
        assert terminal.wait_end(SOON) == 0
        assert terminal.is_sane


@pytest.mark.parametrize("redirection", ["2>&-", "2>/dev/null"])
def test_the_reader_draws_and_quits_without_stderr(ferry: Workspace, redirection: str) -> None:
    shell = ["/bin/sh", "-c", f'exec "$@" {redirection}', "sh", *PROGRAM]
    with Terminal([], ferry.root, program=shell) as terminal:
        terminal.wait_for(HELP)
        terminal.press("q")
        assert terminal.wait_end(SOON) == 0
        assert terminal.is_sane


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda number: number.name)
def test_a_signal_ends_the_program_and_restores_the_terminal(ferry: Workspace, number: signal.Signals) -> None:
    with Terminal([], ferry.root) as terminal:
        terminal.wait_for(HELP)
        terminal.kill(number)
        assert terminal.wait_end(SOON) == 128 + number
        assert terminal.is_sane
        assert b"Traceback" not in terminal.received


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda number: number.name)
def test_a_signal_during_the_start_restores_the_terminal(ferry: Workspace, number: signal.Signals) -> None:
    with Terminal([], ferry.root) as terminal:
        while not terminal.mode(ALTERNATE_SCREEN):
            terminal.read(0.1)
        terminal.kill(number)
        assert terminal.wait_end(SOON) == 128 + number
        assert terminal.is_sane
        assert b"Traceback" not in terminal.received


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name)
def test_typed_text_survives_a_signal(ferry: Workspace, number: signal.Signals) -> None:
    with Terminal([], ferry.root) as terminal:
        start_typing(terminal, "Was the radar on?")
        terminal.kill(number)
        assert terminal.wait_end(SOON) == 128 + number
        assert terminal.is_sane
    assert_offered_and_saved(ferry, "Was the radar on?")


def test_typed_text_survives_its_terminal(ferry: Workspace, buffering: Mapping[str, str]) -> None:
    with Terminal([], ferry.root, environment=buffering) as terminal:
        start_typing(terminal, "Was the radar on?")
        terminal.vanish()
        assert terminal.wait_end(SOON) == HUNG_UP
    assert_offered_and_saved(ferry, "Was the radar on?")


def test_a_terminal_that_vanishes_without_a_signal_ends_the_program(ferry: Workspace) -> None:
    with Terminal([], ferry.root, program=[sys.executable, "-c", IGNORING_HANGUPS, *PROGRAM]) as terminal:
        start_typing(terminal, "Was the radar on?")
        terminal.vanish()
        assert terminal.wait_end(SOON) == HUNG_UP
    assert_offered_and_saved(ferry, "Was the radar on?")


def test_typed_text_survives_a_crash(ferry: Workspace, own_home: Path) -> None:
    words = "Was the radar on?"
    with Terminal([], ferry.root) as terminal:
        start_typing(terminal, words)
        terminal.wait_for(lambda _: any(words in path.read_text() for path in drafts(own_home)), seconds=SOON)
        terminal.kill(signal.SIGKILL)
        terminal.wait_end()
    assert_offered_and_saved(ferry, "Was the radar on?")


def test_keys_that_quit_do_not_quit_an_editor(ferry: Workspace) -> None:
    with Terminal([], ferry.root) as terminal:
        start_typing(terminal, "Was the radar on?")
        terminal.press("ctrl+q", "ctrl+c", "q", "ctrl+s")
        terminal.wait_gone("Ctrl+S")
    (record,) = ferry.root.rglob("mira.*.yaml")
    assert "Was the radar on?q" in record.read_text(encoding="utf-8")


def test_a_half_filled_form_is_offered_again(ferry: Workspace) -> None:
    with Terminal([], ferry.root) as terminal:
        terminal.wait_for(HELP)
        terminal.press("d")
        terminal.wait_for("Mark a denial")
        terminal.press(*"Olga Berg", "tab", *"It will end")
        terminal.wait_for("It will end")
        terminal.kill(signal.SIGTERM)
        terminal.wait_end(SOON)
    with Terminal([], ferry.root) as terminal:
        terminal.wait_for("Typed and not saved")
        terminal.press("enter")
        terminal.wait_for("A statement that was not saved")
        assert "Olga Berg" in terminal.text
        assert "It will end" in terminal.text


def test_a_postponed_draft_is_offered_again_but_a_discarded_one_is_not(ferry: Workspace, own_home: Path) -> None:
    with Terminal([], ferry.root) as terminal:
        start_typing(terminal, "Was the radar on?")
        terminal.kill(signal.SIGTERM)
        terminal.wait_end(SOON)
    for keys in (("down", "enter"), ("down", "down", "enter")):
        with Terminal([], ferry.root) as terminal:
            terminal.wait_for("Typed and not saved")
            terminal.press(*keys)
            terminal.wait_gone("Typed and not saved")
            terminal.press("q")
            assert terminal.wait_end() == 0
    assert drafts(own_home) == []


def test_an_empty_editor_leaves_no_files(ferry: Workspace, own_home: Path) -> None:
    before = sorted(ferry.root.rglob("*"))
    with Terminal([], ferry.root) as terminal:
        terminal.wait_for(HELP)
        terminal.press("n")
        terminal.wait_for("A note on")
        terminal.kill(signal.SIGTERM)
        terminal.wait_end(SOON)
    assert drafts(own_home) == []
    assert sorted(ferry.root.rglob("*")) == before


def stall(terminal: Terminal) -> None:
    """Press keys and read nothing, until the program writes no more."""
    written, before = 0, -1
    while written != before:
        before = written
        for _ in range(20):
            os.write(terminal.fd, b"n\x1b")
            select.select([], [], [], 0.02)  # else keys that wait together are drawn together
        written = int.from_bytes(fcntl.ioctl(terminal.fd, termios.FIONREAD, bytes(4)), sys.byteorder)


@pytest.mark.parametrize(
    "number",
    [signal.SIGTERM, *(pytest.param(number, marks=pytest.mark.long) for number in (signal.SIGHUP, signal.SIGINT))],
)
def test_a_signal_ends_a_program_whose_terminal_takes_no_output(ferry: Workspace, number: signal.Signals) -> None:
    with Terminal([], ferry.root) as terminal:
        terminal.wait_for(HELP)
        stall(terminal)
        terminal.kill(number)
        assert terminal.process.wait(20) == 128 + number
