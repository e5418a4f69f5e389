"""Where a list sends its reader: to one of several pieces of evidence, the next one each time it is asked again."""

from collections.abc import Iterable
from dataclasses import dataclass

from tui.analysis.statements import Statement
from tui.model import Account, Placed


@dataclass(frozen=True, slots=True)
class Place:
    """An annotation in an account that is open."""

    article: str
    """The article's id."""
    annotation: str
    """The annotation's id."""


@dataclass(frozen=True, slots=True)
class Tour:
    """Places to be seen one after the other."""

    places: tuple[Place, ...]
    at: int = 0

    @property
    def place(self) -> Place:
        """The place to see now."""
        return self.places[self.at]

    def after(self, last: "Tour | None") -> "Tour":
        """Return this tour where it was left off last time: one place further, after the last the first."""
        if last is None or last.places != self.places:
            return self
        return Tour(self.places, (last.at + 1) % len(self.places))


def tour_of(statements: Iterable[Statement]) -> Tour | None:
    """Return the tour of some statements, or None where there are none."""
    places = tuple(Place(each.account.article.id, each.annotation.id) for each in statements)
    return Tour(places) if places else None


def place_of(account: Account, placed: Placed) -> Place:
    """Return the place of a record: of what it is on, where it is a note on another."""
    return Place(account.article.id, placed.annotation.on or placed.annotation.id)
