"""Tell git to merge annotation files by field."""

import shlex
import sys
from pathlib import Path

from tui.errors import SaveError
from tui.storage.files.atomic import fingerprint, read_if_exists, save_bytes
from tui.storage.files.git_repository import run_git

ATTRIBUTES = """\
# Annotations and the codebook are merged field by field, after `diptych init . --git` in each clone
annotations/**/*.yaml text eol=lf merge=diptych
"""
_NAME = "Diptych, by field"


def add_attributes(file: Path) -> bool:
    """Add what a `.gitattributes` lacks, and return whether it lacked any."""
    before = read_if_exists(file)
    text = (before or b"").decode(errors="surrogateescape")
    lines = [line for line in ATTRIBUTES.splitlines() if line not in text.splitlines()]
    if not any(line for line in lines if not line.startswith("#")):
        return False
    separator = "" if not text or text.endswith("\n") else "\n"
    added = text + separator + "".join(f"{line}\n" for line in lines)
    save_bytes(file, added.encode(errors="surrogateescape"), expected=fingerprint(before))
    return True


def set_merge_driver(folder: Path) -> None:
    """Set the merge driver in a repository's own config, or raise SaveError."""
    settings = {"merge.diptych.name": _NAME, "merge.diptych.driver": driver_command(_program())}
    for name, value in settings.items():
        result = run_git(folder, "config", name, value)
        if result.returncode:
            reason = result.stderr.strip().split("\n")[-1]
            raise SaveError(f"git config {name} failed ({reason}); see docs/git.md", folder)


def driver_command(program: tuple[str, ...]) -> str:
    """Return the driver's command, for the shell in which git runs it.

    Git replaces what begins with a percent sign, and quotes the path itself.
    """
    return f"{shlex.join(program).replace('%', '%%')} merge-driver %O %A %B %P"


def _program() -> tuple[str, ...]:
    """Return how this program is started, from any folder."""
    python = Path(sys.executable)
    command = python.with_name("diptych")
    # -P, since git runs it in the work tree, from which Python must not import anything.
    return (str(command),) if command.is_file() else (str(python), "-P", "-m", "tui")
