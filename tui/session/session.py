"""What is open, and every change to it, with undo and redo."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.anchoring.place_records import insert_record
from tui.errors import ConflictError, DiptychError, UsageError
from tui.model import DOUBTFUL_STATES, UNSURE_STATES, Collation, Severity
from tui.model.columns import without_collecting
from tui.session.history import (
    BylineChange,
    Change,
    Direction,
    FilesChange,
    History,
    PropositionChange,
    RecordChange,
    Refusal,
    Replay,
    Step,
    SuggestionRefusal,
    added_annotations,
)
from tui.session.other_workspaces import lacking_proposition, require_own
from tui.session.overviews import Overviews
from tui.session.resolved_records import require_resolved
from tui.storage.files.file_stamp import FileStamp, file_stamp
from tui.storage.files.real_path import is_missing
from tui.storage.workspace.reader_state import ReaderState

if TYPE_CHECKING:
    from tui.model import (
        Account,
        Annotation,
        Byline,
        Codebook,
        Placed,
        Problem,
        Proposition,
        Record,
        RecordRef,
        Span,
        Workspace,
    )
    from tui.session.conflicts import Resolution
    from tui.session.overview import Overview
    from tui.session.quote_review import RefusedPlace
    from tui.session.tutorial import Tutorial
    from tui.storage.records.locate import RecordConflict
    from tui.storage.records.rename_plan import ChangePlan
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
    settings_problems: tuple[Problem, ...] = ()
    """What is wrong in the user's settings."""
    orphaned_files: tuple[Problem, ...] = ()
    """Annotation files without an article, once they were searched for."""
    reader_state: ReaderState = field(default_factory=ReaderState)
    """Where the user was last, and what they have read."""
    tutorial: Tutorial | None = None
    """The steps that the user is led through, if any."""
    overviews: Overviews = field(default_factory=Overviews)

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
    def overview(self) -> Overview:
        """What the lists show of the collation, computed once for it."""
        return self.overviews.of(self.collation)

    @property
    def has_unsure_quotes(self) -> bool:
        """Whether only a person knows the place of some quotes."""
        return any(account.state_counts[state] for account in self.accounts for state in UNSURE_STATES)

    @property
    def has_doubtful_quotes(self) -> bool:
        """Whether there are quotes to review."""
        return any(account.state_counts[state] for account in self.accounts for state in DOUBTFUL_STATES)

    @property
    def unreadable_articles(self) -> int:
        """How many articles could not be opened."""
        errors = (problem for problem in self.collation.problems if problem.severity is Severity.ERROR)
        return len({error.file for error in errors if not self.workspace.has_annotation_file(error.file)})

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
        self.collation = replace(collation, accounts=tuple(map(self._without_refused, loaded)))
        deletions = tuple(RecordChange(deletion.record.annotation, None, deletion) for deletion in deleted)
        if collation.codebook.blind:
            self.history.forget_others(self.loader.source.is_own)
        # At the start, there is nothing to compare tens of thousands of records with.
        self.history.add_from_disk(deletions, _present(collation) if self.history.done else ())

    def resolve(self, chosen: Resolution, mine: Annotation, conflict: RecordConflict) -> None:
        """Save the chosen one of two versions of a record."""
        from tui.session.conflicts import Resolution  # noqa: PLC0415 - not needed to open

        theirs = conflict.current
        if theirs and not self.shows(theirs.annotation.annotator):
            theirs = None
        placed = self.find(mine.ref)
        if placed or theirs:
            self._replace(placed.record if placed else theirs, theirs)
        if chosen is Resolution.MINE and theirs:
            self.edit(theirs, replace(mine, modified=theirs.annotation.modified))
        elif chosen is not Resolution.THEIRS:
            # Notes on a record whose file is gone name its id, so it keeps the id unless another record has it.
            is_taken = theirs is not None or (conflict.file is not None and not is_missing(conflict.file))
            self.add(replace(mine, id="" if is_taken else mine.id, created="", modified=""))

    def shows(self, annotator: str) -> bool:
        """Return whether blind mode does not hide what an annotator made."""
        return not self.codebook.blind or self.loader.source.is_own(annotator)

    def settle_copy(self, shown: Record, copy: Record, chosen: Resolution) -> None:
        """Keep one of two versions of a record, and delete the copy's file.

        Both changes are one step.
        """
        from tui.session.conflicts import Resolution  # noqa: PLC0415 - not needed to open
        from tui.session.saved_changes import delete_copy  # noqa: PLC0415 - not needed to open

        with self._new_step() as changes:
            if chosen is Resolution.THEIRS:
                self.edit(shown, replace(copy.annotation, modified=shown.annotation.modified))
                changes.extend(self.history.done.pop())
            changes.append(delete_copy(self.workspace, copy))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of the workspace, articles, settings and orphaned files."""
        of_accounts = (problem for account in self.accounts for problem in account.problems)
        return (*self.collation.problems, *of_accounts, *self.settings_problems, *self.orphaned_files)

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

    def has_drafts(self) -> bool:
        """Return whether an ended program left drafts."""
        from tui.session import drafts  # noqa: PLC0415 - not needed to open

        return bool(drafts.abandoned_drafts(self.workspace))

    def save_parsed(self) -> None:
        """Write the parse cache for the next start.

        This may take long.
        """
        from tui.storage.workspace.cached_loader import save_parsed  # noqa: PLC0415 - not needed to open

        save_parsed(self.loader)

    # Changes

    def add(self, annotation: Annotation, proposition: Proposition | None = None) -> Record:
        """Save a new record, signed by the annotator, after its new proposition.

        Raise SaveError if its article belongs to another workspace, or ConflictError if what it resolves has changed.
        """
        return self.add_all([annotation], proposition)[0]

    def add_all(self, annotations: Sequence[Annotation], proposition: Proposition | None = None) -> list[Record]:
        """Save new records like `add`, as one step.

        If one fails, those before it are deleted again.
        """
        for article in {annotation.article for annotation in annotations}:
            require_own(self.workspace, article)
        require_resolved(self.collation, annotations)
        records: list[Record] = []
        with self._new_step(proposition or self._lacking(annotations)) as changes:
            try:
                for annotation in annotations:
                    records.append(self._create(annotation))
                    changes.append(RecordChange(None, records[-1].annotation))
            except DiptychError:
                self._withdraw(changes)
                raise
        return records

    def _lacking(self, annotations: Sequence[Annotation]) -> Proposition | None:
        return lacking_proposition(self.workspace, self.codebook, annotations) if self.workspace.others else None

    def _create(self, annotation: Annotation) -> Record:
        from tui.storage.records import repository  # noqa: PLC0415 - not needed to open

        record = repository.create(self.workspace, replace(annotation, annotator=self.annotator))
        self._replace(None, record)
        return record

    def _withdraw(self, changes: list[Change]) -> None:
        """Delete records that were added, as far as the disk allows it."""
        with suppress(DiptychError):
            while changes and isinstance(changes[-1], RecordChange):
                self._apply(changes[-1].inverse)
                changes.pop()

    @without_collecting()
    def edit(self, record: Record, annotation: Annotation, proposition: Proposition | None = None) -> Record:
        """Save a record's new form, after its new proposition."""
        from tui.storage.records import repository  # noqa: PLC0415 - not needed to open

        require_own(self.workspace, annotation.article)
        with self._new_step(proposition or self._lacking([annotation])) as changes:
            edited = repository.edit(self.workspace, record, annotation)
            self._replace(record, edited.record)
            changes.append(RecordChange(record.annotation, edited.record.annotation, text=edited.change))
        return edited.record

    def delete(self, records: Sequence[Record]) -> None:
        """Delete records as one step.

        If one fails, the rest are still there.
        """
        with self._new_step() as changes:
            changes.extend(
                change for record in records if (change := self._apply(RecordChange(record.annotation, None)))
            )

    def edit_source(self, article: str, before: Byline, after: Byline) -> None:
        """Save what the article's list file says of it."""
        require_own(self.workspace, article)
        with self._new_step() as changes:
            changes += filter(None, [self._apply(BylineChange(article, before, after))])

    def change_files(self, plan: ChangePlan) -> None:
        """Save a planned change of several files as one step."""
        with self._new_step() as changes:
            changes.append(self._change_files(FilesChange(plan.title, plan.changes)))

    @contextmanager
    def _new_step(self, proposition: Proposition | None = None) -> Iterator[list[Change]]:
        """Collect the changes of a step, and keep those made if one fails."""
        changes: list[Change] = [*self._add_proposition(proposition)] if proposition else []
        try:
            yield changes
        finally:
            if changes:
                self.history.add(tuple(changes))

    def reanchor(self, placed: Placed, span: Span) -> None:
        """Save a span of its article as the quote of a record."""
        account = self.account(placed.annotation.article)
        if account is None:
            raise UsageError(f"{placed.annotation.article} is not open now; o opens it.")
        from tui.session.quote_review import reanchored  # noqa: PLC0415 - not needed to open

        self.edit(placed.record, reanchored(placed, account.article.text, span))

    def refuse(self, annotation: Annotation, place: Span) -> None:
        """Remember that a quote is not at a place.

        Nothing is written.
        """
        refusal = Refusal(annotation, place)
        self._apply(refusal)
        self.history.add((refusal,))

    def _add_proposition(self, proposition: Proposition) -> Step:
        """Add a proposition to the codebook, and return the change."""
        from tui.storage.records import repository  # noqa: PLC0415 - not needed to open

        added = repository.add_proposition(self.workspace, proposition)
        self._read_codebook()
        if added:
            return (PropositionChange(proposition, added),)
        # It was added just now if its record could not be saved; both are one step.
        last = self.history.done[-1] if self.history.done else ()
        if last and all(isinstance(change, PropositionChange) and change.proposition == proposition for change in last):
            return self.history.done.pop()
        return ()

    def _read_codebook(self) -> None:
        codebook, _ = self.loader.source.codebook()
        self.collation = replace(self.collation, codebook=codebook)

    def undo(self) -> Replay:
        """Undo the last step, or raise UsageError.

        If a change fails, those undone before it can be redone, and the rest can be tried again or skipped.
        """
        step = self.history.next(Direction.UNDO)
        return self._replay(Direction.UNDO, step, [change.inverse for change in reversed(step)])

    def redo(self) -> Replay:
        """Redo the last undone step, or raise UsageError.

        If a change fails, those redone before it can be undone, and the rest can be tried again or skipped.
        """
        step = self.history.next(Direction.REDO)
        return self._replay(Direction.REDO, step, step)

    def skip(self) -> Step:
        """Forget the step that could not be undone or redone, and return it."""
        return self.history.skip()

    def _replay(self, direction: Direction, step: Step, changes: Sequence[Change]) -> Replay:
        # The done part stays done: rolling it back could fail as well, and the files would then agree with no step.
        made: list[Change | None] = []
        try:
            if direction is Direction.REDO:
                require_resolved(self.collation, added_annotations(changes))
            made.extend(self._apply(change) for change in changes)
        finally:
            self.history.move(direction, made)
        pairs = zip(changes, made, strict=True)
        removals = (change for change, applied in pairs if isinstance(change, PropositionChange) and applied is None)
        return Replay(step, tuple(change.proposition for change in removals if change.removed))

    def _apply(self, change: Change) -> Change | None:
        """Make a change, and return it with what its inverse needs.

        Return None if a proposition stays as it is.
        """
        from tui.session import saved_changes  # noqa: PLC0415 - not needed to open

        if isinstance(change, Refusal):
            return self._refuse(change)
        if isinstance(change, PropositionChange):
            changed = saved_changes.save_proposition_change(self.workspace, change)
            self._read_codebook()
            return changed
        if isinstance(change, SuggestionRefusal):
            return saved_changes.save_suggestion_refusal(self.workspace, change)
        if isinstance(change, BylineChange):
            source, self.collation = saved_changes.save_byline_change(self.workspace, change, self.collation)
            return source
        if isinstance(change, FilesChange):
            return self._change_files(change)
        current = self._current(change.before) if change.before else None
        applied, record = saved_changes.save_record_change(self.workspace, change, current)
        self._replace(current, record)
        if current is None and record:
            # Notes on it were reported while it was gone, so its file must be read again.
            self.stamps.pop(record.file, None)
        return applied

    def _change_files(self, change: FilesChange) -> FilesChange:
        from tui.session import saved_changes  # noqa: PLC0415 - not needed to open

        collation, stamps = saved_changes.save_files_change(self.workspace, change, self.collation)
        self.stamps |= stamps
        self.adopt(collation)
        return change

    def _refuse(self, refusal: Refusal) -> Refusal:
        from tui.session.quote_review import RefusedPlace  # noqa: PLC0415 - not needed to open

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
            raise ConflictError("somebody else changed the record; look at it before you change it")
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
        others = account.placed
        if old:
            others = tuple([placed for placed in others if placed.record.annotation.id != old.annotation.id])
        placed = insert_record(account.article, others, new) if new else others
        return self._without_refused(replace(account, placed=placed))

    def _without_refused(self, account: Account) -> Account:
        if not self.refused:
            return account
        from tui.session.quote_review import without_refused  # noqa: PLC0415 - not needed to open

        return replace(account, placed=without_refused(account.placed, self.refused))


def _present(collation: Collation) -> set[RecordRef]:
    """Return all records that are open."""
    of_accounts = {placed.annotation.ref for account in collation.accounts for placed in account.placed}
    return of_accounts | {note.annotation.ref for note in collation.notes}
