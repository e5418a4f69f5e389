"""Find out what the terminal can do before anything is drawn."""

import os
import sys

OWN_CHARACTERS = "▸✗≡✎“”·…─"
"""The characters that the program itself prints."""


def is_interactive() -> bool:
    """Return whether stdin and stdout are a terminal that is not dumb."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "") not in {"", "dumb"}


def shows_unicode() -> bool:
    """Return whether stdout's encoding has the program's own characters."""
    try:
        OWN_CHARACTERS.encode(getattr(sys.stdout, "encoding", None) or "ascii")
    except UnicodeEncodeError:
        return False
    return True
