"""Go through the evidence in a list's row, one record after the other."""

from collections.abc import Iterable
from dataclasses import dataclass

from tui.analysis.statements import Statement
from tui.model import RecordRef


@dataclass(frozen=True, slots=True)
class EvidenceTour:
    """Records to show one after the other."""

    places: tuple[RecordRef, ...]
    index: int = 0

    @property
    def place(self) -> RecordRef:
        return self.places[self.index]

    def after(self, last: "EvidenceTour | None") -> "EvidenceTour":
        """Return this tour one record further, if it is the last one too."""
        if last is None or last.places != self.places:
            return self
        return EvidenceTour(self.places, (last.index + 1) % len(self.places))


def tour_of(statements: Iterable[Statement]) -> EvidenceTour | None:
    """Return a tour of some statements, or None if there are none."""
    places = tuple(statement.ref for statement in statements)
    return EvidenceTour(places) if places else None
