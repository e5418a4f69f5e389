"""One sitting at a workspace: what is open, what was changed, and how to take it back. No Textual here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, overload

from tui.anchoring.place_records import place_records
from tui.errors import ConflictError, UsageError
from tui.model import (
    Account,
    Annotation,
    Codebook,
    Collation,
    Placed,
    Problem,
    Proposition,
    Record,
    RecordRef,
    Span,
    Workspace,
)
from tui.session import drafts
from tui.session.conflicts import Resolution
from tui.session.history import History, RecordChange, Refusal, Step
from tui.session.quote_review import DOUBTFUL, UNSURE, RefusedPlace, reanchored, without_refused
from tui.storage.cache.parse_cache import CachedLoader
from tui.storage.files.file_stamp import FileStamp, file_stamp
from tui.storage.workspace.open_set import remember_open
from tui.storage.workspace.orphaned_files import orphaned_files

if TYPE_CHECKING:
    from tui.storage.records.locate import RecordConflict
    from tui.storage.records.repository import Deleted
    from tui.storage.workspace.loader import WorkspaceLoader


@dataclass
class Session:
    """Holds the accounts that are open and makes every change to them, on disk first and then here."""

    loader: WorkspaceLoader
    annotator: str = ""
    collation: Collation = field(default_factory=lambda: Collation(()))
    history: History = field(default_factory=History)
    refused: frozenset[RefusedPlace] = frozenset()
    """Places that the user said are not the ones; they hold until the article changes."""
    stamps: dict[Path, FileStamp | None] = field(default_factory=dict)
    """The records' own files that this program itself wrote, as it left them."""
    orphaned_files: tuple[Problem, ...] = ()
    """Annotation files without an article, as far as they were looked for."""
    _unsure: tuple[Collation | None, bool] = (None, False)
    """Whether a collation has quotes whose place only the user can tell, worked out once."""

    @property
    def workspace(self) -> Workspace:
        """The workspace whose articles are open."""
        return self.loader.workspace

    @property
    def codebook(self) -> Codebook:
        """The workspace's codebook."""
        return self.collation.codebook

    @property
    def accounts(self) -> tuple[Account, ...]:
        """The accounts that are open, in order."""
        return self.collation.accounts

    @property
    def open_articles(self) -> tuple[str, ...]:
        """The ids of the articles that are open, in order; one that is open twice is there twice."""
        return tuple(account.article.id for account in self.accounts)

    @property
    def has_unsure_quotes(self) -> bool:
        """Whether there are quotes whose place only the user can tell; worked out once for what is open."""
        if self._unsure[0] is not self.collation:
            placed = (each for account in self.accounts for each in account.placed)
            self._unsure = (self.collation, any(each.state in UNSURE for each in placed))
        return self._unsure[1]

    @property
    def has_doubtful_quotes(self) -> bool:
        """Whether there are quotes to review: unsure ones, and those whose words changed."""
        return any(each.state in DOUBTFUL for account in self.accounts for each in account.placed)

    def open(self, article_ids: Sequence[str]) -> None:
        """Open these articles; one that cannot be read becomes a problem and the others go on."""
        self.adopt(self.loader.collation(article_ids))

    def adopt(self, found: Collation, deleted: Sequence[Deleted] = ()) -> None:
        """Take over what is on disk now; records whose file was deleted there can be brought back by undo."""
        texts = {account.article.id: account.article.text for account in self.accounts}
        changed = {each.article.id for each in found.accounts if each.article.text != texts.get(each.article.id)}
        self.refused = frozenset(each for each in self.refused if each.record.article not in changed)
        accounts = (replace(each, placed=without_refused(each.placed, self.refused)) for each in found.accounts)
        self.collation = replace(found, accounts=tuple(accounts))
        there = {each.annotation.ref for account in found.accounts for each in account.placed}
        there |= {note.annotation.ref for note in found.notes}
        self.history.saw(tuple(RecordChange(each.record.annotation, None, each) for each in deleted), there)

    def resolve(self, chosen: Resolution, mine: Annotation, conflict: RecordConflict) -> None:
        """Save what is chosen of two versions of one record; raises SaveError, and then nothing was written."""
        theirs = conflict.current
        found = self.find(mine.ref)
        if found or theirs:
            self._keep(found.record if found else theirs, theirs)
        if chosen is Resolution.MINE and theirs:
            self.edit(theirs, replace(mine, modified=theirs.annotation.modified))
        elif chosen is not Resolution.THEIRS:
            # Notes on a record whose file is gone still name it; one that stands in the way keeps its id.
            standing = theirs is not None or (conflict.file is not None and conflict.file.exists())
            self.add(replace(mine, id="" if standing else mine.id, created="", modified=""))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong in what is open."""
        opened = (p for account in self.accounts for p in account.problems)
        return (*self.collation.problems, *opened, *self.orphaned_files)

    def account(self, article_id: str) -> Account | None:
        """Return the open account of an article."""
        return next((each for each in self.accounts if each.article.id == article_id), None)

    def find(self, ref: RecordRef) -> Placed | None:
        """Return an annotation of an open account, or None."""
        account = self.account(ref.article)
        return account.by_id.get(ref.id) if account else None

    def title_of(self, article_id: str) -> str:
        """Return the title of an article, or its id if it is not open."""
        account = self.account(article_id)
        return account.article.title if account else article_id

    # Files beside the records

    def remember_open(self) -> None:
        """Open the same articles the next time; if that cannot be kept, nothing is lost."""
        remember_open(self.workspace, self.open_articles)

    def has_drafts(self) -> bool:
        """Return whether an earlier program left drafts that it had not saved."""
        return bool(drafts.abandoned_drafts(self.workspace))

    def find_orphaned_files(self) -> tuple[Problem, ...]:
        """Return the annotation files without an article; may take long."""
        return tuple(orphaned_files(self.workspace))

    def save_parsed(self) -> None:
        """Save what was parsed, so that the next start need not parse it; may take long."""
        if isinstance(self.loader.source, CachedLoader):
            self.loader.source.save()

    # Changes

    def add(self, annotation: Annotation) -> Record:
        """Save a new record; raises SaveError, and then nothing has changed."""
        from tui.storage.records import repository  # noqa: PLC0415 - not needed to open

        record = repository.create(self.workspace, replace(annotation, annotator=self.annotator))
        self._keep(None, record)
        self.history.did((RecordChange(None, record.annotation),))
        return record

    def edit(self, record: Record, annotation: Annotation) -> Record:
        """Save a record's new form; raises SaveError or ConflictError, and then nothing has changed."""
        from tui.storage.records import repository  # noqa: PLC0415 - not needed to open

        saved = repository.update(self.workspace, record, annotation)
        self._keep(record, saved)
        self.history.did((RecordChange(record.annotation, saved.annotation),))
        return saved

    def delete(self, records: Sequence[Record]) -> None:
        """Delete records, as one step to undo; raises SaveError or ConflictError, and then the rest still stand."""
        changes: list[RecordChange] = []
        try:
            changes.extend(self._apply(RecordChange(record.annotation, None)) for record in records)
        finally:
            if changes:
                self.history.did(tuple(changes))

    def reanchor(self, placed: Placed, span: Span) -> None:
        """Write a place into a record; raises SaveError, and then nothing has changed."""
        account = self.account(placed.annotation.article)
        if account is None:
            raise UsageError(f"{placed.annotation.article} is not open now; o opens it.")
        self.edit(placed.record, reanchored(placed.annotation, account.article.text, *span))

    def refuse(self, annotation: Annotation, place_records: Span) -> None:
        """Say that a place is not the annotation's; nothing is written."""
        refusal = Refusal(annotation, place_records)
        self._apply(refusal)
        self.history.did((refusal,))

    def add_proposition(self, proposition: Proposition) -> None:
        """Add a proposition to the codebook; raises SaveError, and then nothing has changed."""
        from tui.storage.records import repository  # noqa: PLC0415 - not needed to open

        repository.add_proposition(self.workspace, proposition)
        codebook, _ = self.loader.source.codebook()
        self.collation = replace(self.collation, codebook=codebook)

    def undo(self) -> Step:
        """Take the last step back, on disk too, and return it; raises UsageError where there is none."""
        if not self.history.done:
            raise UsageError("There is nothing to undo.")
        step = self.history.done[-1]
        made = [self._apply(change.inverse) for change in reversed(step)]
        self.history.done.pop()
        self.history.undone.append(tuple(change.inverse for change in reversed(made)))
        return step

    def redo(self) -> Step:
        """Do the last undone step again, on disk too, and return it; raises UsageError where there is none."""
        if not self.history.undone:
            raise UsageError("There is nothing to redo.")
        step = self.history.undone[-1]
        made = tuple(self._apply(change) for change in step)
        self.history.undone.pop()
        self.history.done.append(made)
        return step

    @overload
    def _apply(self, change: RecordChange) -> RecordChange: ...
    @overload
    def _apply(self, change: Refusal) -> Refusal: ...
    def _apply(self, change: RecordChange | Refusal) -> RecordChange | Refusal:
        """Make one change, on disk and here, and return it as it was made."""
        from tui.storage.records import repository  # noqa: PLC0415 - not needed to open

        if isinstance(change, Refusal):
            return self._refuse(change)
        if change.before is None:
            if change.deleted is None:
                raise UsageError("It is no longer known where this record stood.")
            record = repository.restore(self.workspace, change.deleted)
            self._keep(None, record)
            # Notes on it may be on disk that were left out while it was gone: this file is to be read again.
            self.stamps.pop(record.file, None)
            return change._replace(after=record.annotation)
        current = self._current(change.before)
        if change.after is None:
            deleted = repository.delete(self.workspace, current)
            self._keep(current, None)
            return change._replace(deleted=deleted)
        saved = repository.update(self.workspace, current, change.after)
        self._keep(current, saved)
        return change._replace(after=saved.annotation)

    def _refuse(self, refusal: Refusal) -> Refusal:
        refused = {RefusedPlace(refusal.annotation.ref, refusal.place)}
        self.refused = self.refused - refused if refusal.back else self.refused | refused
        found = self.find(refusal.annotation.ref)
        if found:
            self._keep(found.record, found.record)
        return refusal

    def _current(self, expected: Annotation) -> Record:
        """Return the record as it is now; raises ConflictError where somebody else changed it since.

        Raises UsageError where its article is no longer open.
        """
        if expected.article and self.account(expected.article) is None:
            raise UsageError(f"That was in {expected.article}, which is not open now; o opens it.")
        found = self.find(expected.ref)
        notes = (note for note in self.collation.notes if note.annotation.id == expected.id)
        record = found.record if found else next(notes, None)
        if record is None:
            raise ConflictError("the record is no longer there; somebody else deleted it")
        if replace(record.annotation, modified="") != replace(expected, modified=""):
            raise ConflictError(
                "the record was changed by somebody else since; look at it before you change it", record.file
            )
        return record

    def _keep(self, old: Record | None, new: Record | None) -> None:
        """Put `new` in the place of `old` among what is open, without reading the files again."""
        record = new or old
        if record is None:
            return
        if not record.in_list:
            # A list may hold, beside this change, one that somebody else made to another record just before.
            self.stamps[record.file] = file_stamp(record.file)
        if not record.annotation.article:
            kept = (note for note in self.collation.notes if old is None or note.annotation.id != old.annotation.id)
            self.collation = replace(self.collation, notes=(*kept, *([new] if new else [])))
            return
        accounts = tuple(self._with(account, old, new) for account in self.accounts)
        self.collation = replace(self.collation, accounts=accounts)

    def _with(self, account: Account, old: Record | None, new: Record | None) -> Account:
        record = new or old
        if record is None or record.annotation.article != account.article.id:
            return account
        others = [each for each in account.placed if old is None or each.annotation.id != old.annotation.id]
        records = [*(each.record for each in others), *([new] if new else [])]
        placed = place_records(account.article, records, known=others)
        return replace(account, placed=without_refused(placed, self.refused))
