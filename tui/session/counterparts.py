"""What other accounts say like a suggestion."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.alignment.aligned_drafts import match_accounts
from tui.analysis.alignment.differing_numbers import NumberDifference
from tui.analysis.alignment.quote_spans import unquoted
from tui.session.match_places import DraftPlaces, MatchPlaces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.alignment.aligned_drafts import AccountDrafts, AccountMatch
    from tui.attribution.suggestion import Suggestion
    from tui.model import Account, Span


MOST_DRAFTS = 4000
"""More drafts than these are not compared: it takes some seconds."""


class Counterpart(NamedTuple):
    """What another account says like a suggestion."""

    account: Account
    spans: tuple[Span, ...]
    """Where that is."""
    words: str
    """What is alike there, in one line, without quotation marks around it."""
    draft: Suggestion | None
    """Its own suggestion there, if it has one: who says it, and how."""
    score: float
    """How alike they are, from 0 to 1."""
    reason: str
    """What is alike, or differs, as a sentence."""
    difference: str
    """The numbers or days that contradict each other, if any: `“400 boxes” against “150 boxes”`."""
    is_all_said: bool
    """Whether the suggestion says all that its own suggestion there says."""


class Counterparts:
    """What other accounts say like suggestions, found by place."""

    def __init__(self, drafts: Sequence[AccountDrafts] = ()) -> None:
        is_compared = sum(len(own) for _, own in drafts) <= MOST_DRAFTS
        matches = match_accounts(drafts) if is_compared else ()
        self._matches = MatchPlaces(matches)
        self._drafts = {account.article.id: DraftPlaces(own) for account, own in drafts} if matches else {}
        self._found: dict[tuple[str, Suggestion], tuple[Counterpart, ...]] = {}
        """What was asked for, because it is asked for several times at each key."""

    def of(self, article: str, draft: Suggestion) -> tuple[Counterpart, ...]:
        """Return what other accounts say like a draft, the likest first.

        One place of an account is named once.
        """
        if (article, draft) not in self._found:
            self._found[article, draft] = self._find(article, draft)
        return self._found[article, draft]

    def _find(self, article: str, draft: Suggestion) -> tuple[Counterpart, ...]:
        matches = self._matches.at(article, draft.spans)
        found = [counterpart for each in matches if (counterpart := self._counterpart(each, article, draft))]
        return tuple(sorted(found, key=lambda counterpart: -counterpart.score))

    def _counterpart(self, each: AccountMatch, article: str, draft: Suggestion) -> Counterpart | None:
        found = each.other_side(article, draft.spans)
        if found is None:
            return None
        account, side = found
        spans, match, text = each.match.of(side), each.match, account.article.text
        words = " … ".join(" ".join(unquoted(text, span).of(text).split()) for span in spans)
        difference = _difference(match.differences[0], side) if match.differences else ""
        own = next(iter(self._drafts[account.article.id].at(spans)), None)
        is_all_said = own is not None and each.is_all_said(side, own, draft)
        return Counterpart(account, tuple(spans), words, own, match.score, match.reason, difference, is_all_said)


def _difference(difference: NumberDifference, side: int) -> str:
    """Return two quantities, that of the other account's side last."""
    ours, theirs = (difference.left, difference.right) if side else (difference.right, difference.left)
    return NumberDifference(ours, theirs).reason
