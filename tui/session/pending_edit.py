"""An annotation that is being typed: its drafts, and how it is saved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.errors import ConflictError, SaveError
from tui.model import RecordRef, Severity
from tui.session import drafts
from tui.session.codebook_names import known_names
from tui.session.quote_text import is_unplaced, placed_quote
from tui.session.shown_records import hides_edited, hides_subject, require_shown
from tui.storage.files.real_path import is_missing

if TYPE_CHECKING:
    from pathlib import Path

    from tui.model import Annotation, Placed, Proposition, Record
    from tui.session.codebook_names import CodebookNames
    from tui.session.conflicts import Resolution
    from tui.session.session import Session
    from tui.storage.records.locate import RecordConflict


_DELETION = "the annotation that this note is on was deleted meanwhile. Esc can write it to another file."


class PendingEdit:
    """Keeps drafts of an annotation until it is saved."""

    def __init__(self, session: Session, old: Placed | None = None, draft_id: str = "") -> None:
        self.recovered = bool(draft_id)
        """Whether it continues a draft, which is not saved yet."""
        self._session = session
        self._accounts_before = {account.article.id: account for account in session.accounts}
        self._old = old
        self._draft_id = draft_id or drafts.new_draft_id()

    def keep_draft(self, annotation: Annotation) -> None:
        drafts.save_draft(self._session.workspace, self._draft_id, annotation)

    def discard_draft(self) -> None:
        drafts.discard(self._session.workspace, self._draft_id)

    def save(self, annotation: Annotation, proposition: Proposition | None = None) -> None:
        """Save the annotation after its new proposition, or raise SaveError."""
        annotation = self._placed(annotation)
        if self._old is None:
            self._require_subject(annotation)
            self._session.add(annotation, proposition)
        elif self._is_changed(annotation, self._old):
            require_shown(self._session, [self._old.record])
            self._session.edit(self._old.record, annotation, proposition)

    def _is_changed(self, annotation: Annotation, old: Placed) -> bool:
        """Return whether there is something to save: a record that is gone, too."""
        if replace(annotation, modified="") != replace(old.annotation, modified=""):
            return True
        is_shown = not annotation.article or self._session.find(annotation.ref) is not None
        return not is_shown and self._is_deleted(old.record)

    def hides_edited(self, annotation: Annotation) -> bool:
        """Return whether blind mode hides what is edited, or what it settles."""
        return hides_edited(self._session, annotation)

    def hides_subject(self, note: Annotation) -> bool:
        """Return whether blind mode hides what a note is on."""
        return hides_subject(self._session, note)

    def known_names(self, annotation: Annotation) -> CodebookNames:
        """Return the names known now, in the order for an annotation."""
        return known_names(self._session.collation, annotation)

    def lacks_proposition(self, slug: str) -> bool:
        """Return whether the codebook can be read and lacks a proposition."""
        codebook = self._session.codebook
        return codebook.complete and slug not in codebook.propositions

    def _require_subject(self, note: Annotation) -> None:
        """Raise ConflictError if what a new note is on was deleted meanwhile.

        What blind mode hides may still be there.
        """
        before, session = self._accounts_before.get(note.article), self._session
        subject = before.by_id.get(note.on) if before else None
        if subject is None or session.account(note.article) is None or session.codebook.blind:
            return
        if session.find(RecordRef(note.article, note.on)) is None and self._is_deleted(subject.record):
            raise ConflictError(_DELETION)

    def _is_deleted(self, record: Record) -> bool:
        """Return whether a record that is not shown is gone, not unreadable."""
        if is_missing(record.file):
            return True
        if not record.in_list:
            return False
        paths = (record.file, *record.file.parents)
        errors = (problem for problem in self._session.problems if problem.severity is Severity.ERROR)
        return not any(error.file in paths for error in errors) and not _is_in_its_file(record)

    def _placed(self, annotation: Annotation) -> Annotation:
        """Return the annotation with the place of a quote that was typed."""
        account = self._session.account(annotation.article)
        unchanged = self._old is not None and annotation.target == self._old.annotation.target
        if account is None or unchanged or not is_unplaced(annotation.target):
            return annotation
        return placed_quote(annotation, account.article.text)

    def save_elsewhere(self, annotation: Annotation) -> Path:
        """Write the annotation outside the workspace, and return its file."""
        from tui.session.rescue import save_elsewhere  # noqa: PLC0415 - only after a failed save

        return save_elsewhere(replace(annotation, annotator=annotation.annotator or self._session.annotator))

    def their_version(self, conflict: RecordConflict) -> Annotation | None:
        """Return what the record is on disk now, if that may be shown."""
        theirs = conflict.current.annotation if conflict.current else None
        return theirs if theirs and self._session.shows(theirs.annotator) else None

    def resolve(self, chosen: Resolution, mine: Annotation, conflict: RecordConflict) -> None:
        self._session.resolve(chosen, mine, conflict)


def _is_in_its_file(record: Record) -> bool:
    """Return whether a record is in its file now, or the file cannot be read.

    The file may have come back since it was read last.
    """
    from tui.storage.files.os_calls import OS_CALLS  # noqa: PLC0415 - only before a note is refused
    from tui.storage.records.locate import RecordConflict, locate  # noqa: PLC0415 - only before a note is refused

    try:
        locate(record, OS_CALLS)
    except RecordConflict as conflict:
        return conflict.current is not None
    except SaveError:
        return True
    return True
