"""Compare two versions of one record."""

from enum import Enum
from typing import NamedTuple

from tui.model import Annotation
from tui.session.name_list import join_names

FIELDS = ("kind", "speaker", "speaker_words", "via", "about", "cue", "hedge", "quote", "body", "tags")
"""The fields that a user can change."""
LABELS = {"body": "comment", "speaker_words": "as"}


class Resolution(Enum):
    """Which of two versions to save."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"
    """Theirs stays, and mine becomes a new record."""


class FieldDifference(NamedTuple):
    """A field's text in both versions, empty if a version lacks it."""

    label: str
    mine: str
    theirs: str


def differing_fields(mine: Annotation, theirs: Annotation) -> tuple[FieldDifference, ...]:
    """Return the fields that differ."""
    fields = (FieldDifference(LABELS.get(name, name), _text(mine, name), _text(theirs, name)) for name in FIELDS)
    return tuple(field for field in fields if field.mine != field.theirs)


def _text(annotation: Annotation, name: str) -> str:
    value = getattr(annotation, name)
    return join_names(value) if isinstance(value, tuple) else str(value)
