"""What is open, and every change to it, with undo and redo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.anchoring.place_records import place_records
from tui.errors import ConflictError, UsageError
from tui.model import Collation
from tui.session import drafts
from tui.session.conflicts import Resolution
from tui.session.history import History, RecordChange, Refusal, Step
from tui.session.quote_review import DOUBTFUL, UNSURE, RefusedPlace, reanchored, without_refused
from tui.storage.cache.parse_cache import CachedLoader
from tui.storage.files.file_stamp import FileStamp, file_stamp
from tui.storage.files.real_path import is_missing
from tui.storage.workspace.open_set import remember_open
from tui.storage.workspace.orphaned_files import orphaned_files

if TYPE_CHECKING:
    from tui.model import (
        Account,
        Annotation,
        Codebook,
        Placed,
        Problem,
        Proposition,
        Record,
        RecordRef,
        Span,
        Workspace,
    )
    from tui.storage.records.locate import RecordConflict
    from tui.storage.records.repository import Deleted
    from tui.storage.workspace.loader import WorkspaceLoader


@dataclass
class Session:
    """Holds the open accounts and changes them, on disk first.

    A change that fails raises SaveError, or ConflictError if somebody else changed the record. Then nothing changed.
    """

    loader: WorkspaceLoader
    annotator: str = ""
    collation: Collation = field(default_factory=lambda: Collation(()))
    history: History = field(default_factory=History)
    refused: frozenset[RefusedPlace] = frozenset()
    """Places where a quote is not, until the article's text changes."""
    stamps: dict[Path, FileStamp | None] = field(default_factory=dict)
    """The record files that this program wrote, as it left them."""
    orphaned_files: tuple[Problem, ...] = ()
    """Annotation files without an article, once they were searched for."""
    _unsure: tuple[Collation | None, bool] = (None, False)
    """The cache of `has_unsure_quotes`, for one collation."""

    @property
    def workspace(self) -> Workspace:
        return self.loader.workspace

    @property
    def codebook(self) -> Codebook:
        return self.collation.codebook

    @property
    def accounts(self) -> tuple[Account, ...]:
        return self.collation.accounts

    @property
    def open_articles(self) -> tuple[str, ...]:
        return tuple(account.article.id for account in self.accounts)

    @property
    def has_unsure_quotes(self) -> bool:
        """Whether only a person knows the place of some quotes."""
        if self._unsure[0] is not self.collation:
            states = (placed.state for account in self.accounts for placed in account.placed)
            self._unsure = (self.collation, any(state in UNSURE for state in states))
        return self._unsure[1]

    @property
    def has_doubtful_quotes(self) -> bool:
        """Whether there are quotes to review."""
        return any(placed.state in DOUBTFUL for account in self.accounts for placed in account.placed)

    def open(self, article_ids: Sequence[str]) -> None:
        """Open these articles.

        One that cannot be read becomes a problem.
        """
        self.adopt(self.loader.collation(article_ids))

    def adopt(self, collation: Collation, deleted: Sequence[Deleted] = ()) -> None:
        """Show what is on disk.

        Undo can restore the records deleted there.
        """
        texts = {account.article.id: account.article.text for account in self.accounts}
        loaded = collation.accounts
        changed = {account.article.id for account in loaded if account.article.text != texts.get(account.article.id)}
        self.refused = frozenset(place for place in self.refused if place.record.article not in changed)
        accounts = (replace(account, placed=without_refused(account.placed, self.refused)) for account in loaded)
        self.collation = replace(collation, accounts=tuple(accounts))
        present = {placed.annotation.ref for account in loaded for placed in account.placed}
        present |= {note.annotation.ref for note in collation.notes}
        deletions = tuple(RecordChange(deletion.record.annotation, None, deletion) for deletion in deleted)
        self.history.add_from_disk(deletions, present)

    def resolve(self, chosen: Resolution, mine: Annotation, conflict: RecordConflict) -> None:
        """Save the chosen one of two versions of a record."""
        theirs = conflict.current
        placed = self.find(mine.ref)
        if placed or theirs:
            self._replace(placed.record if placed else theirs, theirs)
        if chosen is Resolution.MINE and theirs:
            self.edit(theirs, replace(mine, modified=theirs.annotation.modified))
        elif chosen is not Resolution.THEIRS:
            # Notes on a record whose file is gone name its id, so it keeps the id unless another record has it.
            is_taken = theirs is not None or (conflict.file is not None and not is_missing(conflict.file))
            self.add(replace(mine, id="" if is_taken else mine.id, created="", modified=""))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of the workspace, open articles and orphaned files."""
        of_accounts = (problem for account in self.accounts for problem in account.problems)
        return (*self.collation.problems, *of_accounts, *self.orphaned_files)

    def account(self, article_id: str) -> Account | None:
        return next((account for account in self.accounts if account.article.id == article_id), None)

    def find(self, ref: RecordRef) -> Placed | None:
        """Return an annotation of an open account, or None."""
        account = self.account(ref.article)
        return account.by_id.get(ref.id) if account else None

    def title_of(self, article_id: str) -> str:
        """Return an article's title, or its id if it is not open."""
        account = self.account(article_id)
        return account.article.title if account else article_id

    def remember_open(self) -> None:
        """Store which articles are open, if the disk allows it."""
        remember_open(self.workspace, self.open_articles)

    def has_drafts(self) -> bool:
        return bool(drafts.abandoned_drafts(self.workspace))

    def find_orphaned_files(self) -> tuple[Problem, ...]:
        """Return the annotation files without an article.

        This may take long.
        """
        return tuple(orphaned_files(self.workspace))

    def save_parsed(self) -> None:
        """Write the parse cache for the next start.

        This may take long.
        """
        if isinstance(self.loader.source, CachedLoader):
            self.loader.source.save()

    # Changes

    def add(self, annotation: Annotation) -> Record:
        """Save a new record, signed by the annotator."""
        from tui.storage.records import repository  # noqa: PLC0415 - not needed to open

        record = repository.create(self.workspace, replace(annotation, annotator=self.annotator))
        self._replace(None, record)
        self.history.add((RecordChange(None, record.annotation),))
        return record

    def edit(self, record: Record, annotation: Annotation) -> Record:
        """Save a record's new form."""
        from tui.storage.records import repository  # noqa: PLC0415 - not needed to open

        saved = repository.update(self.workspace, record, annotation)
        self._replace(record, saved)
        self.history.add((RecordChange(record.annotation, saved.annotation),))
        return saved

    def delete(self, records: Sequence[Record]) -> None:
        """Delete records as one step.

        If one fails, the rest are still there.
        """
        changes: list[RecordChange | Refusal] = []
        try:
            changes.extend(self._apply(RecordChange(record.annotation, None)) for record in records)
        finally:
            if changes:
                self.history.add(tuple(changes))

    def reanchor(self, placed: Placed, span: Span) -> None:
        """Save a span of its article as the quote of a record."""
        account = self.account(placed.annotation.article)
        if account is None:
            raise UsageError(f"{placed.annotation.article} is not open now; o opens it.")
        self.edit(placed.record, reanchored(placed.annotation, account.article.text, span))

    def refuse(self, annotation: Annotation, place: Span) -> None:
        """Remember that a quote is not at a place.

        Nothing is written.
        """
        refusal = Refusal(annotation, place)
        self._apply(refusal)
        self.history.add((refusal,))

    def add_proposition(self, proposition: Proposition) -> None:
        """Add a proposition to the codebook."""
        from tui.storage.records import repository  # noqa: PLC0415 - not needed to open

        repository.add_proposition(self.workspace, proposition)
        codebook, _ = self.loader.source.codebook()
        self.collation = replace(self.collation, codebook=codebook)

    def undo(self) -> Step:
        """Undo the last step and return it, or raise UsageError."""
        if not self.history.done:
            raise UsageError("There is nothing to undo.")
        step = self.history.done[-1]
        inverses = [self._apply(change.inverse) for change in reversed(step)]
        self.history.done.pop()
        self.history.undone.append(tuple(change.inverse for change in reversed(inverses)))
        return step

    def redo(self) -> Step:
        """Redo the last undone step and return it, or raise UsageError."""
        if not self.history.undone:
            raise UsageError("There is nothing to redo.")
        step = self.history.undone[-1]
        changes = tuple(self._apply(change) for change in step)
        self.history.undone.pop()
        self.history.done.append(changes)
        return step

    def _apply(self, change: RecordChange | Refusal) -> RecordChange | Refusal:
        """Make a change, and return it with what its inverse needs."""
        from tui.storage.records import repository  # noqa: PLC0415 - not needed to open

        if isinstance(change, Refusal):
            return self._refuse(change)
        if change.before is None:
            if change.deleted is None:
                raise UsageError("This record cannot be restored: its text is no longer known.")
            record = repository.restore(self.workspace, change.deleted)
            self._replace(None, record)
            # Notes on it may be on disk that were left out while it was gone, so its file must be read again.
            self.stamps.pop(record.file, None)
            return change._replace(after=record.annotation)
        current = self._current(change.before)
        if change.after is None:
            deleted = repository.delete(self.workspace, current)
            self._replace(current, None)
            return change._replace(deleted=deleted)
        saved = repository.update(self.workspace, current, change.after)
        self._replace(current, saved)
        return change._replace(after=saved.annotation)

    def _refuse(self, refusal: Refusal) -> Refusal:
        refused = {RefusedPlace(refusal.annotation.ref, refusal.place)}
        self.refused = self.refused - refused if refusal.withdrawn else self.refused | refused
        placed = self.find(refusal.annotation.ref)
        if placed:
            self._replace(placed.record, placed.record)
        return refusal

    def _current(self, expected: Annotation) -> Record:
        """Return a record, or raise ConflictError if somebody changed it."""
        if expected.article and self.account(expected.article) is None:
            raise UsageError(f"That was in {expected.article}, which is not open now; o opens it.")
        placed = self.find(expected.ref)
        notes = (note for note in self.collation.notes if note.annotation.id == expected.id)
        record = placed.record if placed else next(notes, None)
        if record is None:
            raise ConflictError("the record is no longer there; somebody else deleted it")
        if replace(record.annotation, modified="") != replace(expected, modified=""):
            raise ConflictError("somebody else changed the record; look at it before you change it", record.file)
        return record

    def _replace(self, old: Record | None, new: Record | None) -> None:
        """Replace a record among what is open, without reading files again."""
        record = new or old
        if record is None:
            return
        if not record.in_list:
            # A list gets no stamp, for it may also hold another record's change that somebody else just made.
            self.stamps[record.file] = file_stamp(record.file)
        if not record.annotation.article:
            others = (note for note in self.collation.notes if old is None or note.annotation.id != old.annotation.id)
            self.collation = replace(self.collation, notes=(*others, *([new] if new else [])))
            return
        article_id = record.annotation.article
        accounts = (
            self._with(account, old, new) if account.article.id == article_id else account for account in self.accounts
        )
        self.collation = replace(self.collation, accounts=tuple(accounts))

    def _with(self, account: Account, old: Record | None, new: Record | None) -> Account:
        others = [placed for placed in account.placed if old is None or placed.annotation.id != old.annotation.id]
        records = [*(placed.record for placed in others), *([new] if new else [])]
        placed = place_records(account.article, records, earlier=others)
        return replace(account, placed=without_refused(placed, self.refused))
