"""Print errors as one line, and flush the output before the program exits."""

import os
import sys
from contextlib import suppress

from tui.layout.visible import make_visible

SYSTEM_ERRORS = (OSError, UnicodeError)
"""The errors of a disk or terminal, which become one line like a DiptychError."""


CLOSED_PIPE = 141
"""The status of a program whose reader stopped reading, such as head."""


def escape_unprintable() -> None:
    """Print characters that the encoding lacks as escapes."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")


def error_line(error: Exception) -> str:
    """Return an error as one line without control characters."""
    return f"diptych: {make_visible(' '.join(_message(error).split()))}"


def _message(error: Exception) -> str:
    if isinstance(error, FileNotFoundError) and not error.filename and _is_folder_deleted():
        return "the current folder was deleted; go to another one with cd"
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return str(error)


def _is_folder_deleted() -> bool:
    try:
        os.getcwd()  # noqa: PTH109 - startup loads no pathlib here
    except FileNotFoundError:
        return True
    return False


def finish_output(status: int) -> int:
    """Flush stdout and stderr, and return the exit status.

    Python would flush them at exit, and end with 120 if that fails: a full disk, a vanished terminal. Here the first
    failure is reported, unless a reader only closed its pipe: then the status is that of the signal SIGPIPE.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream:
                stream.flush()
        except OSError as error:
            is_closed_pipe = isinstance(error, BrokenPipeError)
            if status == 0:
                status = CLOSED_PIPE if is_closed_pipe else 2
                with suppress(OSError):
                    sys.stderr.write("" if is_closed_pipe else f"{error_line(error)}\n")
            _discard(stream.fileno())
    return status


def _discard(descriptor: int) -> None:
    """Redirect a broken stream to /dev/null, so that flushing it succeeds."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, descriptor)
    os.close(null)
