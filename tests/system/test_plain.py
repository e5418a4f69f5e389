"""Where there is no terminal to draw on: linear text, exit statuses, and errors of one line."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from terminal import Terminal

from tui import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tui.model import Workspace

COLOUR = re.compile(rb"\x1b\[(?:\d+;)*(?:[349]|10)[0-8](?:;\d+)*m")
"""A sequence that sets a foreground or a background, other than the terminal's own."""
DAMAGES: dict[str, Callable[[Workspace], list[str]]] = {}


def run(words: list[str], cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program with pipes for a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "tui", *words],
        cwd=cwd,
        env=os.environ | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def damage(make: Callable[[Workspace], list[str]]) -> Callable[[Workspace], list[str]]:
    """Note a function that spoils a workspace and returns what to run in it."""
    DAMAGES[make.__name__.replace("_", " ")] = make
    return make


def test_a_pipe_gets_both_articles_and_no_control_sequences(sample: Workspace) -> None:
    done = run([], sample.root)
    assert (done.returncode, done.stderr) == (0, "")
    assert "\x1b" not in done.stdout
    assert "did not confirm or deny" in done.stdout
    assert "Turkish Foreign Ministry" in done.stdout
    assert "Lavrov" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert run(["read", "--plain"], sample.root).stdout == done.stdout


def test_a_dumb_terminal_gets_linear_text(sample: Workspace) -> None:
    with Terminal([], sample.root, environment={"TERM": "dumb"}) as terminal:
        assert terminal.wait_end() == 0
        assert b"\x1b" not in terminal.received
        assert "did not confirm or deny" in " ".join(terminal.received.decode().split())


def test_no_color_sends_no_colours_but_text_styles(ferry: Workspace) -> None:
    with Terminal([], ferry.root, environment={"NO_COLOR": "1"}) as terminal:
        terminal.wait_for("? help")
        terminal.press("]", "c")
        terminal.wait_for("Mark a claim")
        terminal.press("escape")
        terminal.wait_gone("Mark a claim")
        assert not COLOUR.search(terminal.received)
        assert re.search(rb"\x1b\[(?:\d+;)*[47](?:;\d+)*m", terminal.received), "underlined or reversed"
        terminal.press("q")
        assert terminal.wait_end() == 0
    with Terminal([], ferry.root) as terminal:
        terminal.wait_for("? help")
        assert COLOUR.search(terminal.received), "colours there are otherwise"


def test_check_finds_the_sample_sound_and_loads_no_textual(sample: Workspace) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "tui", "check"]
    done = subprocess.run(command, cwd=sample.root, capture_output=True, text=True, check=False)
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert done.returncode == 0
    assert "tui" in loaded
    assert "textual" not in loaded


def test_check_ends_with_1_where_something_is_wrong(ferry: Workspace) -> None:
    path = ferry.list_file("north")
    path.write_text(path.read_text(encoding="utf-8").replace("kind: claim", "kind: clam"), encoding="utf-8")
    done = run(["check"], ferry.root)
    assert done.returncode == 1
    assert re.search(r"annotations/north\.yaml:6:\d+: .*clam", done.stdout + done.stderr)


@pytest.mark.parametrize("command", [["read", "--plain"], ["check"], ["compare"], ["notes"], ["export"]], ids=" ".join)
def test_without_a_workspace_every_command_takes_the_sample(command: list[str], tmp_path: Path) -> None:
    done = run(command, tmp_path)
    assert done.returncode == 0
    assert done.stdout
    assert done.stderr.startswith("diptych: no workspace around this folder; this is the bundled sample")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_what_it_says_of_itself(option: str, tmp_path: Path) -> None:
    done = run([option], tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert (__version__ if option == "--version" else "diptych export -o notes.md") in done.stdout


@damage
def a_folder_that_is_not_there(_: Workspace) -> list[str]:
    return ["nowhere/at/all"]


@damage
def a_folder_without_articles(workspace: Workspace) -> list[str]:
    (workspace.root / "empty").mkdir()
    return ["empty"]


@damage
def a_command_that_is_not_there(_: Workspace) -> list[str]:
    return ["chekc"]


@damage
def an_option_that_is_not_there(_: Workspace) -> list[str]:
    return ["check", "--jsno"]


@damage
def an_article_that_is_not_text(workspace: Workspace) -> list[str]:
    (workspace.articles / "north.txt").write_bytes(b"a\x00\xff\xfe\x00b")
    return ["articles/north.txt"]


@damage
def a_kind_that_is_not_there(_: Workspace) -> list[str]:
    return ["notes", "--kind", "clam"]


@damage
def an_article_that_is_not_there(_: Workspace) -> list[str]:
    return ["export", "--article", "west"]


@damage
def a_quote_that_is_not_there(_: Workspace) -> list[str]:
    return ["note", "north", "--quote", "nobody wrote this", "--body", "b"]


@damage
def an_export_over_a_file(workspace: Workspace) -> list[str]:
    (workspace.root / "mine.md").write_text("mine", encoding="utf-8")
    return ["export", "-o", "mine.md"]


@damage
def an_export_into_a_folder_that_is_not_there(_: Workspace) -> list[str]:
    return ["export", "-o", "nowhere/mine.md"]


@damage
def a_name_that_would_write_on_the_terminal(_: Workspace) -> list[str]:
    return ["read", "\x1b[31m\nred"]


@pytest.mark.parametrize("name", DAMAGES)
def test_bad_input_gets_one_line_and_2(name: str, ferry: Workspace) -> None:
    words = DAMAGES[name](ferry)
    before = {path: path.read_bytes() for path in ferry.root.rglob("*") if path.is_file()}
    done = run(words, ferry.root)
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert "\x1b" not in done.stderr
    told = [line for line in done.stderr.splitlines() if line and not line.startswith(("Usage:", "Try "))]
    assert len(told) == 1, done.stderr
    assert {path: path.read_bytes() for path in ferry.root.rglob("*") if path.is_file()} == before


def test_a_reader_of_the_output_that_leaves_hears_no_complaint(sample: Workspace) -> None:
    shell = f"{sys.executable} -m tui export | head -n 1"
    done = subprocess.run(["sh", "-c", shell], cwd=sample.root, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("#")
    assert done.stderr == ""


@pytest.mark.parametrize("arguments", ["export", "check", "--help"])
def test_a_full_disk_for_the_output_is_told(ferry: Workspace, buffering: Mapping[str, str], arguments: str) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    with full.open("w") as out:
        done = subprocess.run(
            [sys.executable, "-m", "tui", arguments],
            cwd=ferry.root,
            env={**os.environ, **buffering},
            stdout=out,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.decode().strip().splitlines() == ["diptych: No space left on device"]
