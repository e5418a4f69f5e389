"""Which statements of which account are on the same proposition, found without looking at all of them: pure."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.model import NOTE, Account, Annotation, Collation, Placed


class PropositionLinks(NamedTuple):
    """The statements of each account by their proposition, in reading order; only those with a settled place."""

    collation: Collation
    """What they were gathered from."""
    by_account: tuple[Mapping[str, tuple[Placed, ...]], ...]
    """One an account, in the order of the accounts; by the proposition's slug."""

    @classmethod
    def of(cls, collation: Collation) -> "PropositionLinks":
        """Return the links among the accounts of a collation."""
        return cls(collation, tuple(_by_slug(account) for account in collation.accounts))

    def partners(self, position: int, annotation: Annotation) -> tuple[Placed, ...]:
        """Return the statements of the account at `position` on the proposition of `annotation`, without itself."""
        told = self.by_account[position].get(annotation.about, ()) if annotation.about else ()
        return tuple(each for each in told if each.annotation != annotation)


def _by_slug(account: Account) -> Mapping[str, tuple[Placed, ...]]:
    found: dict[str, list[Placed]] = {}
    for placed in account.statements():
        annotation = placed.annotation
        if annotation.about and annotation.kind != NOTE.name and placed.span:
            found.setdefault(annotation.about, []).append(placed)
    return {slug: tuple(told) for slug, told in found.items()}


def next_partner(partners: Sequence[Placed], cursor: int, *, again: bool) -> int:
    """Return the index of the partner to go to: the first one, or `again` the next one after the cursor."""
    if not again:
        return 0
    starts = [each.span[0] for each in partners if each.span]
    return next((index for index, start in enumerate(starts) if start > cursor), 0)
