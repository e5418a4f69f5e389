"""Judging the places where a quote may stand with changed words: found, doubtful or gone."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from tui.anchoring.alignment import Alignment, align
from tui.anchoring.candidate_windows import candidate_windows
from tui.anchoring.contexts import context_is_elsewhere
from tui.anchoring.disambiguate import ORPHAN, ambiguous, is_brief
from tui.anchoring.quote_query import quote_query
from tui.anchoring.searched_text import SearchedText
from tui.anchoring.thresholds import (
    AGREEMENT,
    DOUBTFUL,
    KEPT_ALONE,
    KEPT_BESIDE,
    KEPT_BETWEEN,
    KEPT_LEAD,
    LONGEST_SOUGHT,
    STRICT_CONTEXT,
    WORDS_ALONE,
    WORDS_BESIDE,
    WORDS_BETWEEN,
)
from tui.anchoring.word_index import count_words
from tui.model import Anchor, AnchorState, Candidate, TextSelector

_THRESHOLDS = (KEPT_ALONE, KEPT_BESIDE, KEPT_BETWEEN)
_WORDS = (WORDS_ALONE, WORDS_BESIDE, WORDS_BETWEEN)
"""By the number of contexts that agree."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """A match, weighed."""

    match: Alignment
    agreeing: int
    """How many of the contexts agree."""
    margin: float
    """How far its share of kept words is over the threshold, negative where under it."""


def find_reworded(searched: SearchedText, selector: TextSelector) -> Anchor:
    """Return where the quote stands with changed words, marks or white space: adjusted, review or orphan."""
    query = quote_query(searched.index, selector)
    if query is None or len(query.codes) > LONGEST_SOUGHT:
        return ORPHAN
    found = (align(searched.index, query, window) for window in candidate_windows(searched.index, query))
    judged = _apart([_judge(searched.text, selector, match) for match in found if match])
    return _decide(searched, selector, judged)


def _judge(text: str, selector: TextSelector, match: Alignment) -> _Judged:
    """Weigh a match by its words; a brief quote's few words by their letters, if both contexts hold them."""
    agreeing = _agrees(selector.prefix, match.before) + _agrees(selector.suffix, match.after)
    kept = match.kept
    if agreeing == 2 and is_brief(selector.quote):
        kept = max(kept, _likeness(text, selector, match))
    return _Judged(match, agreeing, kept - _THRESHOLDS[agreeing])


def _likeness(text: str, selector: TextSelector, match: Alignment) -> float:
    """Return the share of letters that the quote and the place have in common, from 0 to 1."""
    return Levenshtein.normalized_similarity(selector.quote, text[match.start : match.end])


def _agrees(context: str, share: float) -> bool:
    return share >= (AGREEMENT if len(context) >= STRICT_CONTEXT else 1.0)


def _apart(judged: Sequence[_Judged]) -> list[_Judged]:
    """Put the best first, and drop those that overlap a better one."""
    apart: list[_Judged] = []
    for each in sorted(judged, key=lambda each: (-each.margin, each.match.start)):
        if all(each.match.end <= other.match.start or other.match.end <= each.match.start for other in apart):
            apart.append(each)
    return apart


def _decide(searched: SearchedText, selector: TextSelector, judged: Sequence[_Judged]) -> Anchor:
    likely = [each for each in judged if each.margin >= -DOUBTFUL and _may_count(selector, each)]
    if likely and _is_sure(searched, selector, likely[0], judged):
        best = likely[0].match
        return Anchor(AnchorState.ADJUSTED, best.start, best.end, _likeness(searched.text, selector, best))
    return ambiguous([Candidate(each.match.start, each.match.end, each.match.kept) for each in likely])


def _may_count(selector: TextSelector, each: _Judged) -> bool:
    """Leave out the places of a brief quote where none of its contexts stands."""
    return each.agreeing > 0 or not is_brief(selector.quote) or not (selector.prefix or selector.suffix)


def _is_sure(searched: SearchedText, selector: TextSelector, best: _Judged, judged: Sequence[_Judged]) -> bool:
    if best.margin < 0 or not _is_long_enough(selector, best):
        return False
    others = [each for each in judged if each is not best]
    if any(best.margin - other.margin < KEPT_LEAD for other in others):
        return False
    if best.agreeing == 2:
        return True
    if best.agreeing == 0 and any(other.agreeing == 2 for other in others):
        return False
    return not context_is_elsewhere(searched, selector, best.match.start, best.match.end)


def _is_long_enough(selector: TextSelector, best: _Judged) -> bool:
    """Ask the more words of a quote the fewer contexts hold its place."""
    contexts = bool(selector.prefix) + bool(selector.suffix)
    if best.match.kept == 1.0 and best.agreeing == contexts:
        return True
    return count_words(selector.quote) >= _WORDS[best.agreeing]
