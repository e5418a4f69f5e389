"""The program never goes online, and opens no link."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

    from tui.model import Workspace

WATCHED = """
import sys
EVENTS = {{"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request"}}
EVENTS.add("webbrowser.open")
def watch(event, arguments):
    if event in EVENTS:
        with open({log!r}, "a") as log:
            print(event, arguments, file=log)
sys.addaudithook(watch)
if {spoil}:
    import socket
    socket.socket(socket.AF_UNIX).connect_ex("/nowhere")
from tui.cli import diptych
diptych(prog_name="diptych")
"""


def program(log: Path, *, spoil: bool = False) -> tuple[str, ...]:
    return (sys.executable, "-c", WATCHED.format(log=str(log), spoil=spoil))


@pytest.mark.parametrize("command", ["check", "compare", "notes", "export", "read"])
def test_no_command_goes_online(command: str, ferry: Workspace, tmp_path: Path) -> None:
    log = tmp_path / "log"
    subprocess.run([*program(log), command], cwd=ferry.root, capture_output=True, check=True)
    assert not log.exists()


def test_nor_does_the_reader(ferry: Workspace, tmp_path: Path) -> None:
    log = tmp_path / "log"
    with Terminal([], ferry.root, program=program(log)) as terminal:
        terminal.wait_for("? help")
        terminal.press("]", "y")
        terminal.wait_for("Copied")
        terminal.press("t")
        terminal.wait_for("Status")
        terminal.press("q")
        terminal.wait_for("? help")
        terminal.press("q")
        assert terminal.wait_end() == 0
    assert not log.exists()


def test_the_watch_sees_a_connection(ferry: Workspace, tmp_path: Path) -> None:
    log = tmp_path / "log"
    subprocess.run([*program(log, spoil=True), "check"], cwd=ferry.root, capture_output=True, check=True)
    assert "socket.connect" in log.read_text(encoding="utf-8")
