"""Refuse to change records that blind mode hides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.errors import UsageError
from tui.formats.phrasing import count_noun
from tui.model import RecordRef
from tui.storage.workspace.blind_records import is_same_annotator, reader_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model import Annotation, Record
    from tui.session.session import Session


def require_shown(session: Session, records: Sequence[Record]) -> None:
    """Raise UsageError if blind mode hides one of the records to be changed.

    It may have begun after they were chosen.
    """
    hidden = sum(not session.shows(record.annotation.annotator) for record in records)
    if hidden:
        of_all = f" of {len(records):,}" if len(records) > 1 else ""
        raise UsageError(f"blind mode has begun and hides {count_noun(hidden, 'record')}{of_all}")


def hides_edited(session: Session, annotation: Annotation) -> bool:
    """Return whether blind mode hides an annotation that is edited."""
    return session.codebook.blind and is_of_others(session, annotation)


def is_of_others(session: Session, annotation: Annotation) -> bool:
    """Return whether an annotation that is edited is hidden in blind mode.

    A new one, which nobody has signed yet, is hidden if it settles others.
    """
    is_new = not (annotation.id or annotation.annotator)
    if not is_new and not is_same_annotator(annotation.annotator, reader_name(session.workspace), session.codebook):
        return True
    return bool(annotation.resolves)


def hides_subject(session: Session, note: Annotation) -> bool:
    """Return whether blind mode hides what a note is on."""
    return session.codebook.blind and bool(note.on) and session.find(RecordRef(note.article, note.on)) is None
