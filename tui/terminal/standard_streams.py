"""Open the standard streams that the program was started without."""

import os
import sys
from pathlib import Path


def open_closed_streams() -> bool:
    """Open /dev/null for closed streams, and return whether stdout was open.

    Otherwise the next file that is opened would become stdin, stdout or stderr.
    """
    null, has_stdout = Path(os.devnull), sys.stdout is not None
    if sys.stdin is None:
        sys.stdin = null.open(encoding="utf-8")
    if sys.stdout is None:
        sys.stdout = null.open("w", encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = null.open("w", encoding="utf-8")
    return has_stdout
