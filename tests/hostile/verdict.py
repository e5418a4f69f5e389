"""Find hostile sequences in the output of a program."""

from collections.abc import Collection, Iterator

from payloads import MARK, STOLEN
from sequences import forms, invisible, sequences, texts
from tour import Walk

PLAIN = frozenset({"control 0a", "control 0d"})
"""The control characters in a command's output: line ends."""


def faults(stream: str, allowed: Collection[str]) -> Iterator[str]:
    """Yield what a terminal would obey, except for the allowed forms."""
    for form in sorted(forms(stream) - set(allowed)):
        yield f"sent only for hostile text: {form}"
    for sequence in sequences(stream):
        if MARK in sequence or STOLEN in sequence:
            yield f"sent unchanged from a text: {sequence[:80]!r}"
    for character in sorted(invisible(texts(stream))):
        yield f"sent unchanged from a text: U+{ord(character):04X}"


def walk_faults(walk: Walk, allowed: Collection[str], screens: int) -> Iterator[str]:
    """Yield what went wrong while visiting all screens."""
    yield from faults(walk.stream, allowed)
    if walk.status or "Traceback" in walk.stream:
        yield f"ended with {walk.status}"
    if walk.screens != screens:
        yield f"only {walk.screens} of {screens} screens were visited"
