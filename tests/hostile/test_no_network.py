"""Test that the program never goes online or opens a browser."""

import subprocess
import sys
from pathlib import Path

import pytest
from terminal import Terminal

from tui.model import Workspace

LOGGED = """
import sys
EVENTS = {{"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request"}}
EVENTS.add("webbrowser.open")
def log_event(event, arguments):
    if event in EVENTS:
        with open({log!r}, "a") as log:
            print(event, arguments, file=log)
sys.addaudithook(log_event)
if {connect}:
    import socket
    socket.socket(socket.AF_UNIX).connect_ex("/nowhere")
from tui.cli import diptych
diptych(prog_name="diptych")
"""


def program(log: Path, *, connect: bool = False) -> tuple[str, ...]:
    return (sys.executable, "-c", LOGGED.format(log=str(log), connect=connect))


@pytest.mark.parametrize("command", ["check", "compare", "notes", "export", "read"])
def test_no_command_goes_online(command: str, ferry: Workspace, tmp_path: Path) -> None:
    log = tmp_path / "log"
    subprocess.run([*program(log), command], cwd=ferry.root, capture_output=True, check=True)
    assert not log.exists()


def test_the_reader_does_not_go_online(ferry: Workspace, tmp_path: Path) -> None:
    log = tmp_path / "log"
    with Terminal([], ferry.root, program=program(log)) as terminal:
        terminal.wait_for("? help")
        terminal.press("]", "y")
        terminal.wait_for("with its source")
        terminal.press("t")
        terminal.wait_for("Proposition")
        terminal.press("q")
        terminal.wait_gone("Proposition")
        terminal.press("q")
        assert terminal.wait_end() == 0
    assert not log.exists()


def test_a_connection_is_logged(ferry: Workspace, tmp_path: Path) -> None:
    log = tmp_path / "log"
    subprocess.run([*program(log, connect=True), "check"], cwd=ferry.root, capture_output=True, check=True)
    assert "socket.connect" in log.read_text(encoding="utf-8")
