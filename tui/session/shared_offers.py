"""The propositions of what other accounts say too."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tui.model import Proposition
    from tui.session.counterparts import Counterpart
    from tui.session.proposition_offers import PropositionOffer


def with_shared(
    offers: Sequence[PropositionOffer],
    counterparts: Iterable[Counterpart],
    linked: Callable[[Sequence[Counterpart]], Sequence[Proposition]],
) -> tuple[PropositionOffer, ...]:
    """Return offers with the proposition of what another account says too.

    It goes before a new proposition, so that what two accounts say becomes one row of the comparison. `linked` returns
    what the records of counterparts are about.
    """
    new = next((number for number, offer in enumerate(offers) if offer.is_new), None)
    if new is None:
        return (*offers,)
    for each in counterparts:
        propositions = linked([each]) if each.is_all_said else ()
        if len(propositions) == 1:  # of several, nobody can tell which one it is
            (proposition,) = propositions
            before = [offer for offer in offers[:new] if offer.proposition != proposition]
            after = [offer for offer in offers[new:] if offer.proposition != proposition]
            return (*before, shared_offer(offers[new], each, proposition), *after)
    return (*offers,)


def shared_offer(new: PropositionOffer, counterpart: Counterpart, proposition: Proposition) -> PropositionOffer:
    """Return the offer of what another account says."""
    reason = f"{counterpart.account.siglum} says it too."
    return new._replace(proposition=proposition, is_new=False, score=counterpart.score, reason=reason)
