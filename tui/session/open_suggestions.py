"""What is open of the drafts, found anew or without what was settled."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from tui.session.offered_suggestions import AccountSuggestions, Offered, in_order
from tui.session.suggestions import open_suggestions, record_spans, refused_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tui.attribution.suggestion import Suggestion
    from tui.model import Account, Span
    from tui.storage.workspace.refused_suggestions import RefusedSuggestion


class Drafted(NamedTuple):
    """An account with what is drafted for it."""

    position: int
    """The position of the account, from 0."""
    account: Account
    drafts: tuple[Suggestion, ...]


@dataclass(frozen=True)
class OpenSuggestions:
    """What is neither marked nor refused, in an order."""

    ordered: tuple[Offered, ...] = ()
    by_account: Mapping[int, AccountSuggestions] = field(default_factory=dict)
    settled: Mapping[int, frozenset[Span]] = field(default_factory=dict)
    """What was marked in each account when it was found."""
    refused: tuple[RefusedSuggestion, ...] = ()
    numbers: Mapping[int, int] = field(default_factory=dict)
    """The number of each in the order by the identity of its draft, from 0."""
    earlier: OpenSuggestions | None = None
    """What was open before the last decision."""

    def sorted(self, *, by_score: bool) -> OpenSuggestions:
        """Return the same in another order."""
        ordered = in_order(self.ordered, by_score=by_score)
        return OpenSuggestions(ordered, self.by_account, self.settled, self.refused, _numbered(ordered))

    def without_settled(
        self, drafted: Sequence[Drafted], refused: tuple[RefusedSuggestion, ...]
    ) -> OpenSuggestions | None:
        """Return what is left after decisions, in the time that they take.

        None if a mark or a refusal is gone, because suggestions may have come back.
        """
        settled = _settled(drafted)
        if (settled, refused) == (self.settled, self.refused):
            return self
        known = set(self.refused)
        if settled.keys() != self.settled.keys() or not known.issubset(refused):
            return None
        if any(not self.settled[position] <= spans for position, spans in settled.items()):
            return None
        new = [each for each in refused if each not in known]
        gone = {id(each.draft) for part in drafted for each in self._gone(part, settled[part.position], new)}
        ordered = tuple(each for each in self.ordered if id(each.draft) not in gone) if gone else self.ordered
        by_account = (
            {position: own.without(gone) for position, own in self.by_account.items()} if gone else self.by_account
        )
        numbers = _numbered(ordered) if gone else self.numbers
        return OpenSuggestions(ordered, by_account, settled, refused, numbers, replace(self, earlier=None))

    def with_undone(self, drafted: Sequence[Drafted], refused: tuple[RefusedSuggestion, ...]) -> OpenSuggestions | None:
        """Return what was open before the last decision, None if it still holds."""
        earlier = self.earlier
        is_undone = earlier is not None and (_settled(drafted), refused) == (earlier.settled, earlier.refused)
        return earlier if is_undone else None

    def _gone(self, part: Drafted, settled: frozenset[Span], refused: Iterable[RefusedSuggestion]) -> Iterator[Offered]:
        """Yield what new marks and refusals close in an account."""
        own = self.by_account.get(part.position)
        if own is None:
            return
        for span in settled - self.settled[part.position]:
            yield from own.overlapping(span)
        for key, spans in refused_spans(part.account.article, refused):
            for span in spans:
                yield from (each for each in own.overlapping(span) if each.key == key)


def find_open(drafted: Sequence[Drafted], refused: tuple[RefusedSuggestion, ...], *, by_score: bool) -> OpenSuggestions:
    """Return what is open of drafts."""
    by_place = in_order(
        (
            Offered.of(part.position, draft)
            for part in drafted
            for draft in open_suggestions(part.drafts, part.account, refused)
        ),
        by_score=False,
    )
    groups = groupby(by_place, attrgetter("position"))
    by_account = {position: AccountSuggestions(own) for position, own in groups}
    ordered = in_order(by_place, by_score=True) if by_score else by_place
    return OpenSuggestions(ordered, by_account, _settled(drafted), refused, _numbered(ordered))


def _settled(drafted: Sequence[Drafted]) -> dict[int, frozenset[Span]]:
    return {part.position: frozenset(record_spans(part.account)) for part in drafted}


def _numbered(ordered: Iterable[Offered]) -> dict[int, int]:
    return {id(each.draft): number for number, each in enumerate(ordered)}
