"""Remember what can be undone and redone."""

from __future__ import annotations

from collections.abc import Callable, Collection
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from tui.errors import UsageError
from tui.model import Annotation, Byline, Codebook, Proposition, RecordRef, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.storage.files.file_changes import FileChange
    from tui.storage.records.byline_edits import SavedByline
    from tui.storage.records.proposition_edits import AddedProposition
    from tui.storage.records.repository import Deleted
    from tui.storage.records.text_change import TextChange
    from tui.storage.workspace.refused_suggestions import RefusedSuggestion


class RecordChange(NamedTuple):
    """A saved change, which adds, edits or deletes an annotation."""

    before: Annotation | None
    """None if the annotation was added."""
    after: Annotation | None
    """None if the annotation was deleted."""
    deleted: Deleted | None = None
    """What restores the bytes of a deleted record."""
    text: TextChange | None = None
    """What an edit changed in the record's file."""

    @property
    def inverse(self) -> RecordChange:
        return self._replace(before=self.after, after=self.before, text=self.text.inverse if self.text else None)

    @property
    def annotation(self) -> Annotation:
        """The annotation in its last form."""
        annotation = self.after or self.before
        if annotation is None:
            raise ValueError("a change without an annotation")
        return annotation

    @property
    def verb(self) -> str:
        """What was done, in one word for a message."""
        if self.before is None:
            return "added"
        return "deleted" if self.after is None else "edited"


def added_annotations(changes: Iterable[object]) -> list[Annotation]:
    """Return the annotations that changes add."""
    records = (change for change in changes if isinstance(change, RecordChange))
    return [change.after for change in records if change.after and not change.before]


class Refusal(NamedTuple):
    """The user's decision that a quote is not at a place.

    It is not saved.
    """

    annotation: Annotation
    place: Span
    withdrawn: bool = False

    @property
    def inverse(self) -> Refusal:
        return self._replace(withdrawn=not self.withdrawn)

    @property
    def verb(self) -> str:
        return "refused there"


class PropositionChange(NamedTuple):
    """A proposition that was added to the codebook, or removed again."""

    proposition: Proposition
    added: AddedProposition
    """What removes it."""
    removed: bool = False

    @property
    def inverse(self) -> PropositionChange:
        return self._replace(removed=not self.removed)

    @property
    def verb(self) -> str:
        return "removed" if self.removed else "added"


class SuggestionRefusal(NamedTuple):
    """Suggestions that shall not come back, or may come back again."""

    refused: tuple[RefusedSuggestion, ...]
    withdrawn: bool = False

    @property
    def inverse(self) -> SuggestionRefusal:
        return self._replace(withdrawn=not self.withdrawn)

    @property
    def verb(self) -> str:
        return "refused"


class BylineChange(NamedTuple):
    """A saved change of what an article's list file says of it."""

    article: str
    """The article's id."""
    before: Byline
    after: Byline
    saved: SavedByline | None = None
    """What reverts it, once it was saved."""
    reverted: SavedByline | None = None
    """The change that this one reverts."""

    @property
    def inverse(self) -> BylineChange:
        return BylineChange(self.article, self.after, self.before, reverted=self.saved)

    @property
    def verb(self) -> str:
        return "edited"


class FilesChange(NamedTuple):
    """A saved change of several files, such as a merge of two propositions."""

    title: str
    """What it did, such as `rename the tag "a" to "b"`."""
    files: tuple[FileChange, ...]

    @property
    def inverse(self) -> FilesChange:
        return FilesChange(self.title, tuple(file.inverse for file in reversed(self.files)))

    @property
    def verb(self) -> str:
        return "changed"


Change = RecordChange | Refusal | PropositionChange | SuggestionRefusal | BylineChange | FilesChange
Step = tuple[Change, ...]
"""Changes that are undone together, in the order they were made."""


class Direction(Enum):
    """Whether a step is undone or redone."""

    UNDO = "undo"
    REDO = "redo"


class Replay(NamedTuple):
    """A step that was undone or redone."""

    step: Step
    kept: tuple[Proposition, ...] = ()
    """Propositions that stay in the codebook, because others use them or have changed them."""


class RefusedStep(NamedTuple):
    """The part of a step that could not be undone or redone."""

    direction: Direction
    step: Step
    is_rest: bool
    """Whether another part of it was undone or redone before."""
    moved: Step = ()
    """That other part, as the newest step of the other stack."""


