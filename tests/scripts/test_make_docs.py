"""The pages of the docs that the code knows are up to date."""

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "scripts" / "make_docs.py"


def test_the_pages_are_what_the_code_says() -> None:
    done = subprocess.run([sys.executable, SCRIPT, "--check"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_a_stale_page_is_named(tmp_path: Path) -> None:
    copy = tmp_path / "scripts" / "make_docs.py"
    copy.parent.mkdir()
    copy.write_bytes(SCRIPT.read_bytes())
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "keys.md").write_text("old", encoding="utf-8")
    done = subprocess.run([sys.executable, copy, "--check"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "keys.md is not what the code says\n")
    assert (tmp_path / "docs" / "keys.md").read_text(encoding="utf-8") == "old"
