"""What can be undone and done again; pure, it only remembers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tui.model import Annotation, Codebook, RecordRef, Span

if TYPE_CHECKING:
    from tui.storage.records.repository import Deleted


class RecordChange(NamedTuple):
    """One saved change: an annotation made (`before` is None), deleted (`after` is None) or edited."""

    before: Annotation | None
    after: Annotation | None
    deleted: Deleted | None = None
    """What it takes to bring back, byte for byte, what was deleted."""

    @property
    def inverse(self) -> RecordChange:
        """The change that takes this one back."""
        return self._replace(before=self.after, after=self.before)

    @property
    def annotation(self) -> Annotation:
        """The annotation it is about, as it was last."""
        found = self.after or self.before
        if found is None:
            raise ValueError("a change is about something")
        return found

    @property
    def verb(self) -> str:
        """What was done, in one word."""
        if self.before is None:
            return "added"
        return "deleted" if self.after is None else "edited"


class Refusal(NamedTuple):
    """A place that the user said is not the one; no file holds it."""

    annotation: Annotation
    place: Span
    back: bool = False
    """Whether the refusal is taken back."""

    @property
    def inverse(self) -> Refusal:
        """The refusal that takes this one back."""
        return self._replace(back=not self.back)

    @property
    def verb(self) -> str:
        """What was done, in two words."""
        return "refused there"


Step = tuple[RecordChange | Refusal, ...]
"""Changes that are undone together, in the order they were made."""


@dataclass
class History:
    """Two stacks of steps, newest last."""

    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)

    def did(self, step: Step) -> None:
        """Remember a new step; what was undone before can no longer be done again."""
        self.done.append(step)
        self.undone.clear()

    def saw(self, step: Step, there: Collection[RecordRef]) -> None:
        """Remember what others did, and forget the deletions of records that are there again."""
        steps = (tuple(each for each in old if not _is_deletion_of(each, there)) for old in self.done)
        self.done = [kept for kept in (*steps, step) if kept]


def _is_deletion_of(change: RecordChange | Refusal, there: Collection[RecordRef]) -> bool:
    if isinstance(change, Refusal) or change.after is not None:
        return False
    return change.annotation.ref in there


def step_in_words(step: Step, codebook: Codebook) -> str:
    """Return what a step did to the record it is about: `claim deleted`."""
    change = step[-1]
    return f"{codebook.kind(change.annotation.kind).label.lower()} {change.verb}"
