"""Refuse every change where nothing may be changed."""

import os
from pathlib import Path

from tui.errors import SaveError

READ_ONLY_VARIABLE = "DIPTYCH_READ_ONLY"
"""Is set in the reader of somebody who may only read."""


def refuse_if_read_only(path: Path) -> None:
    """Raise SaveError if nothing may be changed."""
    if os.environ.get(READ_ONLY_VARIABLE):
        raise SaveError("can only be read here; ask whoever serves it for an address that can mark", path)
