"""Write a report of an error that ended the program."""

import platform
import sys
from contextlib import suppress
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from traceback import format_exception

from tui import __version__
from tui.storage.files.user_dirs import user_folder

KEPT_REPORTS = 20
"""How many reports stay; older ones are deleted."""
_LIBRARIES = ("textual", "rich", "pyyaml", "click", "rapidfuzz", "watchfiles")


def write_crash_report(error: BaseException) -> Path | None:
    """Write versions and traceback to a file, without variables.

    Return the file, or None if it cannot be written.
    """
    folder = user_folder("state") / "crashes"
    now = datetime.now(UTC)
    path = folder / f"{now:%Y%m%dT%H%M%S%f}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{now:%Y-%m-%dT%H:%M:%SZ}\n{_versions()}\n\n{_traceback(error)}", encoding="utf-8")
    except OSError:
        return None
    for old in sorted(folder.glob("*.txt"))[:-KEPT_REPORTS]:
        with suppress(OSError):
            old.unlink()
    return path


def _versions() -> str:
    libraries = ", ".join(f"{name} {_version(name)}" for name in _LIBRARIES)
    return f"Diptych {__version__}, Python {platform.python_version()}, {sys.platform}; {libraries}"


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "?"


def _traceback(error: BaseException) -> str:
    return "".join(format_exception(error)).encode("utf-8", "backslashreplace").decode()
