"""Choose among the places where a quote is letter for letter."""

from collections.abc import Sequence

from tui.anchoring.contexts import context_agreement, context_is_elsewhere
from tui.anchoring.searched_text import SearchedText
from tui.anchoring.thresholds import BRIEF_LENGTH, BRIEF_WORDS, CLEAR_LEAD, FAINT_AGREEMENT, MIN_AGREEMENT
from tui.anchoring.word_index import count_words
from tui.model import Anchor, AnchorState, Candidate, TextSelector

ORPHAN = Anchor(AnchorState.ORPHAN)

_Scored = tuple[int, float]
"""A start in code points, and how well the contexts agree there."""


def is_brief(quote: str) -> bool:
    """Return whether `quote` cannot be recognized without its context."""
    return len(quote) < BRIEF_LENGTH or count_words(quote) < BRIEF_WORDS


def disambiguate(searched: SearchedText, selector: TextSelector, starts: Sequence[int]) -> Anchor:
    """Return the anchor of a quote that is at all `starts`, in code points.

    It is `exact` if context or hint decide, else `review`, or `orphan` if a brief quote is in another context.
    """
    if not starts:
        return ORPHAN
    if not (selector.prefix or selector.suffix):
        return _without_context(selector, starts)
    length = len(selector.quote)
    places = [(start, context_agreement(searched.text, selector, start, start + length)) for start in starts]
    supported = [(start, sum(shares) / len(shares)) for start, shares in places if max(shares) >= MIN_AGREEMENT]
    if not supported:
        return _unsupported(searched, selector, [(start, sum(shares) / len(shares)) for start, shares in places])
    return _by_support(searched, selector, supported)


def _without_context(selector: TextSelector, starts: Sequence[int]) -> Anchor:
    if len(starts) == 1:
        return exact_anchor(selector, starts[0])
    if selector.start is not None and selector.start in starts:
        return exact_anchor(selector, selector.start)
    return _review(selector, [(start, 1.0) for start in starts])


def _by_support(searched: SearchedText, selector: TextSelector, supported: Sequence[_Scored]) -> Anchor:
    best = max(share for _, share in supported)
    lead = CLEAR_LEAD if best < 1.0 else 0.0
    rivals = [(start, share) for start, share in supported if share >= best - lead]
    hinted = [rival for rival in rivals if rival[0] == selector.start]
    if len(rivals) > 1 and not hinted:
        return _review(selector, rivals)
    start = (hinted or rivals)[0][0]
    if context_is_elsewhere(searched, selector, start, start + len(selector.quote)):
        return _review(selector, rivals)
    return exact_anchor(selector, start)


def _unsupported(searched: SearchedText, selector: TextSelector, places: Sequence[_Scored]) -> Anchor:
    """Judge places where no context agrees."""
    if is_brief(selector.quote):
        return _review(selector, [(start, share) for start, share in places if share >= FAINT_AGREEMENT])
    start = places[0][0]
    if len(places) == 1 and not context_is_elsewhere(searched, selector, start, start + len(selector.quote)):
        return exact_anchor(selector, start)
    return _review(selector, places)


def _review(selector: TextSelector, places: Sequence[_Scored]) -> Anchor:
    length = len(selector.quote)
    return review_anchor([Candidate(start, start + length, score) for start, score in places])


def exact_anchor(selector: TextSelector, start: int) -> Anchor:
    """Return the anchor of a quote that is at `start`, in code points."""
    return Anchor(AnchorState.EXACT, start, start + len(selector.quote), 1.0)


def review_anchor(candidates: Sequence[Candidate]) -> Anchor:
    """Return the anchor to review `candidates`, an orphan if there are none."""
    if not candidates:
        return ORPHAN
    ordered = sorted(candidates, key=lambda candidate: (-candidate.score, candidate.start, candidate.end))
    return Anchor(AnchorState.REVIEW, score=ordered[0].score, candidates=tuple(ordered))
