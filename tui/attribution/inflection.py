"""The forms of a verb: `note` has `notes`, `noted` and `noting`."""

from collections.abc import Iterator

_VOWELS = "aeiou"
_HISSING = ("s", "x", "z", "ch", "sh")
_STRESSED = frozenset(
    {
        "quip",
        "concur",
        "aver",
        "extol",
        "admit",
        "commit",
        "permit",
        "refer",
        "prefer",
        "demur",
        "regret",
        "rebut",
        "forget",
        "begin",
    }
)
"""Verbs of two syllables that double their last letter."""


def inflect(verb: str, irregular: str = "") -> Iterator[tuple[str, str]]:
    """Yield the forms of an English verb as pairs of form and name.

    `irregular` is the past and, if it differs, the participle: `inflect("say", "said")`.
    """
    past, _, participle = irregular.partition(" ")
    past = past or _past(verb)
    yield verb, "base"
    yield _third_person(verb), "s"
    yield past, "past"
    yield f"{_stem(verb).removesuffix('e') if not verb.endswith('ee') else verb}ing", "ing"
    if participle:
        yield participle, "participle"


def _third_person(verb: str) -> str:
    if _ends_in_consonant_y(verb):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(_HISSING) else f"{verb}s"


def _past(verb: str) -> str:
    if _ends_in_consonant_y(verb):
        return f"{verb[:-1]}ied"
    return f"{verb}d" if verb.endswith("e") else f"{_stem(verb)}ed"


def _stem(verb: str) -> str:
    """Return the verb with its last letter doubled if its forms double it."""
    return f"{verb}{verb[-1]}" if verb in _STRESSED or _is_short(verb) else verb


def _is_short(verb: str) -> bool:
    """Return whether a verb is one syllable with one vowel and one consonant."""
    vowels = sum(letter in _VOWELS for letter in verb)
    return vowels == 1 and len(verb) > 2 and verb[-2] in _VOWELS and verb[-1] not in f"{_VOWELS}wxy"


def _ends_in_consonant_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2:-1] not in _VOWELS
