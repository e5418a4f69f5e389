"""Test the program in a pipe: plain text, exit statuses and errors."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from terminal import Terminal

from tui import __version__
from tui.model import Workspace

COLOR = re.compile(rb"\x1b\[(?:\d+;)*(?:[349]|10)[0-8](?:;\d+)*m")
"""A control sequence that sets a color other than the terminal's default."""
BAD_ARGUMENTS = {
    "a folder that does not exist": ["nowhere/at/all"],
    "a folder without articles": ["empty"],
    "an unknown command": ["chekc"],
    "an unknown option": ["check", "--jsno"],
    "an article that is not text": ["binary.txt"],
    "an unknown kind": ["notes", "--kind", "clam"],
    "an unknown article": ["export", "--article", "west"],
    "a quote that is not in the text": ["note", "north", "--quote", "nobody wrote this", "--body", "b"],
    "an export over a file": ["export", "-o", "mine.md"],
    "an export into a folder that does not exist": ["export", "-o", "nowhere/mine.md"],
    "a name with control sequences": ["read", "\x1b[31m\nred"],
}


def run(arguments: list[str], cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tui", *arguments],
        cwd=cwd,
        env=os.environ | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_a_pipe_gets_both_articles_and_no_control_sequences(sample: Workspace) -> None:
    result = run([], sample.root)
    assert (result.returncode, result.stderr) == (0, "")
    assert "\x1b" not in result.stdout
    assert "did not confirm or deny" in result.stdout
    assert "Turkish Foreign Ministry" in result.stdout
    assert "Lavrov" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80
    assert run(["read", "--plain"], sample.root).stdout == result.stdout


def test_a_dumb_terminal_gets_linear_text(sample: Workspace) -> None:
    with Terminal([], sample.root, environment={"TERM": "dumb"}) as terminal:
        assert terminal.wait_end() == 0
        assert b"\x1b" not in terminal.received
        assert "did not confirm or deny" in " ".join(terminal.received.decode().split())


def test_no_color_sends_text_styles_but_no_colors(ferry: Workspace) -> None:
    with Terminal([], ferry.root, environment={"NO_COLOR": "1"}) as terminal:
        terminal.wait_for("? help")
        terminal.press("]", "c")
        terminal.wait_for("Mark a claim")
        terminal.press("escape")
        terminal.wait_gone("Mark a claim")
        assert not COLOR.search(terminal.received)
        assert re.search(rb"\x1b\[(?:\d+;)*[47](?:;\d+)*m", terminal.received), "underlined or reversed"
        terminal.press("q")
        assert terminal.wait_end() == 0
    with Terminal([], ferry.root) as terminal:
        terminal.wait_for("? help")
        assert COLOR.search(terminal.received), "colors by default"


def test_check_passes_on_the_sample_without_loading_textual(sample: Workspace) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "tui", "check"]
    result = subprocess.run(command, cwd=sample.root, capture_output=True, text=True, check=False)
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in result.stderr.splitlines()}
    assert result.returncode == 0
    assert "tui" in loaded
    assert "textual" not in loaded


def test_check_exits_with_1_if_something_is_wrong(ferry: Workspace) -> None:
    path = ferry.list_file("north")
    path.write_text(path.read_text(encoding="utf-8").replace("kind: claim", "kind: clam"), encoding="utf-8")
    result = run(["check"], ferry.root)
    assert result.returncode == 1
    assert re.search(r"annotations/north\.yaml:6:\d+: .*clam", result.stdout + result.stderr)


@pytest.mark.parametrize("command", [["read", "--plain"], ["check"], ["compare"], ["notes"], ["export"]], ids=" ".join)
def test_without_a_workspace_every_command_reads_the_sample(command: list[str], tmp_path: Path) -> None:
    result = run(command, tmp_path)
    assert result.returncode == 0
    assert result.stdout
    assert result.stderr.startswith("diptych: no workspace around this folder; this is the bundled sample")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_version_and_help(option: str, tmp_path: Path) -> None:
    result = run([option], tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    assert (__version__ if option == "--version" else "diptych export -o notes.md") in result.stdout


@pytest.mark.parametrize("arguments", BAD_ARGUMENTS.values(), ids=BAD_ARGUMENTS)
def test_bad_input_is_reported_in_one_line_with_status_2(arguments: list[str], ferry: Workspace) -> None:
    (ferry.root / "empty").mkdir()
    (ferry.root / "mine.md").write_text("mine", encoding="utf-8")
    (ferry.root / "binary.txt").write_bytes(b"a\x00\xff\xfe\x00b")
    before = {path: path.read_bytes() for path in ferry.root.rglob("*") if path.is_file()}
    result = run(arguments, ferry.root)
    assert result.returncode == 2, result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    assert "\x1b" not in result.stderr
    errors = [line for line in result.stderr.splitlines() if line and not line.startswith(("Usage:", "Try "))]
    assert len(errors) == 1, result.stderr
    assert {path: path.read_bytes() for path in ferry.root.rglob("*") if path.is_file()} == before


def test_a_closed_pipe_is_no_error(sample: Workspace) -> None:
    shell = f"{sys.executable} -m tui export | head -n 1"
    result = subprocess.run(["sh", "-c", shell], cwd=sample.root, capture_output=True, text=True, check=True)
    assert result.stdout.startswith("#")
    assert result.stderr == ""


@pytest.mark.parametrize("arguments", ["export", "check", "--help"])
def test_a_full_disk_for_the_output_is_reported(ferry: Workspace, buffering: Mapping[str, str], arguments: str) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    with full.open("w") as out:
        result = subprocess.run(
            [sys.executable, "-m", "tui", arguments],
            cwd=ferry.root,
            env={**os.environ, **buffering},
            stdout=out,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert result.returncode == 2
    assert result.stderr.decode().strip().splitlines() == ["diptych: No space left on device"]
