"""Copy to the system clipboard with an installed program."""

import codecs
import shutil
import subprocess

from tui.terminal.capabilities import is_in_browser

PROGRAMS = (
    ("wl-copy",),
    ("xclip", "-selection", "clipboard"),
    ("xsel", "--clipboard", "--input"),
    ("pbcopy",),
    ("clip.exe",),
)
"""Commands that read the new content from stdin, in the order they are tried."""


def copy_to_system(text: str) -> bool:
    """Copy text to the system clipboard, and return whether that worked.

    In a browser it does not: the clipboard of this machine is not that of the reader.
    """
    if is_in_browser():
        return False
    return any(_copy(program, text) for program in PROGRAMS if shutil.which(program[0]))


def installed_programs() -> tuple[str, ...]:
    """Return the names of the programs that are there."""
    return tuple(program[0] for program in PROGRAMS if shutil.which(program[0]))


def _copy(program: tuple[str, ...], text: str) -> bool:
    content, null = _encode(text, program[0]), subprocess.DEVNULL
    try:
        # The program is one of a fixed list, and the text is only its input.
        result = subprocess.run(program, input=content, timeout=2, check=False, stdout=null, stderr=null)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False
    return result.returncode == 0


def _encode(text: str, name: str) -> bytes:
    """Return the bytes that a program takes for text."""
    if name == "clip.exe":  # takes all else for the code page of the console
        return codecs.BOM_UTF16_LE + text.encode("utf-16-le", errors="replace")
    return text.encode(errors="replace")
