"""Prove that hostile text on any screen is shown, and never obeyed."""

import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from hostile_workspace import build
from outputs import commands, run
from payloads import FAMILIES, Family
from proof import Figure
from sequences import forms
from tour import STEPS, Walk, walk
from verdict import walk_faults

POINT = 5
SPOKEN = ("seven-bit", "eight-bit", "unseen", "markup")
"""The families with text that fits on a command line."""
REFERENCE = "seven-bit"


def prove(long: bool) -> Iterator[Figure]:
    """Yield the figures of each family, for the screens and the commands."""
    del long
    for family in FAMILIES.values():
        yield through_screens(family)
    for name in SPOKEN:
        yield through_commands(FAMILIES[name])


def through_screens(family: Family) -> Figure:
    """Show a family's text on every screen."""
    visit = walked(family)
    broken = tuple(walk_faults(visit, harmless_forms(), len(STEPS)))
    seconds, step = visit.slowest
    measure = f"the longest wait: {seconds:.1f} s, {step}"
    return Figure(f"{family.name} text, screen by screen", len(STEPS), min(len(broken), len(STEPS)), (*broken, measure))


def through_commands(family: Family) -> Figure:
    """Run every command on a workspace with a family's text."""
    with tempfile.TemporaryDirectory() as folder:
        root, home = Path(folder, "w"), Path(folder, "home")
        build(root, family)
        home.mkdir()
        runs = [tuple(run(arguments, home)) for arguments in commands(root, family)]
    broken = [faults for faults in runs if faults]
    return Figure(f"{family.name} text, command by command", len(runs), len(broken), sum(broken, ()))


@cache
def harmless_forms() -> frozenset[str]:
    """Return the forms of the control sequences sent for harmless text."""
    return forms(walked(FAMILIES[REFERENCE].harmless).stream)


@cache
def walked(family: Family) -> Walk:
    """Return the walk through every screen with a family's text, once."""
    with tempfile.TemporaryDirectory() as folder:
        root, home = Path(folder, "w"), Path(folder, "home")
        build(root, family)
        home.mkdir()
        return walk(root, home, family)
