"""What a new proposition contradicts of what other accounts say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tui.model import Account, Proposition, Span
    from tui.session.counterparts import Counterpart
    from tui.session.proposition_offers import PropositionOffer


def linked_propositions(
    counterparts: Iterable[Counterpart], accounts: Iterable[Account], propositions: Mapping[str, Proposition]
) -> list[Proposition]:
    """Return what the records of counterparts are about."""
    today = {account.article.id: account for account in accounts}
    slugs = (
        slug
        for each in counterparts
        if each.account.article.id in today
        for slug in _abouts(today[each.account.article.id], each.spans)
    )
    return [propositions[slug] for slug in dict.fromkeys(slugs) if slug in propositions]


def _abouts(account: Account, spans: Sequence[Span]) -> Iterator[str]:
    for placed in account.anchored.values():
        if placed.annotation.about and any(a.start < b.end and b.start < a.end for a in placed.spans for b in spans):
            yield placed.annotation.about


def with_contradictions(offer: PropositionOffer, others: Iterable[Proposition]) -> PropositionOffer:
    """Return an offer that contradicts those others that differ in a number.

    A record may be about something that does not count, so the sentences are compared, not the quotes.
    """
    from tui.analysis.alignment.differing_numbers import differing_numbers  # noqa: PLC0415 - loaded with the matches

    new = offer.proposition
    if new is None or not offer.is_new:
        return offer
    for other in others:
        differences = differing_numbers(new.text, other.text, with_days=True)
        if differences and other.slug not in new.contradicts:
            new = replace(new, contradicts=(*new.contradicts, other.slug))
            reason = f"{offer.reason} Contradicts “{other.text}”: {differences[0].reason}.".lstrip()
            offer = offer._replace(proposition=new, reason=reason)
    return offer
