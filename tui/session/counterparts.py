"""What other accounts say like a suggestion."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.alignment.aligned_drafts import match_accounts
from tui.analysis.alignment.differing_numbers import NumberDifference
from tui.analysis.alignment.quote_spans import unquoted
from tui.layout.highlights import HighlightIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
        self._matches = match_accounts(drafts) if is_compared else ()
        places: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for number, each in enumerate(self._matches):
            for side, account in enumerate((each.left, each.right)):
                places[account.article.id] += ((*span, f"{number}") for span in each.match.of(side))
        self._places = {article: HighlightIndex(spans) for article, spans in places.items()}
        self._drafts = {account.article.id: own for account, own in drafts} if self._matches else {}

    def of(self, article: str, draft: Suggestion) -> tuple[Counterpart, ...]:
        """Return what other accounts say like a draft, the likest first.

        One place of an account is named once.
        """
        numbers = {int(key) for span in draft.spans for _, _, key in self._at(article, span)}
        matches = (self._matches[number] for number in sorted(numbers))
        found = [counterpart for each in matches if (counterpart := self._counterpart(each, article, draft))]
        return tuple(sorted(found, key=lambda counterpart: -counterpart.score))

    def _at(self, article: str, span: Span) -> Iterable[tuple[int, int, str]]:
        return self._places[article].overlapping(*span) if article in self._places else ()

    def _counterpart(self, each: AccountMatch, article: str, draft: Suggestion) -> Counterpart | None:
        found = each.other_side(article, draft.spans)
        if found is None:
            return None
        account, side = found
        spans, match, text = each.match.of(side), each.match, account.article.text
        words = " … ".join(" ".join(unquoted(text, span).of(text).split()) for span in spans)
        difference = _difference(match.differences[0], side) if match.differences else ""
        own = next((other for other in self._drafts[account.article.id] if _overlap(other.spans, spans)), None)
        is_all_said = own is not None and each.is_all_said(side, own, draft)
        return Counterpart(account, tuple(spans), words, own, match.score, match.reason, difference, is_all_said)


def _difference(difference: NumberDifference, side: int) -> str:
    """Return two quantities, that of the other account's side last."""
    ours, theirs = (difference.left, difference.right) if side else (difference.right, difference.left)
    return NumberDifference(ours, theirs).reason


def _overlap(one: Sequence[Span], other: Sequence[Span]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one for b in other)
