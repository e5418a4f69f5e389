"""Where two versions of one record differ: pure."""

from enum import Enum
from typing import NamedTuple

from tui.model import Annotation
from tui.session.name_list import join_names

FIELDS = ("kind", "speaker", "about", "cue", "quote", "body", "tags")
"""Those that a dialogue can change, and the quote."""
LABELS = {"body": "comment"}


class Resolution(Enum):
    """What to do with two versions of one record."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"
    """Theirs stays, and mine becomes a record of its own."""


class FieldDifference(NamedTuple):
    """A field in both versions; an empty string where one has none."""

    label: str
    mine: str
    theirs: str


def differing_fields(mine: Annotation, theirs: Annotation) -> tuple[FieldDifference, ...]:
    """Return the fields that the two versions do not share."""
    pairs = ((LABELS.get(name, name), _words(mine, name), _words(theirs, name)) for name in FIELDS)
    return tuple(FieldDifference(label, one, other) for label, one, other in pairs if one != other)


def _words(annotation: Annotation, name: str) -> str:
    value = getattr(annotation, name)
    return join_names(value) if isinstance(value, tuple) else str(value)
