"""Test commands in processes: imports, encodings, pipes and terminals."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tui.model import Workspace

LISTED = (
    "import sys\nfrom tui.cli import diptych\n"
    "diptych({!r}, standalone_mode=False)\nprint(*sys.modules, file=sys.stderr)"
)


def start(words: list[str], root: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "tui", *words]
    return subprocess.run(command, cwd=root, capture_output=True, env=os.environ | environment, check=False)


def loaded(words: list[str], root: Path) -> set[str]:
    process = subprocess.run(
        [sys.executable, "-c", LISTED.format(words)], cwd=root, capture_output=True, text=True, check=True
    )
    return {module.split(".")[0] for module in process.stderr.split()}


@pytest.mark.parametrize("command", ["check", "compare", "notes", "export", "read"])
def test_no_command_loads_textual(command: str, ferry: Workspace) -> None:
    assert loaded([command], ferry.root).isdisjoint({"textual", "watchfiles"})


@pytest.mark.parametrize("command", ["check", "read"])
def test_nothing_that_adds_documents_is_loaded_before(command: str, ferry: Workspace) -> None:
    code = LISTED.format([command])
    process = subprocess.run([sys.executable, "-c", code], cwd=ferry.root, capture_output=True, text=True, check=True)
    assert [name for name in process.stderr.split() if name.startswith(("tui.intake", "tui.storage.web"))] == []


def test_help_loads_only_what_it_needs(ferry: Workspace) -> None:
    heavy = {"textual", "rich", "yaml", "markdown_it", "rapidfuzz", "platformdirs", "json"}
    code = LISTED.format(["--help"])
    process = subprocess.run([sys.executable, "-c", code], cwd=ferry.root, capture_output=True, text=True, check=True)
    assert {module.split(".")[0] for module in process.stderr.split()}.isdisjoint(heavy)


@pytest.mark.parametrize("words", [[], ["check", "--anchors"], ["compare"], ["notes"], ["notes", "--json"], ["export"]])
def test_an_ascii_stdout_gets_escapes(words: list[str], ferry: Workspace) -> None:
    (ferry.root / "articles/north.txt").write_text("Çavuşoğlu 東京 said 🙂\n", "utf-8")
    process = start(words, ferry.root, PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert b"Traceback" not in process.stderr
    assert process.returncode in {0, 1}
    assert process.stdout.isascii()


def test_an_ascii_stdout_gets_valid_json(ferry: Workspace) -> None:
    text = (ferry.root / "annotations/north.yaml").read_text("utf-8").replace("[radar]", "[Çavuşoğlu]")
    (ferry.root / "annotations/north.yaml").write_text(text, "utf-8")
    process = start(["notes", "--json"], ferry.root, PYTHONIOENCODING="ascii")
    assert json.loads(process.stdout)[1]["tags"] == ["Çavuşoğlu"]


def test_a_closed_pipe_is_not_reported(ferry: Workspace) -> None:
    (ferry.root / "articles/long.txt").write_text("word " * 400_000, "utf-8")
    command = [sys.executable, "-m", "tui", "read", "--plain"]
    with subprocess.Popen(command, cwd=ferry.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        message = process.stderr.read()
        assert process.wait(30) != 0
    assert message == b""


def test_a_dumb_terminal_gets_linear_text(ferry: Workspace) -> None:
    master, slave = pty.openpty()
    environment = os.environ | {"TERM": "dumb"}
    with subprocess.Popen(
        [sys.executable, "-m", "tui"], cwd=ferry.root, stdin=slave, stdout=slave, stderr=slave, env=environment
    ) as process:
        os.close(slave)
        seen = b""
        while b"silent" not in seen:
            seen += os.read(master, 65536)
        process.wait(30)
    os.close(master)
    assert b"\x1b" not in seen
    assert b"A  Ferry runs aground in fog" in seen


def test_a_terminal_gets_a_visible_export(ferry: Workspace) -> None:
    (ferry.root / "articles/north.txt").write_text("Title \x1b[31m\n", "utf-8")
    master, slave = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "tui", "export"], cwd=ferry.root, stdin=slave, stdout=slave, stderr=slave
    ) as process:
        os.close(slave)
        seen = b""
        while b"agreed on an inquiry" not in seen:
            seen += os.read(master, 65536)
        process.wait(30)
    os.close(master)
    assert b"\x1b" not in seen
    assert "␛".encode() in seen


def run_in_shell(words: str, root: Path) -> subprocess.CompletedProcess[str]:
    """Run a command with redirections."""
    command = f'"{sys.executable}" -m tui {words}'
    return subprocess.run(command, shell=True, cwd=root, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("words", ["", "notes", "notes --json", "export", "--help", 'note north --body "Hm."'])
def test_a_command_that_needs_a_closed_stdout_is_refused(ferry: Workspace, words: str) -> None:
    before = sorted(ferry.root.rglob("*"))
    closed = run_in_shell(f"{words} >&-", ferry.root)
    message = "diptych: stdout is closed; write > /dev/null if you do not need it\n"
    assert (closed.returncode, closed.stderr) == (2, message)
    assert sorted(ferry.root.rglob("*")) == before


def test_an_export_to_a_file_needs_no_stdout(ferry: Workspace) -> None:
    exported = run_in_shell("export -o notes.md >&-", ferry.root)
    assert (exported.returncode, exported.stderr) == (0, "Wrote 5 records to notes.md\n")
    assert (ferry.root / "notes.md").stat().st_size > 0


def test_only_a_command_that_reads_stdin_needs_it(ferry: Workspace) -> None:
    assert run_in_shell("notes <&-", ferry.root).stderr == "5 of 5 records\n"
    before = sorted(ferry.root.rglob("*"))
    refused = run_in_shell('note north --quote "three weeks" --body - <&-', ferry.root)
    assert (refused.returncode, refused.stderr) == (2, "diptych: stdin is closed; redirect it with < and a file\n")
    assert sorted(ferry.root.rglob("*")) == before
