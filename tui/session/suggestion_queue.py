"""The suggestions for the open accounts, settled one after the other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tui.model import Annotation, Proposition
from tui.session.accepted_suggestions import Accepted, accept_all, is_complete, suggested_annotation
from tui.session.accepting_edit import AcceptingEdit
from tui.session.codebook_names import NEW_PREFIX, CodebookNames, known_names
from tui.session.contradicting_offers import with_contradictions
from tui.session.offered_suggestions import AccountSuggestions, Offered, next_offered
from tui.session.open_suggestions import Drafted, OpenSuggestions, find_open
from tui.session.recorded_propositions import RecordedPropositions
from tui.session.shared_offers import shared_offer, with_shared
from tui.session.slugs import new_slug
from tui.session.suggestion_refusal import refuse_suggestion
from tui.storage.workspace.refused_suggestions import read_refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tui.attribution.suggestion import Suggestion
    from tui.model import Account
    from tui.session.counterparts import Counterpart, Counterparts
    from tui.session.pending_edit import PendingEdit
    from tui.session.proposition_offers import PropositionOffer, PropositionOffers
    from tui.session.session import Session

LOWEST, HIGHEST, STEP = 0.2, 0.9, 0.1
"""The scores between which the threshold moves, and how far."""
MAX_ACCEPTED = 500
"""Suggestions that can be accepted in one step: each becomes a file, which takes milliseconds."""
_NOTHING = AccountSuggestions()


class FilledForm(NamedTuple):
    """What the form of a statement is filled with, and what saves it."""

    annotation: Annotation
    names: CodebookNames
    edit: PendingEdit


class FoundOpen(NamedTuple):
    """What is open, and for which decisions and open articles that is so."""

    version: int
    articles: tuple[str, ...]
    found: OpenSuggestions


class SuggestionQueue:
    """What was drafted, what of it is open, and which one is in question."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.threshold = 0.5
        self.by_score = False
        self._open = OpenSuggestions()
        self._version = 0
        """How often what is open was replaced."""
        self._open_in = session.open_articles
        """The articles whose positions what is open has."""
        self._current: Offered | None = None
        self._drafts: dict[str, tuple[Suggestion, ...]] = {}
        """By article id, settled or not."""
        self._offers: PropositionOffers | None = None
        """The propositions that are offered, once they are indexed."""
        self._turned = 0
        """How often another proposition was asked for."""
        self._counterparts: Counterparts | None = None
        """What other accounts say alike, once they are compared."""
        self._recorded = RecordedPropositions()

    def accounts(self) -> list[tuple[int, Account]]:
        """Return the accounts with their positions, once for each article.

        A thread may ask while other articles are opened.
        """
        accounts = self.session.accounts
        ids = [account.article.id for account in accounts]
        return [(position, accounts[position]) for position, article in enumerate(ids) if article not in ids[:position]]

    def account_of(self, offered: Offered) -> Account:
        """Return the account that a suggestion is for."""
        return self.session.accounts[offered.position]

    def clear(self) -> None:
        """Forget what was drafted."""
        self._drafts.clear()
        self._counterparts = None
        self._set_open(OpenSuggestions())

    def keep_drafts(self, article: str, drafts: tuple[Suggestion, ...]) -> None:
        """Replace what is drafted for an article, to be shown later."""
        self._drafts[article] = drafts

    def find_open(self) -> FoundOpen:
        """Find what is open, in a thread too: it takes longer than a key may take."""
        version, articles, by_score = self._version, self.session.open_articles, self.by_score
        found = find_open(self._drafted(), read_refused(self.session.workspace), by_score=by_score)
        return FoundOpen(version, articles, found)

    def show_open(self, found: FoundOpen) -> bool:
        """Replace what is open, and return if nothing has changed meanwhile.

        A suggestion may have been settled, or another article opened.
        """
        if (found.version, found.articles) != (self._version, self.session.open_articles):
            return False
        self._set_open(found.found)
        return True

    def set_offers(self, offers: PropositionOffers) -> None:
        """Replace the propositions that can be offered."""
        self._offers = offers

    def set_counterparts(self, counterparts: Counterparts) -> None:
        """Replace what other accounts say like the drafts."""
        self._counterparts = counterparts

    def drafts(self) -> list[tuple[Account, tuple[Suggestion, ...]]]:
        """Return each account with all that is drafted for it."""
        return [(each.account, each.drafts) for each in self._drafted()]

    def update(self) -> tuple[Offered, ...]:
        """Find what is open now, and return what was not open before."""
        before, drafted, refused = self._open, self._drafted(), read_refused(self.session.workspace)
        left = before.without_settled(drafted, refused)
        found = left or before.with_undone(drafted, refused) or find_open(drafted, refused, by_score=self.by_score)
        self._set_open(found)
        return () if left else tuple(each for each in self.offered if id(each.draft) not in before.numbers)

    @property
    def offered(self) -> tuple[Offered, ...]:
        """What is neither marked nor refused, in order."""
        return self._open.ordered

    def _drafted(self) -> list[Drafted]:
        drafts, accounts = self._drafts, self.accounts()
        return [Drafted(position, account, drafts.get(account.article.id, ())) for position, account in accounts]

    def _set_open(self, found: OpenSuggestions) -> None:
        self._open, self._open_in = found, self.session.open_articles
        self._version += 1
        if not self.is_open(self._current):
            self._set_current(None)

    def is_open(self, offered: Offered | None) -> bool:
        """Return whether a suggestion is neither settled nor drafted anew."""
        return offered is not None and id(offered.draft) in self._open.numbers

    def turn_order(self) -> None:
        """Sort by score, or by place again."""
        self.by_score = not self.by_score
        self._set_open(self._open.sorted(by_score=self.by_score))

    def move_threshold(self, by: int) -> bool:
        """Raise the threshold a step or lower it, and return if that is possible."""
        threshold = round(self.threshold + by * STEP, 1)
        if not LOWEST <= threshold <= HIGHEST:
            return False
        self.threshold = threshold
        return True

    def of_account(self, position: int) -> AccountSuggestions:
        """Return the open suggestions for an account by place."""
        return self._open.by_account.get(position, _NOTHING)

    @property
    def number(self) -> int:
        """The number of the current suggestion in the order, from 1, or 0."""
        index = self._index
        return 0 if index is None else index + 1

    @property
    def _index(self) -> int | None:
        return self._open.numbers.get(id(self.current.draft)) if self.current else None

    def go_to(self, position: int, offset: int) -> None:
        """Make the suggestion at a code point of an account the current one."""
        current = self.current
        if current is None or current.position != position or not current.has(offset):
            self._set_current(self.of_account(position).at(offset))

    def step(self, position: int, offset: int, by: int) -> bool:
        """Go to the next suggestion (`by` 1) or the one before, from a place.

        Return whether that was around the end.
        """
        following, has_wrapped = next_offered(self.offered, self._index, (position, offset), by)
        self._set_current(following)
        return has_wrapped

    @property
    def following(self) -> Offered | None:
        """The suggestion after the current one, if another is open."""
        following, _ = next_offered(self.offered, self._index, (0, 0), 1)
        return following if following is not self.current else None

    def choose(self, offered: Offered) -> None:
        """Make an open suggestion the current one."""
        self._set_current(offered if self.is_open(offered) else None)

    def _set_current(self, offered: Offered | None) -> None:
        if offered is not self._current:
            self._turned = 0
        self._current = offered

    @property
    def current(self) -> Offered | None:
        """The suggestion in question, or None while other articles are opened."""
        return self._current if self._open_in == self.session.open_articles else None

    def counterparts(self) -> tuple[Counterpart, ...]:
        """Return what other accounts say like the current one, the likest first."""
        return self._alike(self.current) if self.current else ()

    def _alike(self, offered: Offered) -> tuple[Counterpart, ...]:
        if self._counterparts is None:
            return ()
        return self._counterparts.of(self.account_of(offered).article.id, offered.draft)

    # Propositions

    def offers(self) -> tuple[PropositionOffer, ...]:
        """Return the propositions offered for the current one, the chosen first."""
        if self.current is None or self._offers is None:
            return ()
        offers = self._of(self.current)
        turned = self._turned % len(offers)
        return (*offers[turned:], *offers[:turned])

    def turn_offer(self) -> None:
        """Choose the next of the propositions that are offered."""
        self._turned += 1

    def _of(self, offered: Offered) -> tuple[PropositionOffer, ...]:
        if self._offers is None:
            return ()
        offers = self._offers.of(offered.draft, self.account_of(offered).article.text)
        alike = self._alike(offered)
        differing = [each for each in alike if each.difference]
        others = self._linked(differing) if differing else ()
        offers = tuple(with_contradictions(offer, others) for offer in offers) if others else offers
        return with_shared(offers, alike, self._linked) if alike else offers

    def _linked(self, counterparts: Sequence[Counterpart]) -> list[Proposition]:
        return self._recorded.linked(counterparts, self.session.accounts, self.session.codebook.propositions)

    # Settling

    def accept(self) -> None:
        """Save the current suggestion as a record, or raise SaveError."""
        if self.current is None:
            return
        offer = next(iter(self.offers()), None)
        accepted = self._accepted(self.current, offer)
        if accepted.proposition and accepted.proposition.contradicts:
            accept_all(self.session, [accepted])  # `add` saves no more than a proposition's sentence
        else:
            self.session.add(accepted.annotation, accepted.proposition)

    def _accepted(self, offered: Offered, offer: PropositionOffer | None) -> Accepted:
        proposition = offer.proposition if offer else None
        about = proposition.slug if proposition else ""
        annotation = suggested_annotation(offered.draft, self.account_of(offered).article, about)
        return Accepted(annotation, proposition if offer and offer.is_new else None)

    def form(self) -> FilledForm | None:
        """Return what the form of the current suggestion is filled with, if any."""
        if self.current is None:
            return None
        offers = self.offers()
        annotation, new = self._accepted(self.current, next(iter(offers), None))
        if new:
            annotation = replace(annotation, about=f"{NEW_PREFIX}{new.text}")
        sentences = (
            f"{NEW_PREFIX if offer.is_new else ''}{offer.proposition.text}" for offer in offers if offer.proposition
        )
        names = replace(known_names(self.session.collation, annotation), likely=tuple(sentences))
        new_ones = [offer.proposition for offer in offers if offer.proposition and offer.is_new]
        return FilledForm(annotation, names, AcceptingEdit(self.session, new_ones))

    def refuse(self) -> None:
        """Remember that the current suggestion is wrong, or raise SaveError."""
        if self.current:
            refuse_suggestion(self.session, self.account_of(self.current), self.current.draft)

    def complete(self) -> tuple[Offered, ...]:
        """Return the open suggestions that can be accepted as they are."""
        return tuple(each for each in self.offered if is_complete(each.draft))

    def offered_counts(self) -> tuple[int, int]:
        """Return how many would get a new proposition, and how many a known one."""
        offers = [offer for _, offer in self._chosen(self.complete())]
        new = {offer.proposition.slug for offer in offers if offer and offer.proposition and offer.is_new}
        return len(new), sum(
            bool(offer and offer.proposition and offer.proposition.slug not in new) for offer in offers
        )

    def accept_all(self, complete: Sequence[Offered], *, with_propositions: bool) -> int:
        """Save those of complete suggestions that are open, or raise SaveError.

        They are one step; return how many. Each gets the proposition that is offered first, and the same sentence is
        one proposition. One that was drafted anew meanwhile with the same result is open.
        """
        shown = set(complete)
        chosen = [each for each in self.complete() if each in shown]
        accepted = [self._accepted(each, None) for each in chosen]
        if with_propositions:
            accepted = [self._accepted(each, offer) for each, offer in self._chosen(chosen)]
        if accepted:
            accept_all(self.session, accepted)
        return len(accepted)

    def _chosen(self, complete: Sequence[Offered]) -> Iterator[tuple[Offered, PropositionOffer | None]]:
        """Yield complete suggestions, with what each is about if all are accepted."""
        taken = {*self.session.codebook.propositions}
        made: dict[str, Proposition] = {}
        by_draft: dict[Suggestion, Proposition] = {}
        for each in complete:
            offer = next(iter(self._of(each)), None)
            if offer and offer.is_new:
                offer = self._among(each, offer, by_draft)
            if offer and offer.proposition and offer.is_new:
                sentence = offer.proposition.text
                if sentence not in made:
                    made[sentence] = replace(offer.proposition, slug=new_slug(sentence, taken))
                    taken.add(made[sentence].slug)
                offer = offer._replace(proposition=made[sentence])
            if offer and offer.proposition:
                by_draft[each.draft] = offer.proposition
            yield each, offer

    def _among(
        self, each: Offered, new: PropositionOffer, chosen: Mapping[Suggestion, Proposition]
    ) -> PropositionOffer:
        """Return an offer that shares or contradicts what others get."""
        linked = [(other, chosen[other.draft]) for other in self._alike(each) if other.draft and other.draft in chosen]
        for other, proposition in linked:
            if other.is_all_said:
                return shared_offer(new, other, proposition)
        return with_contradictions(new, (proposition for other, proposition in linked if other.difference))
