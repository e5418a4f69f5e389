"""Check that what is to be settled is still on disk as it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.errors import ConflictError
from tui.model import RecordRef

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.model import Annotation, Collation, Record


def require_resolved(collation: Collation, annotations: Iterable[Annotation]) -> None:
    """Raise ConflictError unless all that annotations resolve is on disk."""
    refs = {RecordRef(annotation.article, name): None for annotation in annotations for name in annotation.resolves}
    if refs:
        _require_unchanged([resolved_record(collation, ref) for ref in refs])


def resolved_record(collation: Collation, ref: RecordRef) -> Record:
    """Return a record that is to be settled, or raise ConflictError."""
    accounts = (account for account in collation.accounts if account.article.id == ref.article)
    placed = next((account.by_id.get(ref.id) for account in accounts), None)
    if placed is None:
        is_hidden = collation.codebook.blind
        reason = "hidden in blind mode" if is_hidden else "no longer there; somebody else deleted it"
        raise ConflictError(f"the record {ref.id} is {reason}")
    return placed.record


def _require_unchanged(records: Iterable[Record]) -> None:
    from tui.storage.files.os_calls import OS_CALLS  # noqa: PLC0415 - only to settle
    from tui.storage.records.locate import RecordConflict, locate_in, read_record_file  # noqa: PLC0415 - only to settle

    # A list may hold thousands of records, so it is parsed once for all of them.
    files = {path: read_record_file(path, OS_CALLS) for path in {record.file for record in records}}
    for record in records:
        try:
            locate_in(files[record.file], record)
        except RecordConflict as conflict:
            # Not a conflict of the new record, which could be saved over this one then.
            message = f"the record {record.annotation.id} {conflict.message}"
            raise ConflictError(message, record.file) from conflict
