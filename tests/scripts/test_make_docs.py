"""Test that the generated pages of the docs are up to date."""

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "scripts" / "make_docs.py"


def test_the_pages_are_up_to_date() -> None:
    result = subprocess.run([sys.executable, SCRIPT, "--check"], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (0, "")


def test_a_stale_page_is_named(tmp_path: Path) -> None:
    copy = tmp_path / "scripts" / "make_docs.py"
    copy.parent.mkdir()
    copy.write_bytes(SCRIPT.read_bytes())
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "keys.md").write_text("old", encoding="utf-8")
    (tmp_path / "docs" / "tutorial.md").write_bytes((SCRIPT.parents[1] / "docs" / "tutorial.md").read_bytes())
    result = subprocess.run([sys.executable, copy, "--check"], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (1, "keys.md is out of date\n")
    assert (tmp_path / "docs" / "keys.md").read_text(encoding="utf-8") == "old"
