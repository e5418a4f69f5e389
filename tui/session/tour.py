"""Where a list sends its reader: to one of several pieces of evidence, the next one each time it is asked again."""

from collections.abc import Iterable
from dataclasses import dataclass

from tui.analysis.statements import Statement
from tui.model import RecordRef


@dataclass(frozen=True, slots=True)
class EvidenceTour:
    """Places to be seen one after the other."""

    places: tuple[RecordRef, ...]
    at: int = 0

    @property
    def place(self) -> RecordRef:
        """The place to see now."""
        return self.places[self.at]

    def after(self, last: "EvidenceTour | None") -> "EvidenceTour":
        """Return this tour where it was left off last time: one place further, after the last the first."""
        if last is None or last.places != self.places:
            return self
        return EvidenceTour(self.places, (last.at + 1) % len(self.places))


def tour_of(statements: Iterable[Statement]) -> EvidenceTour | None:
    """Return the tour of some statements, or None where there are none."""
    places = tuple(RecordRef(each.account.article.id, each.annotation.id) for each in statements)
    return EvidenceTour(places) if places else None
