"""The propositions of records, found by place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.layout.highlights import HighlightIndex
from tui.session.match_places import numbers_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tui.model import Account, Proposition, Span
    from tui.session.counterparts import Counterpart


class _Recorded(NamedTuple):
    """What the records of an account are about."""

    account: Account
    slugs: tuple[str, ...]
    """One for each record with a place, in reading order."""
    places: HighlightIndex
    """With the numbers of the records, from 0."""

    @classmethod
    def of(cls, account: Account) -> _Recorded:
        """Return what is recorded in an account."""
        about = [placed for placed in account.anchored.values() if placed.annotation.about]
        places = ((*span, f"{number}") for number, placed in enumerate(about) for span in placed.spans)
        return cls(account, tuple(placed.annotation.about for placed in about), HighlightIndex(places))

    def at(self, spans: Sequence[Span]) -> Iterator[str]:
        """Return the slugs of the records with words of a place."""
        return (self.slugs[number] for number in numbers_at(self.places, spans))


class RecordedPropositions:
    """Finds what records are about, without looking through all of them."""

    def __init__(self) -> None:
        self._kept: dict[str, _Recorded] = {}
        """By article id, for the account as it was when it was asked about."""

    def linked(
        self, counterparts: Iterable[Counterpart], accounts: Iterable[Account], propositions: Mapping[str, Proposition]
    ) -> list[Proposition]:
        """Return what the records of counterparts are about."""
        today = {account.article.id: account for account in accounts}
        slugs = (
            slug
            for each in counterparts
            if each.account.article.id in today
            for slug in self._recorded(today[each.account.article.id]).at(each.spans)
        )
        return [propositions[slug] for slug in dict.fromkeys(slugs) if slug in propositions]

    def _recorded(self, account: Account) -> _Recorded:
        kept = self._kept.get(account.article.id)
        if kept is None or kept.account is not account:
            kept = self._kept[account.article.id] = _Recorded.of(account)
        return kept
