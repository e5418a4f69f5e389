"""The system's own clipboard, where a program for it is installed; OSC 52 is Textual's."""

import shutil
import subprocess

PROGRAMS = (
    ("wl-copy",),
    ("xclip", "-selection", "clipboard"),
    ("xsel", "--clipboard", "--input"),
    ("pbcopy",),
    ("clip.exe",),
)
"""Commands that take a clipboard's new content on standard input, the likeliest first."""


def copy_to_system(text: str) -> bool:
    """Put `text` on the system's clipboard; return whether a program took it."""
    return any(_gave(program, text) for program in PROGRAMS if shutil.which(program[0]))


def _gave(program: tuple[str, ...], text: str) -> bool:
    try:
        # The programs are a fixed list, and the text goes in as data.
        done = subprocess.run(  # noqa: S603
            program,
            input=text.encode(errors="replace"),
            timeout=2,
            check=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
