"""Changes of several records at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from tui.formats.phrasing import count_noun
from tui.model.columns import without_collecting
from tui.session.name_list import parse_names
from tui.session.shown_records import require_shown
from tui.storage.records.edit_plan import plan_deletion, plan_edits

if TYPE_CHECKING:
    from tui.model import Annotation, Collation, Record, RecordRef
    from tui.session.session import Session

REMOVAL = "-"
"""What begins a tag that is to be removed."""

RecordEdit: TypeAlias = "tuple[Record, Annotation]"
"""A record, and its new form."""


def chosen_records(collation: Collation, refs: Collection[RecordRef]) -> tuple[Record, ...]:
    """Return the chosen records in reading order, notes on propositions last."""
    placed = (placed.record for account in collation.articles_once for placed in account.placed)
    return tuple(record for record in (*placed, *collation.notes) if record.annotation.ref in refs)


def with_notes(collation: Collation, records: Sequence[Record]) -> tuple[Record, ...]:
    """Return records after the notes on them, in the order to delete them."""
    accounts = {account.article.id: account for account in collation.articles_once}
    notes = [
        note.record
        for record in records
        if record.annotation.article in accounts
        for note in accounts[record.annotation.article].notes_on(record.annotation.id)
    ]
    by_ref = {record.annotation.ref: record for record in (*notes, *records)}
    return tuple(sorted(by_ref.values(), key=lambda record: not record.annotation.on))


def tag_edits(records: Sequence[Record], typed: str) -> list[RecordEdit]:
    """Return the edits that add the typed tags, and remove those after a `-`."""
    names = parse_names(typed, ())
    added = [name for name in names if not name.startswith(REMOVAL)]
    removed = {name.removeprefix(REMOVAL).strip() for name in names if name.startswith(REMOVAL)}

    def tagged(annotation: Annotation) -> Annotation:
        tags = dict.fromkeys((*annotation.tags, *added))
        return replace(annotation, tags=tuple(tag for tag in tags if tag not in removed))

    return _edits(records, tagged)


def kind_edits(records: Sequence[Record], kind: str) -> list[RecordEdit]:
    """Return the edits that set the kind of what has a quote."""
    return _edits(records, lambda annotation: replace(annotation, kind=kind) if _has_quote(annotation) else annotation)


def about_edits(records: Sequence[Record], slug: str) -> list[RecordEdit]:
    """Return the edits that set the proposition of what has a quote."""
    return _edits(records, lambda annotation: replace(annotation, about=slug) if _has_quote(annotation) else annotation)


def _has_quote(annotation: Annotation) -> bool:
    return bool(annotation.quote and not annotation.on)


def _edits(records: Sequence[Record], changed: Callable[[Annotation], Annotation]) -> list[RecordEdit]:
    """Return the edits of the records that a change makes different."""
    edits = ((record, changed(record.annotation)) for record in records)
    return [(record, annotation) for record, annotation in edits if annotation != record.annotation]


@without_collecting()
def save_edits(session: Session, edits: Sequence[RecordEdit]) -> None:
    """Save edits as one step, or raise DiptychError and change nothing."""
    require_shown(session, [record for record, _ in edits])
    session.change_files(plan_edits(f"edit {count_noun(len(edits), 'record')}", edits))


@without_collecting()
def delete_records(session: Session, records: Sequence[Record]) -> None:
    """Delete records as one step, or raise DiptychError and change nothing."""
    require_shown(session, records)
    session.change_files(plan_deletion(f"delete {count_noun(len(records), 'record')}", records))


def outcome(number: int, edits: Sequence[RecordEdit]) -> str:
    """Return what edits come to: `3 records change, 2 stay as they are`."""
    changed = f"{count_noun(len(edits), 'record')} {'changes' if len(edits) == 1 else 'change'}"
    unchanged = number - len(edits)
    stay = f", {unchanged:,} {'stays as it is' if unchanged == 1 else 'stay as they are'}" if unchanged else ""
    return changed + stay
