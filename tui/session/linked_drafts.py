"""Choose the proposition of each draft that is accepted with many others."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tui.analysis.alignment.aligned_drafts import LINK_SCORE, AccountMatch, AlignedDraft, AlignedDrafts
from tui.analysis.alignment.draft_sentence import MIN_WORDS
from tui.attribution.suggestion import Suggestion
from tui.model import Account, Codebook, Proposition
from tui.session.accepted_suggestions import Accepted, is_complete, suggested_annotation
from tui.session.draft_link import Link
from tui.session.match_places import DraftPlaces, MatchPlaces
from tui.session.slugs import new_slug

_CONTRADICTING = 0.3
"""From this score on, numbers that differ are of one thing."""
_NO_SENTENCE = frozenset({"infinitive", "object", "preposition", "wh"})
"""The rules whose drafts quote no whole sentence."""


def linked_drafts(
    aligned: AlignedDrafts, codebook: Codebook, about: Mapping[Suggestion, str], link: Link
) -> list[Accepted]:
    """Return the records, with propositions, of all acceptable drafts.

    Left out is what is marked, and what has no speaker. `about` are the slugs that a file names.
    """
    linker = _Linker(aligned, codebook, link)
    return [
        linker.accepted(each, own.account, about.get(each.draft, ""))
        for own in aligned.accounts
        for each in own.drafts
        if not each.is_marked and is_complete(each.draft)
    ]


class _Alike(NamedTuple):
    """What a linked draft of another account says like a draft."""

    match: AccountMatch
    slug: str
    is_all_said: bool
    """Whether the draft says all of the other's sentence."""


class _Linker:
    """Gives each draft a proposition, and one to what accounts say alike."""

    def __init__(self, aligned: AlignedDrafts, codebook: Codebook, link: Link) -> None:
        self._matches = MatchPlaces(aligned.matches)
        self._drafts = {
            own.account.article.id: DraftPlaces([each.draft for each in own.drafts]) for own in aligned.accounts
        }
        self._codebook = codebook
        self._link = link
        self._new: dict[str, Proposition] = {}
        """By sentence."""
        self._taken = {*codebook.propositions}
        """The slugs of all propositions."""
        self._linked: dict[tuple[str, Suggestion], str] = {}
        """The slugs of the drafts that have a proposition, by article id and draft."""

    def accepted(self, each: AlignedDraft, account: Account, named: str) -> Accepted:
        """Return a draft's record, with the proposition that a file names."""
        slug, new = self._proposition(each, account, named)
        if slug:
            self._linked[account.article.id, each.draft] = slug
        return Accepted(suggested_annotation(each.draft, account.article, slug), new)

    def _proposition(self, each: AlignedDraft, account: Account, named: str) -> tuple[str, Proposition | None]:
        """Return a draft's slug, and its proposition if that is new."""
        if named in self._codebook.propositions:
            return named, None
        near = each.nearest[0] if each.nearest else None
        if self._link is not Link.NONE and near and near.score >= LINK_SCORE and not near.differences:
            return near.slug, None
        if self._link is not Link.NEW or not is_proposition(each.new, each.draft):
            return "", None
        alike = next((said.slug for said in self._alike(each.draft, account) if said.is_all_said), "")
        return (alike, None) if alike else self._created(each, account)

    def _created(self, each: AlignedDraft, account: Account) -> tuple[str, Proposition | None]:
        if each.new in self._new:
            return self._new[each.new].slug, None
        differing = [said.slug for said in self._alike(each.draft, account) if _contradicts(said.match)]
        contradicts = tuple(dict.fromkeys((*each.contradicts, *differing)))
        new = self._new[each.new] = Proposition(new_slug(each.new, self._taken), each.new, contradicts)
        self._taken.add(new.slug)
        return new.slug, new

    def _alike(self, draft: Suggestion, account: Account) -> Iterator[_Alike]:
        """Yield what linked drafts of other accounts say alike."""
        for match in self._matches.at(account.article.id, draft.spans):
            found = match.other_side(account.article.id, draft.spans)
            if found:
                other, side = found
                for linked in self._drafts[other.article.id].at(match.match.of(side)):
                    if slug := self._linked.get((other.article.id, linked)):
                        yield _Alike(match, slug, match.is_all_said(side, linked, draft))


def is_proposition(sentence: str, draft: Suggestion) -> bool:
    """Return whether the sentence of a draft's quote can be true or false."""
    return len(sentence.split()) >= MIN_WORDS and draft.rule not in _NO_SENTENCE


def _contradicts(each: AccountMatch) -> bool:
    return bool(each.match.differences) and each.match.score >= _CONTRADICTING
