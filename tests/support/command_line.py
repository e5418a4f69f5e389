"""Run `diptych` inside the test's process."""

from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from tui.cli import diptych


def run(*words: str, **options: Any) -> Result:
    """Run a command, which must end as it does for a user."""
    result = CliRunner().invoke(diptych, words, **options)
    assert "Traceback" not in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def append(path: Path, text: str) -> None:
    """Add text to the end of a file."""
    path.write_text(path.read_text("utf-8") + text, "utf-8")
