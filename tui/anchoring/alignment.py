"""Align a changed quote with a window of the text, word by word."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from tui.anchoring.quote_query import QuoteQuery
from tui.anchoring.thresholds import GAP_COST, STRAY_WORDS
from tui.anchoring.word_index import WordIndex

_Pair = tuple[int, int]
"""A word of the query, and the same word in the window."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """A place where a changed quote may be.

    Shares are from 0 to 1.
    """

    start: int
    """In code points."""
    end: int
    kept: float
    """The share of the words, of quote and place, that both have in the same order."""
    prefix: float
    """The share of the prefix's words that are before the place."""
    suffix: float


def align(index: WordIndex, query: QuoteQuery, window: tuple[int, int]) -> Alignment | None:
    """Return where the quote is in `window` (first and last word, exclusive).

    If none of its words is left, return the place between its contexts, or None if a context is gone too.
    """
    codes = index.words.codes[window[0] : window[1]]
    pairs = _same_words(query.codes, codes)
    prefix = [pair for pair in pairs if pair[0] < query.first]
    suffix = [pair for pair in pairs if pair[0] >= query.last]
    core = _core([pair for pair in pairs if query.first <= pair[0] < query.last])
    if core:
        first, last = _first_word(query, core, prefix), _last_word(query, core, suffix, len(codes))
    elif prefix and suffix:
        first, last = prefix[-1][1] + 1, suffix[0][1]
    else:
        return None
    return Alignment(
        *_edges(index, query, core, window[0] + first, window[0] + last),
        _kept_share(index, query, core, codes[first:last]),
        _context_share(index, query.codes, query.codes[: query.first], prefix),
        _context_share(index, query.codes, query.codes[query.last :], suffix),
    )


def _same_words(query: str, window: str) -> list[_Pair]:
    """Return a longest common subsequence, in unbroken runs if possible."""
    pairs: list[_Pair] = []
    for block in LCSseq.opcodes(query, window):
        if block.tag == "equal":
            shift = block.dest_start - block.src_start
            pairs.extend((word, word + shift) for word in range(block.src_start, block.src_end))
    for number in range(len(pairs) - 2, -1, -1):
        word, (next_word, next_place) = pairs[number][0], pairs[number + 1]
        if word + 1 == next_word and query[word] == window[next_place - 1]:
            pairs[number] = (word, next_place - 1)
    return pairs


def _core(pairs: Sequence[_Pair]) -> Sequence[_Pair]:
    """Cut off words at either end that are too far from the others."""
    best = score = 0.0
    first = 0
    core = (0, 0)
    for number, (word, place) in enumerate(pairs):
        if number:
            gap = (place - pairs[number - 1][1]) - (word - pairs[number - 1][0])
            score -= GAP_COST * max(0, gap)
        if score <= 0:
            score, first = 0.0, number
        score += 1
        if score >= best:
            best, core = score, (first, number + 1)
    return pairs[core[0] : core[1]]


def _first_word(query: QuoteQuery, core: Sequence[_Pair], prefix: Sequence[_Pair]) -> int:
    changed = core[0][0] - query.first
    room = core[0][1] - (prefix[-1][1] + 1 if prefix else 0)
    bounded = bool(prefix) and prefix[-1][0] == query.first - 1
    return core[0][1] - _replacements(changed, room, bounded=bounded)


def _last_word(query: QuoteQuery, core: Sequence[_Pair], suffix: Sequence[_Pair], length: int) -> int:
    changed = query.last - 1 - core[-1][0]
    room = (suffix[0][1] if suffix else length) - core[-1][1] - 1
    bounded = bool(suffix) and suffix[0][0] == query.last
    return core[-1][1] + 1 + _replacements(changed, room, bounded=bounded)


def _replacements(changed: int, room: int, *, bounded: bool) -> int:
    """Return how many words beyond the core replace `changed` words.

    If the context bounds the `room` beyond the core, all words in it do, unless they are too many.
    """
    if not changed:
        return 0
    if bounded and room <= 2 * changed + STRAY_WORDS:
        return room
    return min(room, changed)


def _edges(index: WordIndex, query: QuoteQuery, core: Sequence[_Pair], first: int, last: int) -> tuple[int, int]:
    """Return the edges in code points, within words if the quote's were."""
    if first == last:
        return index.words.starts[first], index.words.starts[first]
    start, end = index.words.starts[first], index.words.ends[last - 1]
    if core and core[0][0] == query.first:
        start = min(start + query.cut_before, index.words.ends[first] - 1)
    if core and query.cut_after and core[-1][0] == query.last - 1:
        end = min(end, index.words.starts[last - 1] + query.cut_after)
    return start, max(end, start + 1)


def _kept_share(index: WordIndex, query: QuoteQuery, core: Sequence[_Pair], place: str) -> float:
    total = index.count(query.codes[query.first : query.last]) + index.count(place)
    return 2 * index.count([query.codes[word] for word, _ in core]) / total if total else 0.0


def _context_share(index: WordIndex, codes: str, context: str, pairs: Sequence[_Pair]) -> float:
    total = index.count(context)
    return index.count([codes[word] for word, _ in pairs]) / total if total else 0.0
