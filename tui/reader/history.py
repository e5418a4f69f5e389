"""What can be undone and done again; pure, it only remembers."""

from dataclasses import dataclass, field, replace

from tui.model import Annotation
from tui.storage.saving import Deleted


@dataclass(frozen=True, slots=True)
class Change:
    """One saved change: an annotation made (`before` is None), deleted (`after` is None) or edited."""

    before: Annotation | None
    after: Annotation | None
    deleted: Deleted | None = None
    """What it takes to bring back, byte for byte, what was deleted."""

    @property
    def inverse(self) -> "Change":
        """The change that takes this one back."""
        return replace(self, before=self.after, after=self.before)

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


Step = tuple[Change, ...]
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
