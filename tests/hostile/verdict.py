"""What is wrong with a stream that a program has sent for hostile text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from payloads import MARK, STOLEN
from sequences import forms, sequences, texts, unseen

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from tour import Walk

PLAIN = frozenset({"control 0a", "control 0d"})
"""What a command sends beside text: the ends of its lines."""


def wrongs(stream: str, allowed: Collection[str]) -> Iterator[str]:
    """Yield what in a stream a terminal would obey, beyond the forms that the program sends for harmless text."""
    for form in sorted(forms(stream) - set(allowed)):
        yield f"sent for hostile text alone: {form}"
    for sequence in sequences(stream):
        if MARK in sequence or STOLEN in sequence:
            yield f"came through from a text: {sequence[:80]!r}"
    for character in sorted(unseen(texts(stream))):
        yield f"came through from a text: U+{ord(character):04X}"


def wrongs_of(walk: Walk, allowed: Collection[str], screens: int) -> Iterator[str]:
    """Yield what was wrong on a walk through all screens."""
    yield from wrongs(walk.stream, allowed)
    if walk.status or "Traceback" in walk.stream:
        yield f"ended with {walk.status}"
    if walk.screens != screens:
        yield f"only {walk.screens} of {screens} screens were seen"
