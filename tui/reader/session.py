"""One sitting at a workspace: what is open, what was changed, and how to take it back. No Textual here."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tui.anchoring.placing import place
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
    Workspace,
)
from tui.reader.history import Change, History, Step
from tui.storage import reading, saving


@dataclass
class Session:
    """Holds the accounts that are open and makes every change to them, on disk first and then here."""

    workspace: Workspace
    annotator: str = ""
    collation: Collation = field(default_factory=lambda: Collation(()))
    history: History = field(default_factory=History)

    @property
    def codebook(self) -> Codebook:
        """The workspace's codebook."""
        return self.collation.codebook

    @property
    def accounts(self) -> tuple[Account, ...]:
        """The accounts that are open, in order."""
        return self.collation.accounts

    def open(self, article_ids: Sequence[str]) -> None:
        """Open these articles; one that cannot be read becomes a problem and the others go on."""
        self.collation = reading.read_collation(self.workspace, article_ids)

    def reload(self) -> None:
        """Read everything that is open again, as it is on disk now."""
        self.open([account.article.id for account in self.accounts])

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong in what is open."""
        return (*self.collation.problems, *(p for account in self.accounts for p in account.problems))

    def account(self, article_id: str) -> Account | None:
        """Return the open account of an article."""
        return next((each for each in self.accounts if each.article.id == article_id), None)

    def find(self, article_id: str, annotation_id: str) -> Placed | None:
        """Return an annotation of an open account by its id."""
        account = self.account(article_id)
        found = account.placed if account else ()
        return next((each for each in found if each.annotation.id == annotation_id), None)

    # Changes

    def add(self, annotation: Annotation) -> Record:
        """Save a new record; raises SaveError, and then nothing has changed."""
        signed = replace(annotation, id=annotation.id or saving.new_id(), annotator=self.annotator)
        record = saving.create(self.workspace, signed)
        self._keep(None, record)
        self.history.did((Change(None, record.annotation),))
        return record

    def edit(self, record: Record, annotation: Annotation) -> Record:
        """Save a record's new form; raises SaveError or ConflictError, and then nothing has changed."""
        saved = saving.update(self.workspace, record, annotation)
        self._keep(record, saved)
        self.history.did((Change(record.annotation, saved.annotation),))
        return saved

    def delete(self, records: Sequence[Record]) -> None:
        """Delete records, as one step to undo; raises SaveError or ConflictError, and then the rest still stand."""
        changes: list[Change] = []
        try:
            changes.extend(self._apply(Change(record.annotation, None)) for record in records)
        finally:
            if changes:
                self.history.did(tuple(changes))

    def add_proposition(self, proposition: Proposition) -> None:
        """Add a proposition to the codebook; raises SaveError, and then nothing has changed."""
        saving.add_proposition(self.workspace, proposition)
        codebook, _ = reading.read_codebook(self.workspace)
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
            raise UsageError("There is nothing to do again.")
        step = self.history.undone[-1]
        made = tuple(self._apply(change) for change in step)
        self.history.undone.pop()
        self.history.done.append(made)
        return step

    def _apply(self, change: Change) -> Change:
        """Make one change, on disk and here, and return it as it was made."""
        if change.before is None:
            if change.deleted is None:
                raise UsageError("It is no longer known where this record stood.")
            record = saving.restore(self.workspace, change.deleted)
            self._keep(None, record)
            return replace(change, after=record.annotation)
        current = self._current(change.before)
        if change.after is None:
            deleted = saving.delete(self.workspace, current)
            self._keep(current, None)
            return replace(change, deleted=deleted)
        saved = saving.update(self.workspace, current, change.after)
        self._keep(current, saved)
        return replace(change, after=saved.annotation)

    def _current(self, expected: Annotation) -> Record:
        """Return the record as it is now; raises ConflictError where somebody else changed it since.

        Raises UsageError where its article is no longer open.
        """
        if expected.article and self.account(expected.article) is None:
            raise UsageError(f"That was in {expected.article}, which is not open now; o opens it.")
        found = self.find(expected.article, expected.id)
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
        records = [each.record for each in account.placed if old is None or each.annotation.id != old.annotation.id]
        if new:
            records.append(new)
        return replace(account, placed=place(account.article, records))
