"""Drafts with what they may be about, and with what other accounts say."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from tui.analysis.alignment.draft_sentence import draft_sentence, is_of_speaker, sentence_spans
from tui.analysis.alignment.matches import SAME_QUOTATION, Match, account_words, find_matches
from tui.analysis.alignment.nearest import Nearest, nearest_propositions
from tui.analysis.alignment.proposition_index import PropositionIndex, build_index, linked_quotes
from tui.analysis.alignment.same_quotation import MIN_SHARE
from tui.attribution.suggestion import Suggestion
from tui.layout.guess_language import language_at
from tui.model import Account, Article, Collation, Span

MOST_COMPARED = 30
"""More accounts than these are not compared with each other: of 30 there are 435 pairs."""

LINK_SCORE = 0.6
"""From this score on, a near proposition is the right one: 46 of 47 times in the sample."""

AccountDrafts = tuple[Account, Sequence[Suggestion]]
"""An account with what is drafted for it."""


class AlignedDraft(NamedTuple):
    """A draft, with what it may be about."""

    draft: Suggestion
    nearest: tuple[Nearest, ...] = ()
    """The nearest propositions."""
    new: str = ""
    """A sentence for a new proposition, "" if none can stand alone."""
    is_marked: bool = False
    """Whether a record marks its place already, or it was refused."""

    @property
    def contradicts(self) -> tuple[str, ...]:
        """The slugs that a new proposition would contradict by its numbers."""
        return tuple(near.slug for near in self.nearest if near.differences)


class AlignedAccount(NamedTuple):
    """An account with its drafts, in the order of the text."""

    account: Account
    drafts: tuple[AlignedDraft, ...] = ()

    def __repr__(self) -> str:
        return f"AlignedAccount({self.account.article.id!r}, {len(self.drafts)} drafts)"


class AccountMatch(NamedTuple):
    """What two accounts both say, in whole or in part."""

    left: Account
    right: Account
    match: Match

    def __repr__(self) -> str:
        return f"AccountMatch({self.left.article.id!r}, {self.right.article.id!r}, {self.match})"

    def involves(self, account: Account) -> bool:
        return account.article.id in (self.left.article.id, self.right.article.id)

    def other_side(self, article: str, spans: Sequence[Span]) -> tuple[Account, int] | None:
        """Return the other account and its side if a place is in this match."""
        for side, own, other in ((0, self.left, self.right), (1, self.right, self.left)):
            if own.article.id == article and _overlap(self.match.of(side), spans):
                return other, 1 - side
        return None

    def is_all_said(self, side: int, draft: Suggestion, by: Suggestion) -> bool:
        """Return whether another draft says all that one at a side says.

        Not if its sentence is longer than what both say, or not what both say, or if a number differs, or if "she" and
        "we" are of somebody else.
        """
        match, text = self.match, (self.left, self.right)[side].article.text
        if match.differences or not _overlap(match.of(side), sentence_spans(draft, text)):
            return False
        if is_of_speaker(draft, text) and not {*draft.speaker} & {*by.speaker}:
            return False
        if match.rule != SAME_QUOTATION:
            return match.score >= LINK_SCORE
        return match.score * min(self._words(0), self._words(1)) >= MIN_SHARE * self._words(side)

    def _words(self, side: int) -> int:
        text = (self.left, self.right)[side].article.text
        return sum(len(span.of(text).split()) for span in self.match.of(side))


class AlignedDrafts(NamedTuple):
    """The drafts of several accounts, and what these have in common."""

    accounts: tuple[AlignedAccount, ...]
    matches: tuple[AccountMatch, ...] = ()


def align_drafts(collation: Collation, drafts: Sequence[tuple[Account, Sequence[AlignedDraft]]]) -> AlignedDrafts:
    """Return drafts with the nearest propositions, and the accounts' matches."""
    index = build_index(collation.codebook.propositions.values(), linked_quotes(collation))
    accounts = tuple(
        AlignedAccount(account, tuple(_aligned(each, account.article, index) for each in own))
        for account, own in drafts
    )
    return AlignedDrafts(accounts, match_accounts([(account, [each.draft for each in own]) for account, own in drafts]))


def _aligned(each: AlignedDraft, article: Article, index: PropositionIndex) -> AlignedDraft:
    whole = " … ".join(span.of(article.text) for span in each.draft.spans)
    sentence = draft_sentence(each.draft, article.text)
    return AlignedDraft(each.draft, nearest_propositions(whole, index), sentence, each.is_marked)


def match_accounts(drafts: Sequence[AccountDrafts]) -> tuple[AccountMatch, ...]:
    """Return what each two accounts both say, nothing of very many accounts."""
    return tuple(_matches(drafts)) if 1 < len(drafts) <= MOST_COMPARED else ()


def _matches(drafts: Sequence[AccountDrafts]) -> Iterator[AccountMatch]:
    words = [
        account_words(
            account.article.text,
            [(draft.spans, draft.speaker) for draft in own],
            language_at(account.article.text, 0, len(account.article.text)),
        )
        for account, own in drafts
    ]
    for one, other in combinations(range(len(words)), 2):
        for match in find_matches(words[one], words[other]):
            yield AccountMatch(drafts[one][0], drafts[other][0], match)


def _overlap(one: Sequence[Span], other: Sequence[Span]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one for b in other)
