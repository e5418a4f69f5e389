"""Choosing among the places where a quote stands letter for letter."""

from collections.abc import Sequence

from tui.anchoring.contexts import agreement, stands_elsewhere
from tui.anchoring.thresholds import AGREEMENT, BRIEF_LENGTH, BRIEF_WORDS, CLEAR_LEAD, FAINT_AGREEMENT
from tui.model import Anchor, AnchorState, Candidate, TextSelector

ORPHAN = Anchor(AnchorState.ORPHAN)


def is_brief(quote: str) -> bool:
    """Tell whether `quote` is too short to be known again without its context."""
    return len(quote) < BRIEF_LENGTH or len(quote.split()) < BRIEF_WORDS


def settle(text: str, selector: TextSelector, starts: Sequence[int]) -> Anchor:
    """Return the anchor of a quote that stands at each of `starts`: settled by context or hint, or asked."""
    if not starts:
        return ORPHAN
    if not (selector.prefix or selector.suffix):
        return _without_context(selector, starts)
    places = [(start, agreement(text, selector, start, start + len(selector.quote))) for start in starts]
    supported = [(start, sum(shares) / len(shares)) for start, shares in places if max(shares) >= AGREEMENT]
    if supported:
        return _by_support(selector, supported)
    return _unsupported(text, selector, places)


def _without_context(selector: TextSelector, starts: Sequence[int]) -> Anchor:
    if len(starts) == 1:
        return exact(selector, starts[0])
    if selector.start is not None and selector.start in starts:
        return exact(selector, selector.start)
    return review(selector, [(start, 1.0) for start in starts])


def _by_support(selector: TextSelector, supported: list[tuple[int, float]]) -> Anchor:
    best = max(share for _, share in supported)
    lead = CLEAR_LEAD if best < 1.0 else 0.0
    rivals = [(start, share) for start, share in supported if share >= best - lead]
    if len(rivals) == 1:
        return exact(selector, rivals[0][0])
    if selector.start is not None and any(start == selector.start for start, _ in rivals):
        return exact(selector, selector.start)
    return review(selector, rivals)


def _unsupported(text: str, selector: TextSelector, places: list[tuple[int, tuple[float, ...]]]) -> Anchor:
    """Judge places whose surroundings are not those that the selector remembers."""
    listed = [(start, sum(shares) / len(shares)) for start, shares in places]
    if is_brief(selector.quote):
        faint = [(start, share) for start, share in listed if share >= FAINT_AGREEMENT]
        return review(selector, faint) if faint else ORPHAN
    start = places[0][0]
    end = start + len(selector.quote)
    alone = len(places) == 1
    if alone and (
        _is_paragraph(text, selector, start, end) or not stands_elsewhere(text, selector, start, end)
    ):
        return exact(selector, start)
    return review(selector, listed)


def _is_paragraph(text: str, selector: TextSelector, start: int, end: int) -> bool:
    """Tell whether the quote was a whole paragraph and is one here: then the paragraph moved."""
    was = selector.prefix[-1:] in ("", "\n") and selector.suffix[:1] in ("", "\n")
    return was and text[max(0, start - 1) : start] in ("", "\n") and text[end : end + 1] in ("", "\n")


def exact(selector: TextSelector, start: int) -> Anchor:
    """Return the anchor of a quote that stands at `start`."""
    return Anchor(AnchorState.EXACT, start, start + len(selector.quote), 1.0)


def review(selector: TextSelector, places: Sequence[tuple[int, float]]) -> Anchor:
    """Return an anchor that asks which of `places` (start, score) is meant, best first."""
    length = len(selector.quote)
    ordered = sorted(places, key=lambda place: (-place[1], place[0]))
    candidates = tuple(Candidate(start, start + length, score) for start, score in ordered)
    return Anchor(AnchorState.REVIEW, score=candidates[0].score, candidates=candidates)
