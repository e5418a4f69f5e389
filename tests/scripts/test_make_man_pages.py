"""Every command has a man page that `man` shows, and none is out of date."""

import os
import runpy
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from tui.commands.table import COMMANDS

ROOT = Path(__file__).parents[2]
SCRIPT = runpy.run_path(str(ROOT / "scripts" / "make_man_pages.py"))
PAGES = sorted((ROOT / "docs" / "man").glob("*"))


def test_the_program_and_every_command_have_a_page() -> None:
    assert {page.name for page in PAGES} == {"diptych.1", *(f"diptych-{name}.1" for name in COMMANDS)}


def test_no_page_is_out_of_date() -> None:
    assert {page.name: page.read_text("utf-8") for page in PAGES} == SCRIPT["pages"]()


def test_the_wheel_installs_the_pages() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    shared = project["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    assert shared == {str(PAGES[0].parent.relative_to(ROOT)): "share/man/man1"}


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("it's a-b", r"it\(aqs a\-b"),
        ("a\\b ~^`", r"a\eb \(ti\(ha\(ga"),
        (".TH", r"\&.TH"),
        ("'TH", r"\(aqTH"),
        ("…", r"\[u2026]"),
    ],
)
def test_no_text_commands_troff(text: str, escaped: str) -> None:
    assert SCRIPT["escape"](text) == escaped


@pytest.mark.skipif(not shutil.which("man"), reason="no man here")
def test_man_shows_a_page() -> None:
    page = ROOT / "docs" / "man" / "diptych-note.1"
    environment = {**os.environ, "MANPAGER": "cat", "MANWIDTH": "100", "LC_ALL": "C.UTF-8"}
    shown = subprocess.run(
        ["man", "--warnings=w", "-l", str(page)], env=environment, text=True, capture_output=True, check=True
    )
    assert shown.stderr == ""
    assert "diptych-note - Add a record without the reader" in shown.stdout
    assert "-w, --workspace DIR" in shown.stdout
    assert 'diptych note 002 --on sanctions-lifted --body "See the other account."' in shown.stdout


@pytest.mark.skipif(not shutil.which("mandoc"), reason="no mandoc here")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_mandoc_finds_no_error(page: Path) -> None:
    subprocess.run(["mandoc", "-Tlint", "-W", "error", str(page)], check=True)
