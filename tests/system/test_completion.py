"""Tab in a real shell completes commands, files and names."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from command_line import run
from terminal import Terminal

from tui.model import Workspace

DIPTYCH = f"""#!{sys.executable}
import sys
sys.argv[0] = "diptych"
from tui.__main__ import main
main()
"""


@contextmanager
def shell_with_completion(workspace: Workspace, *program: str, setup: str, script: str) -> Iterator[Terminal]:
    """Start a shell in a workspace, with the script for `diptych` in it."""
    tools = workspace.root.parent / "tools"
    tools.mkdir()
    (tools / "diptych").write_text(DIPTYCH, "utf-8")
    (tools / "diptych").chmod(0o755)
    (tools / "script").write_text(run("completion", script).stdout, "utf-8")
    (workspace.root / "nothing.txt").touch()
    environment = {"PATH": f"{tools}:{os.environ['PATH']}", "PYTHONPATH": str(Path(__file__).parents[2]), "PS1": "$ "}
    with Terminal([], workspace.root, size=(200, 30), environment=environment, program=program) as terminal:
        terminal.press(*f"{setup.format(tools / 'script')}; echo rea''dy\r")
        terminal.wait_for("ready")
        yield terminal


def type_and_tab(terminal: Terminal, line: str, seen: str, *, tabs: int = 1) -> None:
    """Type a line and Tab, wait for words on the screen, and drop the line."""
    terminal.press("ctrl+u", *line, *["tab"] * tabs)
    terminal.wait_for(seen)


def test_bash_completes_commands_with_files_and_names_with_spaces(ferry: Workspace) -> None:
    with shell_with_completion(ferry, "bash", "--norc", "-i", setup="source '{}'", script="bash") as terminal:
        type_and_tab(terminal, "diptych not", "nothing.txt", tabs=2)
        assert "notes" in terminal.text
        type_and_tab(terminal, "diptych notes --speaker hol", "--speaker Ada\\ Holm")
        type_and_tab(terminal, 'diptych notes --speaker "Ada', '--speaker "Ada Holm"')
        type_and_tab(terminal, "diptych export --kind=cl", "--kind=claim")
        type_and_tab(terminal, "diptych check -w art", "-w articles/")


@pytest.mark.skipif(not shutil.which("zsh"), reason="no zsh here")
def test_zsh_completes_commands_and_names(ferry: Workspace) -> None:
    setup = "autoload -Uz compinit; compinit -u -D; source '{}'"
    with shell_with_completion(ferry, "zsh", "-f", "-i", setup=setup, script="zsh") as terminal:
        type_and_tab(terminal, "diptych expo", "diptych export")
        type_and_tab(terminal, "diptych notes --speaker hol", "--speaker Ada\\ Holm")


@pytest.mark.skipif(not shutil.which("fish"), reason="no fish here")
def test_fish_completes_commands_and_names(ferry: Workspace) -> None:
    with shell_with_completion(ferry, "fish", "-i", setup="source '{}'", script="fish") as terminal:
        type_and_tab(terminal, "diptych expo", "diptych export")
        type_and_tab(terminal, "diptych notes --speaker Ada", "--speaker Ada\\ Holm")
