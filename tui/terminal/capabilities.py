"""Find out what the terminal can do before anything is drawn."""

import codecs
import os
import sys
from io import TextIOWrapper

OWN_CHARACTERS = "▸✗≡✎“”·…─"
"""The characters that the program itself prints."""
_POOR_FONTS = ("linux", "vt", "cons", "ansi")
"""How the names of terminals begin whose fonts lack the program's glyphs."""


def is_in_browser() -> bool:
    """Return whether a server runs the program for somebody's browser.

    It is then drawn through pipes, and this machine's desktop is no matter of the reader.
    """
    return os.environ.get("TEXTUAL_DRIVER", "").endswith(":WebDriver")


def is_interactive() -> bool:
    """Return whether the reader can be drawn: in a browser, or a terminal.

    A terminal is both stdin and stdout, and is not dumb.
    """
    if is_in_browser():
        return True
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "") not in {"", "dumb"}


def shows_unicode() -> bool:
    """Return whether stdout's encoding has the program's own characters."""
    try:
        OWN_CHARACTERS.encode(getattr(sys.stdout, "encoding", None) or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def drawing_stream() -> TextIOWrapper | None:
    """Return stderr, or stdout if stderr is closed or no terminal.

    Textual draws on stderr only: `diptych 2> errors.txt` would draw into the file.
    """
    return sys.__stderr__ if sys.__stderr__ and sys.__stderr__.isatty() else sys.__stdout__


def complete_stream(stream: TextIOWrapper | None) -> TextIOWrapper | None:
    """Return a stream on the same terminal that writes all of a text.

    With PYTHONUNBUFFERED, the standard streams drop what a signal or a tracer keeps a system call from writing.
    """
    if stream is None:
        return None
    return open(stream.fileno(), "w", encoding=stream.encoding, errors=stream.errors, newline="", closefd=False)


def terminal_charset() -> str:
    """Return the encoding of what the reader draws, `utf-8` or the locale's."""
    return codecs.lookup(getattr(drawing_stream(), "encoding", None) or "ascii").name


def shows_glyphs(charset: str) -> bool:
    """Return whether the terminal's encoding and font have the own glyphs."""
    return charset.startswith("utf") and not os.environ.get("TERM", "").startswith(_POOR_FONTS)
