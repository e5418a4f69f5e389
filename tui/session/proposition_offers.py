"""The propositions that are offered for a suggestion."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.alignment.nearest import nearest_propositions
from tui.analysis.alignment.new_proposition import new_proposition
from tui.analysis.alignment.proposition_index import build_index, linked_quotes
from tui.model import Proposition
from tui.session.accepted_suggestions import quote_spans
from tui.session.slugs import new_slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.attribution.suggestion import Suggestion
    from tui.model import Collation

NEAR = 0.5
"""The score from which a known proposition is offered before a new one."""
_MIN_WORDS = 4
"""Words of a new sentence, at least: fewer say nothing that can be true."""


class PropositionOffer(NamedTuple):
    """A proposition that a suggestion may be about, or none."""

    proposition: Proposition | None = None
    is_new: bool = False
    score: float = 0.0
    """How near a known proposition is, from 0 to 1."""
    reason: str = ""
    """Why a known proposition is near, as a sentence."""


class PropositionOffers:
    """Offers the propositions of a collation for suggestions."""

    def __init__(self, collation: Collation) -> None:
        self._codebook = collation.codebook
        self._index = build_index(collation.codebook.propositions.values(), linked_quotes(collation))
        self._of: dict[Suggestion, tuple[PropositionOffer, ...]] = {}

    def of(self, draft: Suggestion, text: str) -> tuple[PropositionOffer, ...]:
        """Return what a suggestion may be about: likeliest first, none last."""
        if draft not in self._of:
            self._of[draft] = self._find(" … ".join(span.of(text) for span in quote_spans(draft, text)))
        return self._of[draft]

    def _find(self, words: str) -> tuple[PropositionOffer, ...]:
        propositions = self._codebook.propositions
        known = [
            PropositionOffer(propositions[near.slug], score=near.score, reason=near.reason)
            for near in nearest_propositions(words, self._index)
        ]
        near = [offer for offer in known if offer.score >= NEAR]
        return (*near, *self._new(words), *known[len(near) :], PropositionOffer())

    def _new(self, words: str) -> Iterator[PropositionOffer]:
        sentence = new_proposition(words)
        if len(sentence.split()) >= _MIN_WORDS:
            slug = new_slug(sentence, self._codebook.propositions)
            yield PropositionOffer(Proposition(slug, sentence), is_new=True)
