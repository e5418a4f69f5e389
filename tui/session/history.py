"""Remember what can be undone and redone."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tui.model import Annotation, Codebook, RecordRef, Span

if TYPE_CHECKING:
    from tui.storage.records.repository import Deleted


class RecordChange(NamedTuple):
    """A saved change, which adds, edits or deletes an annotation."""

    before: Annotation | None
    """None if the annotation was added."""
    after: Annotation | None
    """None if the annotation was deleted."""
    deleted: Deleted | None = None
    """What restores the bytes of a deleted record."""

    @property
    def inverse(self) -> RecordChange:
        return self._replace(before=self.after, after=self.before)

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


Step = tuple[RecordChange | Refusal, ...]
"""Changes that are undone together, in the order they were made."""


@dataclass
class History:
    """The steps that can be undone and redone, newest last."""

    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)

    def add(self, step: Step) -> None:
        """Add the user's step, which clears what could be redone."""
        self.done.append(step)
        self.undone.clear()

    def add_from_disk(self, step: Step, present: Collection[RecordRef]) -> None:
        """Add what others did, without deletions of records present again."""
        steps = (tuple(change for change in old if not _is_deletion_of(change, present)) for old in self.done)
        self.done = [remaining for remaining in (*steps, step) if remaining]


def _is_deletion_of(change: RecordChange | Refusal, records: Collection[RecordRef]) -> bool:
    return isinstance(change, RecordChange) and change.after is None and change.annotation.ref in records


def step_in_words(step: Step, codebook: Codebook) -> str:
    """Return what a step did to its last annotation: `claim deleted`."""
    change = step[-1]
    return f"{codebook.kind(change.annotation.kind).label.lower()} {change.verb}"
