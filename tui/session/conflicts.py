"""Compare two versions of one record."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from tui.session.name_list import join_names
from tui.storage.records.record_copies import record_copies

if TYPE_CHECKING:
    from tui.model import Annotation, Placed, Record
    from tui.session.session import Session

FIELDS = ("kind", "speaker", "speaker_words", "via", "about", "cue", "hedge", "quote", "body", "tags")
"""The fields that a user can change."""
LABELS = {"body": "comment", "speaker_words": "as"}


class Resolution(Enum):
    """Which of two versions to save."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"
    """Theirs stays, and mine becomes a new record."""


def open_record_copies(session: Session) -> tuple[tuple[Placed, Record], ...]:
    """Return the open records with their copies by a sync program."""
    by_record = {id(placed.record): placed for account in session.accounts for placed in account.placed}
    pairs = record_copies(placed.record for placed in by_record.values())
    return tuple((by_record[id(record)], copy) for record, copy in pairs if session.shows(copy.annotation.annotator))


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
