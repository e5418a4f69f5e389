"""Remember the theme that was chosen last, if the disk allows it."""

from contextlib import suppress
from pathlib import Path

from tui.errors import DiptychError
from tui.storage.files.user_dirs import user_folder

LONGEST = 100
"""Bytes of a theme's name, at most."""


def kept_theme() -> str:
    """Return the name of the theme that was chosen last, or ""."""
    with suppress(OSError, ValueError), _path().open("rb") as file:
        return file.read(LONGEST).decode("ascii").strip()
    return ""


def keep_theme(name: str) -> bool:
    """Store a theme's name, and return whether that was possible."""
    from tui.storage.files.atomic import save_bytes  # noqa: PLC0415 - not needed to open

    try:
        path = _path()
        path.parent.mkdir(parents=True, exist_ok=True)
        save_bytes(path, f"{name}\n".encode("ascii"))
    except (OSError, ValueError, DiptychError):
        return False
    return True


def _path() -> Path:
    return user_folder("state") / "theme"
