"""Copying with an installed program."""

import sys
from pathlib import Path

import pytest

from tui.terminal.clipboard import copy_to_system

SAVE = """#!{python} -IS
import pathlib, sys
pathlib.Path(__file__).with_suffix(".copied").write_bytes(sys.stdin.buffer.read())
sys.exit({status})
"""


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the only folder in which programs are installed, empty at first."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def install(folder: Path, name: str, status: int = 0) -> Path:
    """Install a program that saves its input, and return the file it writes."""
    program = folder / name
    program.write_text(SAVE.format(python=sys.executable, status=status), "utf-8")
    program.chmod(0o755)
    return program.with_suffix(".copied")


def test_without_a_program_nothing_is_copied(programs: Path) -> None:
    assert not copy_to_system("text")


def test_the_first_installed_program_gets_the_text(programs: Path) -> None:
    xclip, xsel = install(programs, "xclip"), install(programs, "xsel")
    assert copy_to_system("a “quote”\n")
    assert xclip.read_text("utf-8") == "a “quote”\n"
    assert not xsel.exists()


def test_the_next_program_is_tried_if_one_fails(programs: Path) -> None:
    install(programs, "wl-copy", status=1)
    (programs / "xclip").write_text("#!/no/such/interpreter\n", "utf-8")
    (programs / "xclip").chmod(0o755)
    xsel = install(programs, "xsel")
    assert copy_to_system("text")
    assert xsel.read_text("utf-8") == "text"


def test_it_fails_if_every_program_fails(programs: Path) -> None:
    install(programs, "xclip", status=1)
    assert not copy_to_system("text")


def test_a_surrogate_is_replaced(programs: Path) -> None:
    xclip = install(programs, "xclip")
    assert copy_to_system("a\ud800b")
    assert xclip.read_text("utf-8") == "a?b"


def test_windows_gets_utf_16(programs: Path) -> None:
    clip = install(programs, "clip.exe")
    assert copy_to_system("“Mevlüt Çavuşoğlu” 🇹🇷 \ud800")
    assert clip.read_bytes() == b"\xff\xfe" + "“Mevlüt Çavuşoğlu” 🇹🇷 ?".encode("utf-16-le")
