"""A walk through every screen of the reader, in a real terminal."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

from terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    import pyte
    from payloads import Family

PATIENCE = 60.0
"""Seconds to wait for a screen; a test that passes on an idle machine never waits so long."""
QUIET = 0.15
"""Seconds without a word from the program after which it has said all; longer than what Escape waits for a letter."""
_MARKS = re.compile(rb"(?:\xcc\x81){4,}")


class Step(NamedTuple):
    """A screen: how one gets there, what shows that one is there, and how one leaves."""

    name: str
    keys: tuple[str, ...]
    seen: str
    """Words of the program's own."""
    back: tuple[str, ...] = ("escape",)


READING = "? help"
ALONE = "one account alone"
STEPS = (
    Step("an annotation", ("]",), "Enter choose", ()),
    Step("a choice", ("enter",), "Open which?"),
    Step("the details", ("enter", "<Open which?", "enter"), "n note on it   Esc close"),
    Step("the form", ("e", "<Edit which?", "enter"), "Tab next field"),
    Step(
        "the form with offers",
        ("e", "<Edit which?", "enter", "<Tab next field", "S", "<Tab next field", "tab", "S"),
        "Tab next field",
        ("escape", "<Close without saving?", "down", "<Discard what", "enter"),
    ),
    Step("the editor of a note", ("e", "<Edit which?", "end", "enter"), "Edit the note"),
    Step(
        "a new note",
        ("n", "<Note on which?", "enter", "<A note on this", "x"),
        "Tab tags",
        ("escape", "<Close without saving?", "down", "<Discard what", "enter"),
    ),
    Step("the help", ("?",), "↑ ↓ scroll"),
    Step("the export", ("E",), "Export as Markdown"),
    Step("the problems", ("!",), "everything else works"),
    Step("the palette", ("ctrl+p", "<Search for commands", "z", "o", "o"), "Show this account"),
    Step("the comparison", ("t",), "Status", ("q",)),
    Step("the people", ("p",), "what they say"),
    Step("one's words", ("p", "<what they say", "enter"), "Esc people", ("escape", "~Esc people", "escape")),
    Step("the records", ("N",), "everything", ("q",)),
    Step("speakers to choose", ("N", "<everything", "s"), "Who speaks?", ("escape", "~Who speaks?", "q")),
    Step("tags to choose", ("N", "<everything", "t"), "Which tag?", ("escape", "~Which tag?", "q")),
    Step("the review", ("r",), "u undo"),
    Step("the articles", ("o",), "open it too"),
    Step("the search in all articles", ("ctrl+f", "<Search every article", "q", "u"), "Search every article"),
    Step("finding", ("/", "<pattern", "s"), "whole words"),
    Step("what was found", ("/", "<pattern", "t", "a", "t", "enter"), "f next"),
    Step("what is copied", ("]", "y"), "Copied with its source", ()),
    Step("other colours", ("T",), "Colours:", ()),
    Step("the other account", ("tab",), READING, ()),
    Step(ALONE, ("z",), READING, ("z",)),
    Step("the end of the text", ("G",), READING, ("g",)),
)


@dataclass
class Walk:
    """What a walk through the screens came to."""

    stream: str
    """All that the program sent."""
    status: int
    screens: int = 0
    """How many screens were seen."""
    slowest: tuple[float, str] = (0.0, "")
    """Seconds from a key to what it brings, and the step."""
    alone: str = ""
    """The screen with one account alone."""


class Unseen:
    """A screen that nobody looks at."""

    def feed(self, sent: bytes) -> None:
        """Let it pass."""


class _Screen:
    """Feeds a terminal emulator, which takes minutes for marks by the thousand, with a few of them."""

    def __init__(self, stream: pyte.ByteStream) -> None:
        self._stream = stream

    def feed(self, sent: bytes) -> None:
        self._stream.feed(_MARKS.sub(b"\xcc\x81", sent))


SIZES = ((1, 1), (0, 0), (500, 500), (3, 2))
"""Columns and rows that no window has, or hardly any."""


def squeeze(root: Path, home: Path, steps: Sequence[Step] = STEPS) -> list[str]:
    """Make every screen's terminal very small, very large and as it was; return what did not stand it."""
    with Terminal(["-w", str(root)], home, environment=_at_home(home)) as terminal:
        terminal.wait_for(READING, PATIENCE)
        for step in steps:
            try:
                _go(terminal, step.keys, step.seen)
                _resize_to_and_fro(terminal)
                terminal.wait_for(step.seen if step.back else READING, PATIENCE)
                _leave(terminal, step)
            except AssertionError as error:
                return [f"{step.name}: {str(error)[:200]}"]
        terminal.press("q")
        status = terminal.wait_end(PATIENCE)
        return [f"ended with {status}"] if status else []


def _resize_to_and_fro(terminal: Terminal) -> None:
    emulator, terminal.stream = terminal.stream, cast("pyte.ByteStream", Unseen())
    for columns, rows in SIZES:
        terminal.resize(columns, rows)
        _quieten(terminal)
    terminal.stream = emulator
    terminal.resize(120, 40)
    _quieten(terminal)


def _at_home(home: Path) -> dict[str, str]:
    return {name: str(home) for name in ("HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}


def walk(root: Path, home: Path, family: Family, *, size: tuple[int, int] = (120, 40)) -> Walk:
    """Open a workspace as somebody whose name is hostile too, and go through every screen."""
    name = f"Me {family.short}"
    with Terminal(["-w", str(root), "--annotator", name], home, size=size, environment=_at_home(home)) as terminal:
        terminal.stream = cast("pyte.ByteStream", _Screen(terminal.stream))
        terminal.wait_for(READING, PATIENCE)
        result = Walk("", 0)
        for step in STEPS:
            result.slowest = max(result.slowest, (_go(terminal, step.keys, step.seen), step.name))
            if step.name == ALONE:
                _settle(terminal, lambda text: READING in text)
                result.alone = terminal.text
            _leave(terminal, step)
            result.screens += 1
        terminal.press("q")
        result.status = terminal.wait_end(PATIENCE)
        result.stream = terminal.received.decode("utf-8", "surrogateescape")
        return result


def _go(terminal: Terminal, keys: tuple[str, ...], seen: str) -> float:
    """Press keys; `<words` waits until they are seen, `~words` until they are gone. Return the longest wait."""
    slowest = 0.0
    for key in (*keys, f"<{seen}" if seen else ""):
        begun = time.monotonic()
        if key.startswith("<"):
            terminal.wait_for(key[1:], PATIENCE)
            # A message hides the words of the last line for a moment.
            slowest = max(slowest, time.monotonic() - begun if seen != READING else 0.0)
        elif key.startswith("~"):
            _settle(terminal, partial(_is_gone, key[1:]))
        elif key:
            terminal.press(key)
    return slowest


def _is_gone(words: str, text: str) -> bool:
    return words not in text


def _leave(terminal: Terminal, step: Step) -> None:
    if not step.back:
        return
    *ways, last = step.back
    _go(terminal, tuple(ways), "")
    terminal.press(last)
    _settle(terminal, lambda text: step.seen in (READING, "") or (step.seen not in text and READING in text))


def _quieten(terminal: Terminal) -> None:
    while terminal.read(QUIET):
        pass


def _settle(terminal: Terminal, seen: Callable[[str], bool]) -> None:
    """Wait for what shall be seen to be seen, and to stay: a screen is drawn in several goes."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        terminal.wait_for(seen, PATIENCE)
        _quieten(terminal)
        if seen(terminal.text):
            return
