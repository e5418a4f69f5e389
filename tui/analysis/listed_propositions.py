"""List the propositions of a codebook with who uses them."""

from collections.abc import Mapping
from dataclasses import dataclass

from tui.analysis.comparison import Comparison, Status
from tui.model import Proposition


@dataclass(frozen=True, slots=True)
class ListedProposition:
    """A proposition, its status, and how many records use it."""

    proposition: Proposition
    status: Status | None
    """None if no account speaks of it."""
    records: Mapping[str, int]
    """By article id; those of "" are notes on the proposition."""

    @property
    def total(self) -> int:
        """The number of records that use it, in all articles."""
        return sum(self.records.values())


def list_propositions(
    comparison: Comparison, records: Mapping[str, Mapping[str, int]]
) -> tuple[ListedProposition, ...]:
    """Return all propositions of the codebook, in its order.

    `records` is the number of records by slug and article id.
    """
    statuses = {row.proposition.slug: row.status for row in comparison.rows}
    return tuple(
        ListedProposition(proposition, statuses.get(slug), records.get(slug, {}))
        for slug, proposition in comparison.codebook.propositions.items()
    )
