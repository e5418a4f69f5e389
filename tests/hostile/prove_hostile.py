"""Hostile text through every screen and every command: nothing of it reaches the terminal but as something to see."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from hostile_workspace import build
from outputs import commands, run
from payloads import FAMILIES, Family
from proof import Figure
from sequences import forms
from tour import STEPS, Walk, walk
from verdict import wrongs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

POINT = 5
SPOKEN = ("seven-bit", "eight-bit", "unseen", "markup")
"""The families whose text fits on a command line."""
REFERENCE = "seven-bit"


def prove(long: bool) -> Iterator[Figure]:
    """Give a figure for each family of hostile text, and one for the commands."""
    del long
    for family in FAMILIES.values():
        yield through_screens(family)
    for name in SPOKEN:
        yield through_commands(FAMILIES[name])


def through_screens(family: Family) -> Figure:
    """Go through every screen with a family's text in every place."""
    seen = walked(family)
    wrong = tuple(wrongs_of(seen, harmless_forms(), len(STEPS)))
    seconds, step = seen.slowest
    measure = f"the longest wait: {seconds:.1f} s, {step}"
    return Figure(f"{family.name} text, screen by screen", len(STEPS), min(len(wrong), len(STEPS)), (*wrong, measure))


def through_commands(family: Family) -> Figure:
    """Run every command on a workspace with a family's text in every place."""
    with tempfile.TemporaryDirectory() as folder:
        root, home = Path(folder, "w"), Path(folder, "home")
        build(root, family)
        home.mkdir()
        wrong = [tuple(run(arguments, home)) for arguments in commands(root, family)]
    lost = [each for each in wrong if each]
    return Figure(f"{family.name} text, command by command", len(wrong), len(lost), sum(lost, ()))


@cache
def harmless_forms() -> frozenset[str]:
    """Return the control sequences that the program sends for harmless text."""
    return forms(walked(FAMILIES[REFERENCE].harmless).stream)


@cache
def walked(family: Family) -> Walk:
    """Go through every screen of a workspace with a family's text in every place, once."""
    with tempfile.TemporaryDirectory() as folder:
        root, home = Path(folder, "w"), Path(folder, "home")
        build(root, family)
        home.mkdir()
        return walk(root, home, family)
