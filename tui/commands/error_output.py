"""Printing that ends well: an error as one line, no character that an encoding lacks, nothing left to flush at exit."""

import os
import sys
from contextlib import suppress

from tui.layout.visible import make_visible

SYSTEM_ERRORS = (OSError, UnicodeError)
"""What a disk or a terminal does, beside the errors that Diptych raises itself."""


def escape_unprintable() -> None:
    """Print what an encoding lacks as an escape."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")


def error_line(error: Exception) -> str:
    """Return the one line that a command fails with, free of control characters."""
    return f"diptych: {make_visible(' '.join(_words(error).split()))}"


def _words(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return str(error)


def finish_output(status: int) -> int:
    """Flush stdout and stderr while that can still be reported, and return the exit status.

    Python flushes both again at exit, and would end with 120 if one of them failed: a full disk, a vanished terminal.
    Only the first failure is reported.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream:
                stream.flush()
        except OSError as error:
            if status == 0:
                status = 1 if isinstance(error, BrokenPipeError) else 2
                with suppress(OSError):
                    sys.stderr.write("" if isinstance(error, BrokenPipeError) else f"{error_line(error)}\n")
            _discard(stream.fileno())
    return status


def _discard(descriptor: int) -> None:
    """Let a broken stream write to nowhere, so that what it still holds can be flushed."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
