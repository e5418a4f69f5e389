"""Choosing among the places where a quote stands letter for letter."""

from collections.abc import Sequence

from tui.anchoring.contexts import context_agreement, context_is_elsewhere
from tui.anchoring.searched_text import SearchedText
from tui.anchoring.thresholds import AGREEMENT, BRIEF_LENGTH, BRIEF_WORDS, CLEAR_LEAD, FAINT_AGREEMENT
from tui.anchoring.word_index import count_words
from tui.model import Anchor, AnchorState, Candidate, TextSelector

ORPHAN = Anchor(AnchorState.ORPHAN)


def is_brief(quote: str) -> bool:
    """Tell whether `quote` is too short to be known again without its context."""
    return len(quote) < BRIEF_LENGTH or count_words(quote) < BRIEF_WORDS


def disambiguate(searched: SearchedText, selector: TextSelector, starts: Sequence[int]) -> Anchor:
    """Return the anchor of a quote that stands at each of `starts`: `exact` where context or hint settle it.

    Else `review`; or `orphan` where a brief quote stands among quite other words.
    """
    if not starts:
        return ORPHAN
    if not (selector.prefix or selector.suffix):
        return _without_context(selector, starts)
    length = len(selector.quote)
    places = [(start, context_agreement(searched.text, selector, start, start + length)) for start in starts]
    supported = [(start, sum(shares) / len(shares)) for start, shares in places if max(shares) >= AGREEMENT]
    if not supported:
        return _unsupported(searched, selector, [(start, sum(shares) / len(shares)) for start, shares in places])
    return _by_support(searched, selector, supported)


def _without_context(selector: TextSelector, starts: Sequence[int]) -> Anchor:
    if len(starts) == 1:
        return exact_anchor(selector, starts[0])
    if selector.start is not None and selector.start in starts:
        return exact_anchor(selector, selector.start)
    return review_anchor(selector, [(start, 1.0) for start in starts])


def _by_support(searched: SearchedText, selector: TextSelector, supported: Sequence[tuple[int, float]]) -> Anchor:
    best = max(share for _, share in supported)
    lead = CLEAR_LEAD if best < 1.0 else 0.0
    rivals = [(start, share) for start, share in supported if share >= best - lead]
    hinted = [place for place in rivals if place[0] == selector.start]
    if len(rivals) > 1 and not hinted:
        return review_anchor(selector, rivals)
    start = (hinted or rivals)[0][0]
    if context_is_elsewhere(searched, selector, start, start + len(selector.quote)):
        return review_anchor(selector, rivals)
    return exact_anchor(selector, start)


def _unsupported(searched: SearchedText, selector: TextSelector, places: Sequence[tuple[int, float]]) -> Anchor:
    """Judge places whose surroundings are not those that the selector remembers."""
    if is_brief(selector.quote):
        faint = [(start, share) for start, share in places if share >= FAINT_AGREEMENT]
        return review_anchor(selector, faint) if faint else ORPHAN
    start = places[0][0]
    if len(places) == 1 and not context_is_elsewhere(searched, selector, start, start + len(selector.quote)):
        return exact_anchor(selector, start)
    return review_anchor(selector, places)


def exact_anchor(selector: TextSelector, start: int) -> Anchor:
    """Return the anchor of a quote that stands at `start`, in code points."""
    return Anchor(AnchorState.EXACT, start, start + len(selector.quote), 1.0)


def review_anchor(selector: TextSelector, places: Sequence[tuple[int, float]]) -> Anchor:
    """Return an anchor that asks at which of `places` (start in code points, score) the quote is meant."""
    length = len(selector.quote)
    return ambiguous([Candidate(start, start + length, score) for start, score in places])


def ambiguous(candidates: Sequence[Candidate]) -> Anchor:
    """Return an anchor that asks which of `candidates` is meant, best first; none of them makes an orphan."""
    if not candidates:
        return ORPHAN
    ordered = sorted(candidates, key=lambda each: (-each.score, each.start, each.end))
    return Anchor(AnchorState.REVIEW, score=ordered[0].score, candidates=tuple(ordered))
