"""Visit every screen of the reader, in a real terminal."""

import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple, cast

import pyte
from payloads import Family
from terminal import Terminal

PATIENCE = 60.0
"""Seconds after which a screen counts as missing, long enough for a busy machine."""
QUIET = 0.15
"""Seconds without a byte after which the output is complete, longer than Escape waits for a second key."""
_MARKS = re.compile(rb"(?:\xcc\x81){4,}")


class Step(NamedTuple):
    """A screen: keys that open it, words on it, and keys that close it."""

    name: str
    keys: tuple[str, ...]
    seen: str
    """Words of the screen itself."""
    back: tuple[str, ...] = ("escape",)


READING = "? help"
SINGLE = "one account single"
STEPS = (
    Step("an annotation", ("]",), "Enter choose", ()),
    Step("a choice", ("enter",), "Open which?"),
    Step("the details", ("enter", "<Open which?", "enter"), "[ n note on it ]"),
    Step("the form", ("e", "<Edit which?", "enter"), "Tab next"),
    Step(
        "the form with suggestions",
        ("e", "<Edit which?", "enter", "<Tab next", "S", "<Tab next", "tab", "S"),
        "Tab next",
        ("escape", "<Close without saving?", "down", "<Discard what", "enter"),
    ),
    Step("the editor of a note", ("e", "<Edit which?", "end", "enter"), "Edit the note"),
    Step(
        "a new note",
        ("n", "<A note on this", "x"),
        "Tab tags",
        ("escape", "<Close without saving?", "down", "<Discard what", "enter"),
    ),
    Step("the help", ("?",), "↑ ↓ scroll"),
    Step("the export", ("E",), "Group by"),
    Step("the problems", ("!",), "everything else works"),
    Step("the palette", ("ctrl+p", "<Commands", "z", "o", "o"), "Show this account"),
    Step("the comparison", ("t",), "Proposition", ("q",)),
    Step("the people", ("p",), "what they say"),
    Step("a speaker's statements", ("p", "<what they say", "enter"), "Esc people", ("escape", "~Esc people", "escape")),
    Step("the agreement", ("C",), "Esc close"),
    Step("the records", ("N",), "everything", ("q",)),
    Step("speakers to choose", ("N", "<everything", "s"), "Who speaks?", ("escape", "~Who speaks?", "q")),
    Step("tags to choose", ("N", "<everything", "t"), "Which tag?", ("escape", "~Which tag?", "q")),
    Step("the review", ("r",), "u undo"),
    Step("the articles", ("o",), "open it too"),
    Step("what was left out", ("O",), "y copy"),
    Step("the search in all articles", ("ctrl+f", "<Search every article", "q", "u"), "Search every article"),
    Step("finding", ("/", "<pattern", "s"), "whole words"),
    Step("the search hits", ("/", "<pattern", "t", "a", "t", "enter"), "f next"),
    Step("copied text", ("]", "y"), "with its source", ()),
    Step("other colours", ("T",), "Colours:", ()),
    Step("the other account", ("tab",), READING, ()),
    Step(SINGLE, ("z", "~│"), READING, ("z",)),
    Step("the end of the text", ("G",), READING, ("g",)),
)


@dataclass
class Walk:
    """The result of visiting every screen."""

    stream: str
    """The whole output of the program."""
    status: int
    screens: int = 0
    """The number of visited screens."""
    slowest: tuple[float, str] = (0.0, "")
    """The longest wait for a key's effect in seconds, and its step."""
    single: str = ""
    """The screen with a single account."""


class NoScreen:
    """A terminal emulator that ignores its input."""

    def feed(self, sent: bytes) -> None: ...


class _Screen:
    """A terminal emulator without most combining marks, which take minutes."""

    def __init__(self, stream: pyte.ByteStream) -> None:
        self._stream = stream

    def feed(self, sent: bytes) -> None:
        self._stream.feed(_MARKS.sub(b"\xcc\x81", sent))


SIZES = ((1, 1), (0, 0), (500, 500), (3, 2))
"""Columns and rows that hardly any window has."""


def resize_screens(root: Path, home: Path, steps: Sequence[Step] = STEPS) -> list[str]:
    """Resize the terminal on each screen, and return what broke."""
    with Terminal(["-w", str(root)], home, environment=_at_home(home)) as terminal:
        terminal.wait_for(READING, PATIENCE)
        for step in steps:
            try:
                _go(terminal, step.keys, step.seen)
                _resize_and_restore(terminal)
                terminal.wait_for(step.seen if step.back else READING, PATIENCE)
                _leave(terminal, step)
            except AssertionError as error:
                return [f"{step.name}: {str(error)[:200]}"]
        terminal.press("q")
        status = terminal.wait_end(PATIENCE)
        return [f"ended with {status}"] if status else []


def _resize_and_restore(terminal: Terminal) -> None:
    emulator, terminal.stream = terminal.stream, cast("pyte.ByteStream", NoScreen())
    for columns, rows in SIZES:
        terminal.resize(columns, rows)
        _read_all(terminal)
    terminal.stream = emulator
    terminal.resize(120, 40)
    _read_all(terminal)


def _at_home(home: Path) -> dict[str, str]:
    return {name: str(home) for name in ("HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}


def walk(root: Path, home: Path, family: Family, *, size: tuple[int, int] = (120, 58)) -> Walk:
    """Visit every screen of a workspace, as an annotator with a hostile name."""
    name = f"Me {family.short}"
    with Terminal(["-w", str(root), "--annotator", name], home, size=size, environment=_at_home(home)) as terminal:
        terminal.stream = cast("pyte.ByteStream", _Screen(terminal.stream))
        terminal.wait_for(READING, PATIENCE)
        result = Walk("", 0)
        for step in STEPS:
            result.slowest = max(result.slowest, (_go(terminal, step.keys, step.seen), step.name))
            if step.name == SINGLE:
                _settle(terminal, lambda text: READING in text)
                result.single = terminal.text
            _leave(terminal, step)
            result.screens += 1
        terminal.press("q")
        result.status = terminal.wait_end(PATIENCE)
        result.stream = terminal.received.decode("utf-8", "surrogateescape")
        return result


def _go(terminal: Terminal, keys: tuple[str, ...], seen: str) -> float:
    """Press keys, and return the longest wait in seconds.

    `<words` waits until the screen shows words, and `~words` until it does not.
    """
    slowest = 0.0
    for key in (*keys, f"<{seen}" if seen else ""):
        started = time.monotonic()
        if key.startswith("<"):
            terminal.wait_for(key[1:], PATIENCE)
            # A message may cover the key bar for a moment.
            slowest = max(slowest, time.monotonic() - started if seen != READING else 0.0)
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
    *keys, last = step.back
    _go(terminal, tuple(keys), "")
    terminal.press(last)
    _settle(terminal, lambda text: step.seen in (READING, "") or (step.seen not in text and READING in text))


def _read_all(terminal: Terminal) -> None:
    while terminal.read(QUIET):
        pass


def _settle(terminal: Terminal, seen: Callable[[str], bool]) -> None:
    """Wait until a condition holds on a screen that is drawn completely."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        terminal.wait_for(seen, PATIENCE)
        _read_all(terminal)
        if seen(terminal.text):
            return
