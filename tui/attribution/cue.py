"""The words that may report a statement."""

from typing import NamedTuple

VERB, NOUN, ACCORDING = "verb", "noun", "according"


class Cue(NamedTuple):
    """The tokens from `first` to before `last` that may report a statement."""

    head: int
    first: int
    last: int
    verb: str
    form: str
    classes: tuple[str, ...]
    kind: str = VERB
    """`verb`, `noun`, `according`, or a kind of phrase in the lexicon."""
    tail: int = -1
    """The participle or particle of a verb that stands apart from it, else -1."""
    negated: bool = False
