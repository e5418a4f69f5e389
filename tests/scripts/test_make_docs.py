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
    for script in (SCRIPT, SCRIPT.with_name("field_table.py"), SCRIPT.with_name("shown_words.py")):
        copy.with_name(script.name).write_bytes(script.read_bytes())
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "keys.md").write_text("old", encoding="utf-8")
    for page in ("tutorial.md", "formats.md"):
        (tmp_path / "docs" / page).write_bytes((SCRIPT.parents[1] / "docs" / page).read_bytes())
    result = subprocess.run([sys.executable, copy, "--check"], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (1, "keys.md is out of date\n")
    assert (tmp_path / "docs" / "keys.md").read_text(encoding="utf-8") == "old"
