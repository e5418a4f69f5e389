"""Find a quote whose words changed, and judge how certain its place is."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from tui.anchoring.alignment import Alignment, align
from tui.anchoring.candidate_windows import candidate_windows
from tui.anchoring.contexts import context_is_elsewhere
from tui.anchoring.disambiguate import ORPHAN, is_brief, review_anchor
from tui.anchoring.quote_query import quote_query
from tui.anchoring.searched_text import SearchedText
from tui.anchoring.thresholds import (
    KEPT_LEAD,
    MAX_QUERY_WORDS,
    MIN_AGREEMENT,
    MIN_KEPT,
    MIN_REWRITTEN,
    MIN_SIMILARITY,
    MIN_WORDS,
    REVIEW_MARGIN,
    STRICT_CONTEXT,
)
from tui.anchoring.word_index import count_words, folded_words
from tui.model import Anchor, AnchorState, Candidate, TextSelector


@dataclass(frozen=True, slots=True)
class _Match:
    """A place with its score."""

    place: Alignment
    agreeing: int
    """How many contexts agree."""
    margin: float
    """How far its share of kept words is above the minimum; negative if below."""


def find_reworded(searched: SearchedText, selector: TextSelector) -> Anchor:
    """Return the anchor of a changed quote: adjusted, review or orphan."""
    query = quote_query(searched.index, selector)
    if query is None or len(query.codes) > MAX_QUERY_WORDS:
        return ORPHAN
    places = (align(searched.index, query, window) for window in candidate_windows(searched.index, query))
    matches = _without_overlaps([_match(searched.text, selector, place) for place in places if place])
    return _decide(searched, selector, matches)


def _match(text: str, selector: TextSelector, place: Alignment) -> _Match:
    agreeing = _agrees(selector.prefix, place.prefix) + _agrees(selector.suffix, place.suffix)
    share = place.kept
    if agreeing == 2 and is_brief(selector.quote):
        share = max(share, _similarity(text, selector, place))  # few words say less than their letters
    return _Match(place, agreeing, share - MIN_KEPT[agreeing])


def _similarity(text: str, selector: TextSelector, place: Alignment) -> float:
    return Levenshtein.normalized_similarity(selector.quote, text[place.start : place.end])


def _agrees(context: str, share: float) -> bool:
    return share >= (MIN_AGREEMENT if len(context) >= STRICT_CONTEXT else 1.0)


def _without_overlaps(matches: Sequence[_Match]) -> list[_Match]:
    """Return the matches, best first, without those that overlap a better one."""
    apart: list[_Match] = []
    for match in sorted(matches, key=lambda match: (-match.margin, match.place.start)):
        place = match.place
        if all(place.end <= better.place.start or better.place.end <= place.start for better in apart):
            apart.append(match)
    return apart


def _decide(searched: SearchedText, selector: TextSelector, matches: Sequence[_Match]) -> Anchor:
    likely = [
        match
        for match in matches
        if (match.margin >= -REVIEW_MARGIN and _is_plausible(selector, match))
        or _is_rewritten(searched.text, selector, match)
    ]
    if likely and _is_certain(searched, selector, likely[0], matches):
        best = likely[0].place
        similarity = _similarity(searched.text, selector, best)
        if best.kept == 1.0 or similarity >= MIN_SIMILARITY:
            return Anchor(AnchorState.ADJUSTED, best.start, best.end, similarity)
    return review_anchor([Candidate(match.place.start, match.place.end, match.place.kept) for match in likely])


def _is_plausible(selector: TextSelector, match: _Match) -> bool:
    """Return whether the place of a brief quote is in any of its contexts."""
    return match.agreeing > 0 or not is_brief(selector.quote) or not (selector.prefix or selector.suffix)


def _is_rewritten(text: str, selector: TextSelector, match: _Match) -> bool:
    """Return whether the place of a long quote has a part of it, or its ends.

    Both contexts stand around it, so it is where the quote was, whatever became of the middle.
    """
    if match.agreeing < 2 or count_words(selector.quote) < MIN_WORDS[0]:
        return False
    old, new = folded_words(selector.quote), folded_words(text[match.place.start : match.place.end])
    has_ends = bool(new) and (old[0], old[-1]) == (new[0], new[-1])
    return has_ends or match.place.kept >= MIN_REWRITTEN


def _is_certain(searched: SearchedText, selector: TextSelector, best: _Match, matches: Sequence[_Match]) -> bool:
    if best.margin < 0 or not _has_enough_words(selector, best):
        return False
    others = [match for match in matches if match is not best]
    if any(best.margin - other.margin < KEPT_LEAD for other in others):
        return False
    if best.agreeing == 2:
        return True
    if best.agreeing == 0 and any(other.agreeing == 2 for other in others):
        return False
    return not context_is_elsewhere(searched, selector, best.place.start, best.place.end)


def _has_enough_words(selector: TextSelector, best: _Match) -> bool:
    contexts = bool(selector.prefix) + bool(selector.suffix)
    if best.place.kept == 1.0 and best.agreeing == contexts:
        return True
    return count_words(selector.quote) >= MIN_WORDS[best.agreeing]
