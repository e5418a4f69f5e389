"""Copy to the system clipboard with an installed program."""

import shutil
import subprocess

PROGRAMS = (
    ("wl-copy",),
    ("xclip", "-selection", "clipboard"),
    ("xsel", "--clipboard", "--input"),
    ("pbcopy",),
    ("clip.exe",),
)
"""Commands that read the new content from stdin, in the order they are tried."""


def copy_to_system(text: str) -> bool:
    """Copy text to the system clipboard, and return whether that worked."""
    return any(_copy(program, text) for program in PROGRAMS if shutil.which(program[0]))


def _copy(program: tuple[str, ...], text: str) -> bool:
    content, null = text.encode(errors="replace"), subprocess.DEVNULL
    try:
        # The program is one of a fixed list, and the text is only its input.
        result = subprocess.run(program, input=content, timeout=2, check=False, stdout=null, stderr=null)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False
    return result.returncode == 0
