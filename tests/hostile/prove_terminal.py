"""Prove that the program survives any terminal size, and Ctrl+Z."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from hostile_workspace import build
from payloads import FAMILIES
from proof import Figure
from terminal import ALTERNATE_SCREEN, CURSOR, MOUSE, PROGRAM, Terminal
from tour import PATIENCE, READING, SIZES, STEPS, Step, resize_screens

POINT = 4
SHELL = shutil.which("bash")
STOPS = 3
PROMPT = "ready>"


def prove(long: bool) -> Iterator[Figure]:
    """Yield the figures of resizing and of stopping."""
    del long
    yield resized(STEPS)
    yield stopped(STOPS)


def resized(steps: Sequence[Step]) -> Figure:
    """Resize the terminal to extremes and back, on these screens."""
    with tempfile.TemporaryDirectory() as folder:
        root, home = Path(folder, "w"), Path(folder, "home")
        build(root, FAMILIES["seven-bit"].harmless)
        home.mkdir()
        broken = tuple(resize_screens(root, home, steps))
    return Figure("screens made 1×1, 0×0, 500×500 and back", len(steps) * len(SIZES), len(broken), broken)


def stopped(times: int) -> Figure:
    """Stop the program with Ctrl+Z and continue it with `fg`, in a shell."""
    name = "stopped by Ctrl+Z and continued by fg"
    if SHELL is None:
        return Figure(name, 0, skipped="bash is not installed")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "w")
        build(root, FAMILIES["seven-bit"].harmless)
        try:
            _stop_and_continue(SHELL, root, times)
        except AssertionError as error:
            return Figure(name, times, 1, (str(error)[:300],))
    return Figure(name, times)


def _stop_and_continue(shell: str, root: Path, times: int) -> None:
    environment = {"HOME": str(root), "PS1": PROMPT, "ROOT": str(root), "PYTHONPATH": os.pathsep.join(_path())}
    program = (shell, "--norc", "--noprofile", "-i")
    with Terminal((), root, program=program, environment=environment) as terminal:
        terminal.wait_for(PROMPT)
        terminal.press(f"{' '.join(PROGRAM)} -w $ROOT", "enter")
        terminal.wait_for(READING, PATIENCE)
        for number in range(times):
            terminal.press("ctrl+z")
            terminal.wait_for("Stopped", PATIENCE)
            assert not any(map(terminal.mode, (ALTERNATE_SCREEN, *MOUSE))), (
                "the shell got the alternate screen or the mouse"
            )
            assert terminal.mode(CURSOR), "the shell got no cursor"
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
