"""What goes wrong on purpose, or on the disk, in one line; and printing that never fails for want of a character."""

import sys

EXPECTED = (OSError, UnicodeError)
"""What a disk or a terminal does, beside the errors that Diptych raises itself."""


def never_fail_to_print() -> None:
    """Print what an encoding lacks as an escape."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")


def told(error: Exception) -> str:
    """Return the one line that a command fails with, free of control characters."""
    from tui.layout.visible import make_visible

    return f"diptych: {make_visible(' '.join(_words(error).split()))}"


def _words(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return str(error)