class History:
    """The steps that can be undone and redone, newest last."""

    def __init__(self, done: Sequence[Step] = (), undone: Sequence[Step] = ()) -> None:
        self.done = [*done]
        self.undone = [*undone]
        self.refused: RefusedStep | None = None
        """The step that could not be undone or redone last, until another one is."""

    @property
    def has_annotated(self) -> bool:
        """Whether records were added, edited or imported, and still are."""
        from tui.storage.files.unfinished_change import is_import  # noqa: PLC0415 - asked at the end

        done = [change for step in self.done for change in step]
        last = {change.annotation.ref: change for change in done if isinstance(change, RecordChange)}
        has_imported = any(isinstance(change, FilesChange) and is_import(change.title) for change in done)
        return has_imported or any(change.after for change in last.values())

    def add(self, step: Step) -> None:
        """Add the user's step, which clears what could be redone."""
        self.done.append(step)
        self.undone.clear()
        self.refused = None

    def add_from_disk(self, step: Step, present: Collection[RecordRef]) -> None:
        """Add what others did, without deletions of records present again."""
        steps = (tuple(change for change in old if not _is_deletion_of(change, present)) for old in self.done)
        self.done = [remaining for remaining in (*steps, step) if remaining]

    def forget_others(self, is_own: Callable[[str], bool]) -> None:
        """Forget changes of records that others made, which blind mode hides."""

        def left(steps: Sequence[Step]) -> list[Step]:
            kept = (tuple(change for change in step if _is_shown(change, is_own)) for step in steps)
            return [step for step in kept if step]

        self.done, self.undone, self.refused = left(self.done), left(self.undone), None

    def join_last(self) -> None:
        """Make one step of the last two, which are undone together."""
        if len(self.done) > 1:
            last = self.done.pop()
            self.done[-1] += last

    def next(self, direction: Direction) -> Step:
        """Return the step to undo or redo next, or raise UsageError."""
        steps = self._source(direction)
        if not steps:
            raise UsageError(f"There is nothing to {direction.value}.")
        return steps[-1]

    def files_in_next(self, direction: Direction) -> int:
        """Return how many files the next step to undo or redo changes at once."""
        changes = (change for step in self._source(direction)[-1:] for change in step)
        return sum(len(change.files) for change in changes if isinstance(change, FilesChange))

    def move(self, direction: Direction, made: Sequence[Change | None]) -> None:
        """Move the changes that were undone or redone to the other stack.

        `made` has one for each, in the order in which they were made, or None if there is nothing to be made again.
        The rest of the step stays, so that it can be tried again; then all of it is one step again.
        """
        is_undo = direction is Direction.UNDO
        source, target = (self.done, self.undone) if is_undo else (self.undone, self.done)
        step, count = source.pop(), len(made)
        earlier = self._earlier_refusal(direction, step)
        rest = step[: len(step) - count] if is_undo else step[count:]
        changes = tuple(change for change in made if change)
        moved = tuple(change.inverse for change in reversed(changes)) if is_undo else changes
        if earlier and earlier.moved and target[-1:] == [earlier.moved]:
            target.pop()
            moved = moved + earlier.moved if is_undo else earlier.moved + moved
        if rest:
            source.append(rest)
        if moved:
            target.append(moved)
        is_rest = bool(count) or (earlier is not None and earlier.is_rest)
        self.refused = RefusedStep(direction, rest, is_rest, moved) if rest else None

    def _earlier_refusal(self, direction: Direction, step: Step) -> RefusedStep | None:
        """Return the refusal of this step when it was tried before, or None."""
        refused = self.refused
        is_same = refused is not None and (refused.direction, refused.step) == (direction, step)
        return refused if is_same else None

    def skip(self) -> Step:
        """Forget the step that was refused and return it, or raise UsageError."""
        refused, self.refused = self.refused, None
        steps = self._source(refused.direction) if refused else []
        if refused is None or steps[-1:] != [refused.step]:
            raise UsageError("There is no step to skip.")
        return steps.pop()

    def _source(self, direction: Direction) -> list[Step]:
        return self.done if direction is Direction.UNDO else self.undone


def _is_deletion_of(change: Change, records: Collection[RecordRef]) -> bool:
    return isinstance(change, RecordChange) and change.after is None and change.annotation.ref in records


def _is_shown(change: Change, is_own: Callable[[str], bool]) -> bool:
    return not isinstance(change, RecordChange | Refusal) or is_own(change.annotation.annotator)


def step_in_words(step: Step, codebook: Codebook) -> str:
    """Return what a step did: `claim deleted`, or `3 annotations added`."""
    change = step[-1]
    added = [change for change in step if isinstance(change, RecordChange) and change.before is None]
    if any(each.annotation.resolves for each in added):
        return "disagreement settled"
    if len(added) > 1:
        return f"{len(added)} annotations added"
    if isinstance(change, PropositionChange):
        return f"proposition {change.verb}"
    if isinstance(change, SuggestionRefusal):
        return f"suggestion {change.verb}"
    if isinstance(change, BylineChange):
        return f"source {change.verb}"
    if isinstance(change, FilesChange):
        return change.title
    return f"{codebook.kind(change.annotation.kind).label.lower()} {change.verb}"


def refusal_in_words(refused: RefusedStep, error: str, key: str) -> str:
    """Return why a step was refused, and the key that skips it."""
    undone = "undone" if refused.direction is Direction.UNDO else "redone"
    part, skipped = (f"The rest is not {undone}", "it") if refused.is_rest else (f"Not {undone}", "this step")
    return f"{part}: {error.rstrip('.')}. {key} skips {skipped}."
