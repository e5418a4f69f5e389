"""A terminal that is made very small or very large, and a program that is stopped and gone on with."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hostile_workspace import build
from payloads import FAMILIES
from proof import Figure
from terminal import ALTERNATE_SCREEN, CURSOR, MOUSE, PROGRAM, Terminal
from tour import PATIENCE, READING, SIZES, STEPS, Step, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

POINT = 4
SHELL = shutil.which("bash")
STOPS = 3
PROMPT = "ready>"


def prove(long: bool) -> Iterator[Figure]:
    """Give a figure for each."""
    del long
    yield resized(STEPS)
    yield stopped(STOPS)


def resized(steps: Sequence[Step]) -> Figure:
    """Make the terminal of some screens 1×1, 0×0, 500×500 and as it was."""
    with tempfile.TemporaryDirectory() as folder:
        root, home = Path(folder, "w"), Path(folder, "home")
        build(root, FAMILIES["seven-bit"].harmless)
        home.mkdir()
        broken = tuple(squeeze(root, home, steps))
    return Figure("screens made 1×1, 0×0, 500×500 and back", len(steps) * len(SIZES), len(broken), broken)


def stopped(times: int) -> Figure:
    """Stop the program with Ctrl+Z and go on with `fg`, in a shell."""
    name = "stopped by Ctrl+Z, and gone on with by fg"
    if SHELL is None:
        return Figure(name, 0, skipped="there is no bash")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "w")
        build(root, FAMILIES["seven-bit"].harmless)
        try:
            _stop_and_go_on(SHELL, root, times)
        except AssertionError as error:
            return Figure(name, times, 1, (str(error)[:300],))
    return Figure(name, times)


def _stop_and_go_on(shell: str, root: Path, times: int) -> None:
    environment = {"HOME": str(root), "PS1": PROMPT, "ROOT": str(root), "PYTHONPATH": os.pathsep.join(_path())}
    program = (shell, "--norc", "--noprofile", "-i")
    with Terminal((), root, program=program, environment=environment) as terminal:
        terminal.wait_for(PROMPT)
        terminal.press(f"{' '.join(PROGRAM)} -w $ROOT", "enter")
        terminal.wait_for(READING, PATIENCE)
        for number in range(times):
            terminal.press("ctrl+z")
            terminal.wait_for("Stopped", PATIENCE)
            assert not any(map(terminal.mode, (ALTERNATE_SCREEN, *MOUSE))), "the shell has the program's screen"
            assert terminal.mode(CURSOR), "the shell has no cursor"
            terminal.press(f"echo $((41 + {number}))", "enter")
            terminal.wait_for(f"\n{41 + number}")
            terminal.press("fg", "enter")
            terminal.wait_for(lambda text: terminal.mode(ALTERNATE_SCREEN) and READING in text, PATIENCE)
            terminal.press("?")
            terminal.wait_for("↑ ↓ scroll", PATIENCE)
            terminal.press("escape")
            terminal.wait_gone("↑ ↓ scroll", PATIENCE)
        terminal.press("q")
        terminal.wait_for(lambda _: not terminal.mode(ALTERNATE_SCREEN), PATIENCE)
        terminal.press("echo status $?", "enter")
        terminal.wait_for("status 0", PATIENCE)
        terminal.press("exit", "enter")
        terminal.wait_end(PATIENCE)


def _path() -> Iterator[str]:
    yield str(Path(__file__).parents[2])
    yield from filter(None, [os.environ.get("PYTHONPATH")])
