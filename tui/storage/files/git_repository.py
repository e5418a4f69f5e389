"""Run git, and make a folder a repository."""

import shutil
import subprocess
from pathlib import Path

from tui.errors import SaveError, UsageError, WorkspaceError

_SECONDS = 30.0


def require_git() -> None:
    """Raise UsageError if git is not installed."""
    if shutil.which("git") is None:
        raise UsageError("git is not installed; install it, or leave --git out")


def is_in_repository(folder: Path) -> bool:
    """Return whether a folder is inside a git repository."""
    return run_git(folder, "rev-parse", "--is-inside-work-tree").returncode == 0


def create_repository(folder: Path) -> None:
    """Make a folder a git repository, or raise SaveError."""
    result = run_git(folder, "init", "--quiet")
    if result.returncode:
        reason = result.stderr.strip().split("\n")[-1]
        raise SaveError(f"git init failed ({reason}); run it there yourself", folder)


def run_git(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run git in a folder, and return its status and what it printed."""
    result = _run(folder, b"", words)
    output, errors = (text.decode(errors="replace") for text in (result.stdout, result.stderr))
    return subprocess.CompletedProcess(result.args, result.returncode, output, errors)


def run_git_bytes(folder: Path, content: bytes, *words: str) -> bytes:
    """Run git in a folder on some bytes, and return those it prints."""
    return _run(folder, content, words).stdout


def _run(folder: Path, content: bytes, words: tuple[str, ...]) -> subprocess.CompletedProcess[bytes]:
    """Run git, or raise WorkspaceError if it takes too long or cannot run."""
    command = ("git", *words)
    try:
        return subprocess.run(  # noqa: S603 - a fixed command
            command, cwd=folder, input=content, capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        message = f"is in a repository where git took more than {_SECONDS:.0f} s; run git {words[0]} there to see why"
        raise WorkspaceError(message, folder) from error
    except OSError as error:
        raise WorkspaceError(f"is where git cannot be run: {error.strerror or error}", folder) from error
