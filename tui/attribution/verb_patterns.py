"""The forms of a verb that a language's file lists."""

from collections.abc import Mapping
from typing import NamedTuple

GAP = "…"
"""Stands in a form for the words between a verb and its particle."""
FINITE, PARTICIPLE = "past", "participle"


class VerbPattern(NamedTuple):
    """A form of a verb: its words, and the particle that may follow later."""

    verb: str
    words: tuple[str, ...]
    tail: str
    form: str
    classes: tuple[str, ...]


def verb_patterns(
    forms: Mapping[str, str], classes: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[VerbPattern, ...]]:
    """Return the forms of all verbs by their first word, the longest first.

    `einräumen = "räumt … ein, räumte … ein | eingeräumt"` has two finite forms and a participle. A verb whose forms
    are not listed has one, itself. A participle goes before a finite form of the same length.
    """
    found: dict[str, list[VerbPattern]] = {}
    for verb, names in classes.items():
        finite, _, participles = forms.get(verb, verb).partition("|")
        for written, form in ((finite, FINITE), (participles, PARTICIPLE)):
            for pattern in _patterns(verb, written, form, names):
                found.setdefault(pattern.words[0], []).append(pattern)
    return {first: tuple(sorted(items, key=_length, reverse=True)) for first, items in found.items()}


def _patterns(verb: str, written: str, form: str, classes: tuple[str, ...]) -> list[VerbPattern]:
    parts = (item.partition(GAP) for item in written.split(","))
    return [
        VerbPattern(verb, tuple(words.split()), tail.strip(), form, classes)
        for words, _, tail in parts
        if words.strip()
    ]


def _length(pattern: VerbPattern) -> int:
    return 2 * (len(pattern.words) + bool(pattern.tail)) + (pattern.form == PARTICIPLE)
