"""Weigh letter-for-letter copies of a quote against reworded places."""

from collections.abc import Sequence

from tui.anchoring.contexts import context_support, contexts_are_elsewhere, has_whole_contexts
from tui.anchoring.disambiguate import review_anchor
from tui.anchoring.searched_text import SearchedText
from tui.anchoring.thresholds import SETTLED_SUPPORT
from tui.anchoring.word_index import folded_words
from tui.model import Anchor, AnchorState, Candidate, TextSelector


def is_settled(searched: SearchedText, selector: TextSelector, exact: Anchor) -> bool:
    """Return whether no reworded place can be better than the exact copies.

    One can if a context that the copy lacks is elsewhere, near the other one: that may be where the quote was.
    """
    if exact.start is None or exact.end is None:
        return exact.score == 1.0
    if context_support(searched.text, selector, exact.start, exact.end) >= SETTLED_SUPPORT:
        return True
    return not contexts_are_elsewhere(searched, selector, exact.start, exact.end)


def merge(text: str, selector: TextSelector, exact: Anchor, reworded: Anchor) -> Anchor:
    """Return the anchor of a quote with exact copies and reworded places.

    A copy gives way to the one place in whole contexts whose words are the same. Otherwise both are for review.
    """
    places = _places(reworded)
    if exact.start is not None and exact.end is not None:
        support = context_support(text, selector, exact.start, exact.end)
        copies = [Candidate(exact.start, exact.end, support)]
        others = [
            place
            for place in _apart(places, copies)
            if context_support(text, selector, place.start, place.end) > support
        ]
        if not others:
            return exact
    else:
        copies = list(exact.candidates)
        others = _apart(places, copies)
        is_copy = any(text[place.start : place.end] == selector.quote for place in places)
        if not copies and not is_copy:
            return reworded
    same = [place for place in others if _is_same(text, selector, place)]
    if len(same) == 1:
        return _adjusted(text, selector, same[0])
    return review_anchor([*copies, *others])


def _places(anchor: Anchor) -> Sequence[Candidate]:
    if anchor.start is None or anchor.end is None:
        return anchor.candidates
    return (Candidate(anchor.start, anchor.end, anchor.score),)


def _apart(places: Sequence[Candidate], copies: Sequence[Candidate]) -> list[Candidate]:
    """Return the places that overlap no copy."""
    return [place for place in places if all(place.end <= copy.start or copy.end <= place.start for copy in copies)]


def _is_same(text: str, selector: TextSelector, place: Candidate) -> bool:
    """Return whether the words are the same, and both contexts are whole."""
    if not has_whole_contexts(text, selector, place.start, place.end):
        return False
    return folded_words(text[place.start : place.end]) == folded_words(selector.quote)


def _adjusted(text: str, selector: TextSelector, place: Candidate) -> Anchor:
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - not needed to open most articles

    score = Levenshtein.normalized_similarity(selector.quote, text[place.start : place.end])
    return Anchor(AnchorState.ADJUSTED, place.start, place.end, score)
