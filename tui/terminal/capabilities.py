"""What the terminal can do, as far as it shows before anything is drawn."""

import os
import sys

OWN_CHARACTERS = "▸✗≡✎“”·…─"
"""The characters that the program itself prints."""


def is_interactive() -> bool:
    """Return whether the reader can run: a terminal at both ends, and not a dumb one."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "") not in {"", "dumb"}


def shows_unicode() -> bool:
    """Return whether stdout's encoding has the characters that the program itself prints."""
    try:
        OWN_CHARACTERS.encode(getattr(sys.stdout, "encoding", None) or "ascii")
    except UnicodeEncodeError:
        return False
    return True
