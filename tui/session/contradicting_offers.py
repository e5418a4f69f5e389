"""What a new proposition contradicts of what other accounts say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.model import Proposition
    from tui.session.proposition_offers import PropositionOffer


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
