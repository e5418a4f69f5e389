"""Seeded random keys, words, mouse, pastes, resizes and odd bytes."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True)
class Event:
    """Bytes that are sent in one write, or a new size of the terminal."""

    sent: bytes = b""
    size: tuple[int, int] | None = None
    """Columns and lines."""
    may_quit: bool = False
    """Whether it holds a key that may quit, or open the palette, which can."""


QUITTING = ("q", "ctrl+c", "ctrl+q", "ctrl+p")
PLAIN_KEYS = tuple("hjklwbgG{}[]vcdanexuyiETtpbNr!/fFosSzV=123?X RmOI+-CWJHSAQDMU#L0")
CONTROL_KEYS = ("ctrl+r", "ctrl+u", "ctrl+d", "ctrl+f", "ctrl+s", "ctrl+e", "ctrl+a", "ctrl+k", "ctrl+w", "ctrl+o")
OPENERS = ("ctrl+p", "ctrl+f", "ctrl+o", *"EoncCx/tpN?bHWAeM", "enter")
"""Keys that open a dialog or a page."""
FORM_KEYS = ("tab", "shift+tab", "enter", "escape", "up", "down", "left", "right", "backspace", "space")
FUNCTION_KEYS = ("\x1bOP", "\x1b[15~", "\x1b[1;2D", "\x1b[1;5C", "\x1b[1;3A", "\x1b[3~", "\x1b[27;2;13~")
WORDS = (
    "the cease-fire",
    "Lavrov",
    "said",
    "agreed (on",
    "[bold]",
    "a\\b",
    "café ",
    "Çavuşoğlu",
    "中文",
    "e\u0301",
    "🇹🇷",
)
SIZES = ((80, 24), (120, 40), (200, 50), (40, 10), (20, 5), (7, 3), (1, 1), (300, 90))
ODD_BYTES = (
    b"\xe9 ",
    b"\xff",
    b"\xf0\x9f",
    b"\xed\xa0\x80",
    b"\x80\x80",
    b"\x1b[M !!",
    b"\x1b[M\xff\xff\xff",
    b"\x1b[1114112u",
    b"\x1b[99;1:3u",
    b"\x1b[55296u",
    b"\x1b[97;5u",
    b"\x1b[<0;9999;9999M",
    b"\x1b[<0;0;0m",
    b"\x1b[<999;5;5M",
    b"\x1b[200~\x1b[201~",
    b"\x1b[?2026;2$y",
    b"\x1b[?61;4c",
    b"\x1b]11;rgb:0000/0000/0000\x1b\\",
    b"\x1b[",
    b"\x1bO",
    b"\x00",
    b"\x7f\x7f",
    b"\x1b[999999999999999999999A",
    b"\x1b[1;1;1;1;1R",
)
"""Not UTF-8, half characters, impossible numbers, old mouse reports, answers to questions that nobody asked."""
MAX_BURST = 6
PASTE_LIMIT = 2000


def random_events(seed: int, count: int) -> list[Event]:
    """Return `count` events, always the same for a seed."""
    chance = random.Random(seed)
    makers, weights = zip(*_MAKERS, strict=True)
    return [chance.choices(makers, weights)[0](chance) for _ in range(count)]


def _keys(keys: Sequence[str]) -> Event:
    sent = "".join(Terminal.sent(key) for key in keys)
    return Event(sent.encode(), may_quit=any(key in QUITTING for key in keys))


def _one_key(chance: random.Random) -> Event:
    return _keys([_any_key(chance)])


def _burst(chance: random.Random) -> Event:
    return _keys([_any_key(chance) for _ in range(chance.randint(2, MAX_BURST))])


def _answer_twice(chance: random.Random) -> Event:
    """Return a key that opens a dialog, and answers, in one write."""
    opener = chance.choice(OPENERS)
    return _keys([opener, *chance.choices(("enter", "escape", "q", "ctrl+s", "down", "space"), k=chance.randint(1, 3))])


def _any_key(chance: random.Random) -> str:
    groups = (PLAIN_KEYS, CONTROL_KEYS, FORM_KEYS, FUNCTION_KEYS, QUITTING)
    group = chance.choices(groups, (50, 8, 30, 4, 0.7))[0]
    return chance.choice(group)


def _typing(chance: random.Random) -> Event:
    return Event(chance.choice(WORDS).encode())


def _paste(chance: random.Random) -> Event:
    text = " ".join(chance.choices((*WORDS, "\n", "\r\n", "\t", "\x1b[31m", "\x07"), k=chance.randint(1, 12)))
    return Event(b"\x1b[200~" + text[:PASTE_LIMIT].encode() + b"\x1b[201~")


def _mouse_report(button: int, x: int, y: int, last: str = "M") -> bytes:
    return f"\x1b[<{button};{x};{y}{last}".encode()


def _cell(chance: random.Random) -> tuple[int, int]:
    return chance.randint(1, 130), chance.randint(1, 45)


def _click(chance: random.Random) -> Event:
    x, y = _cell(chance)
    once = _mouse_report(0, x, y) + _mouse_report(0, x, y, "m")
    return Event(once * chance.choice((1, 1, 2, 2, 3)))


def _drag(chance: random.Random) -> Event:
    start, end = _cell(chance), _cell(chance)
    return Event(_mouse_report(0, *start) + _mouse_report(32, *end) + _mouse_report(0, *end, "m"))


def _wheel(chance: random.Random) -> Event:
    return Event(_mouse_report(chance.choice((64, 65)), *_cell(chance)) * chance.randint(1, 8))


def _resize(chance: random.Random) -> Event:
    return Event(size=chance.choice(SIZES))


def _focus(chance: random.Random) -> Event:
    return Event(chance.choice((b"\x1b[O", b"\x1b[I", b"\x1b[O\x1b[I")))


def _odd_bytes(chance: random.Random) -> Event:
    return Event(chance.choice(ODD_BYTES))


_MAKERS: tuple[tuple[Callable[[random.Random], Event], float], ...] = (
    (_one_key, 50),
    (_burst, 8),
    (_answer_twice, 4),
    (_typing, 8),
    (_paste, 2),
    (_click, 12),
    (_drag, 3),
    (_wheel, 4),
    (_resize, 3),
    (_focus, 2),
    (_odd_bytes, 3),
)
