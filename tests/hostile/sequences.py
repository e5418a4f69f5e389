"""What a stream of bytes tells a terminal to do, apart from showing text."""

from __future__ import annotations

import re
import unicodedata

_SEQUENCE = re.compile(
    r"\x1b\[(?P<params>[0-?]*)(?P<between>[ -/]*)(?P<final>[@-~])"
    r"|\x1b(?P<string>[]PX^_])(?P<body>.*?)(?:\x07|\x1b\\)"
    r"|\x1b(?P<escape>[ -/]*[0-~])"
    r"|(?P<lone>[\x00-\x1f\x7f-\x9f])",
    re.DOTALL,
)
_FREE = re.compile(r"[\d;]*\Z")
_ANYWHERE = frozenset("mHXCDAB")
"""Colours, places and counts, whose numbers differ from one text to another."""
_STEERING = frozenset("\u061c\u200e\u200f\u2028\u2029\u3164\ufeff\u200b\u2060\u00ad\u180e")


def forms(stream: str) -> frozenset[str]:
    """Return what kinds of control sequences a stream holds: without the numbers that colours and places have."""
    return frozenset(map(_form, _SEQUENCE.finditer(stream)))


def sequences(stream: str) -> list[str]:
    """Return every control sequence of a stream, whole."""
    return [found[0] for found in _SEQUENCE.finditer(stream)]


def texts(stream: str) -> str:
    """Return what a stream shows: all that is no control sequence."""
    return _SEQUENCE.sub("", stream)


def unseen(shown: str) -> frozenset[str]:
    """Return the characters of a text that no terminal shows in a cell: controls, directions, invisible ones."""
    return frozenset(
        each
        for each in set(shown)
        if each in _STEERING
        or unicodedata.category(each) in {"Cc", "Cs", "Zl", "Zp"}
        or (unicodedata.category(each) == "Cf" and each not in "\u200c\u200d")
    )


def _form(found: re.Match[str]) -> str:
    if found["final"]:
        numbers = "n" if found["final"] in _ANYWHERE and _FREE.match(found["params"]) else found["params"]
        return f"CSI {numbers}{found['between']}{found['final']}"
    if found["string"]:
        # A payload's beginning says what is done: `52;c` is the clipboard.
        return f"string {found['string']}{found['body'].partition(';')[0]}"
    return f"ESC {found['escape']}" if found["escape"] else f"control {ord(found['lone']):02x}"
