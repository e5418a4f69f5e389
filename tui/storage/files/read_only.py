"""Refuse every change where nothing may be changed."""

import os
from pathlib import Path

from tui.errors import SaveError

READ_ONLY_VARIABLE = "DIPTYCH_READ_ONLY"
"""Is set in the reader of somebody who may only read."""


def is_read_only() -> bool:
    """Return whether nothing may be changed."""
    return bool(os.environ.get(READ_ONLY_VARIABLE))


def refuse_if_read_only(path: Path) -> None:
    """Raise SaveError if nothing may be changed."""
    if is_read_only():
        raise SaveError("can only be read here; ask whoever serves it for an address that can mark", path)
