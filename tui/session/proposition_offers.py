"""The propositions that are offered for a suggestion."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.alignment.aligned_drafts import LINK_SCORE
from tui.analysis.alignment.draft_sentence import draft_sentence
from tui.analysis.alignment.nearest import Nearest, nearest_propositions
from tui.analysis.alignment.proposition_index import build_index, linked_quotes
from tui.analysis.alignment.quote_spans import quote_spans
from tui.model import Proposition
from tui.session.linked_drafts import is_proposition
from tui.session.slugs import new_slug

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.attribution.suggestion import Suggestion
    from tui.model import Collation


_FEW = 3
"""Words of a quote that say too little to be sure of a known proposition."""


class PropositionOffer(NamedTuple):
    """A proposition that a suggestion may be about, or none."""

    proposition: Proposition | None = None
    is_new: bool = False
    score: float = 0.0
    """How near a known proposition is, from 0 to 1."""
    reason: str = ""
    """Why a known proposition is near, or what a new one contradicts, as a sentence."""


class PropositionOffers:
    """Offers the propositions of a collation for suggestions."""

    def __init__(self, collation: Collation) -> None:
        self._codebook = collation.codebook
        self._index = build_index(collation.codebook.propositions.values(), linked_quotes(collation))
        self._of: dict[Suggestion, tuple[PropositionOffer, ...]] = {}

    def of(self, draft: Suggestion, text: str) -> tuple[PropositionOffer, ...]:
        """Return what a suggestion may be about, the likeliest first."""
        if draft not in self._of:
            self._of[draft] = self._find(draft, text)
        return self._of[draft]

    def _find(self, draft: Suggestion, text: str) -> tuple[PropositionOffer, ...]:
        propositions, pieces = self._codebook.propositions, [span.of(text) for span in quote_spans(draft, text)]
        nearest = nearest_propositions(" … ".join(pieces), self._index)
        known = [PropositionOffer(propositions[near.slug], score=near.score, reason=near.reason) for near in nearest]
        words = sum(len(piece.split()) for piece in pieces)
        sure = [offer for offer, near in zip(known, nearest, strict=True) if words > _FEW and _is_sure(near)]
        others = [offer for offer in known if offer not in sure]
        sentence = draft_sentence(draft, text)
        if not is_proposition(sentence, draft):
            return (*sure, PropositionOffer(), *others)
        contradicts = tuple(near.slug for near in nearest if near.differences)
        new = Proposition(new_slug(sentence, propositions), sentence, contradicts)
        reason = _contradiction(nearest, propositions)
        return (*sure, PropositionOffer(new, is_new=True, reason=reason), *others, PropositionOffer())


def _contradiction(nearest: Sequence[Nearest], propositions: Mapping[str, Proposition]) -> str:
    """Return what a new proposition contradicts, as sentences.

    As in `Contradicts “The car held 4 men”: “3 men” against “4 men”.`
    """
    differing = (near for near in nearest if near.differences)
    return " ".join(
        f"Contradicts “{propositions[near.slug].text}”: {near.differences[0].reason}." for near in differing
    )


def _is_sure(near: Nearest) -> bool:
    return near.score >= LINK_SCORE and not near.differences
