"""A query laid word by word against a stretch of text: where the quote begins and ends, and what is left."""

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
    """A place where a changed quote may be."""

    start: int
    """In code points."""
    end: int
    """In code points, exclusive."""
    kept: float
    """The share of the words, of the quote and of the place, that both have in the same order, 0 to 1."""
    before: float
    """The share of the prefix's words that stand before the place, 0 to 1."""
    after: float
    """The share of the suffix's words that stand after the place, 0 to 1."""


def align(index: WordIndex, query: QuoteQuery, window: tuple[int, int]) -> Alignment | None:
    """Return the place of the query's quote in `window` (first and last word).

    Where no word of the quote is left, it is what stands between its contexts; None where they are gone too.
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
        _kept(index, query, core, codes[first:last]),
        _share(index, query.codes, query.codes[: query.first], prefix),
        _share(index, query.codes, query.codes[query.last :], suffix),
    )


def _same_words(asked: str, found: str) -> list[_Pair]:
    """Return the most words that both hold in the same order, moved together where they can stand in one row."""
    pairs: list[_Pair] = []
    for block in LCSseq.opcodes(asked, found):
        if block.tag == "equal":
            shift = block.dest_start - block.src_start
            pairs.extend((place, place + shift) for place in range(block.src_start, block.src_end))
    for place in range(len(pairs) - 2, -1, -1):
        word, follower = pairs[place][0], pairs[place + 1]
        if word + 1 == follower[0] and asked[word] == found[follower[1] - 1]:
            pairs[place] = (word, follower[1] - 1)
    return pairs


def _core(pairs: Sequence[_Pair]) -> Sequence[_Pair]:
    """Cut off words at either end that stand so far from the others that they are no part of the quote."""
    best = worth = 0.0
    first = 0
    span = (0, 0)
    for place, (asked, found) in enumerate(pairs):
        if place:
            gap = (found - pairs[place - 1][1]) - (asked - pairs[place - 1][0])
            worth -= GAP_COST * max(0, gap)
        if worth <= 0:
            worth, first = 0.0, place
        worth += 1
        if worth >= best:
            best, span = worth, (first, place + 1)
    return pairs[span[0] : span[1]]


def _first_word(query: QuoteQuery, core: Sequence[_Pair], prefix: Sequence[_Pair]) -> int:
    changed = core[0][0] - query.first
    room = core[0][1] - (prefix[-1][1] + 1 if prefix else 0)
    beside = bool(prefix) and prefix[-1][0] == query.first - 1
    return core[0][1] - _reach(changed, room, beside=beside)


def _last_word(query: QuoteQuery, core: Sequence[_Pair], suffix: Sequence[_Pair], length: int) -> int:
    changed = query.last - 1 - core[-1][0]
    room = (suffix[0][1] if suffix else length) - core[-1][1] - 1
    beside = bool(suffix) and suffix[0][0] == query.last
    return core[-1][1] + 1 + _reach(changed, room, beside=beside)


def _reach(changed: int, room: int, *, beside: bool) -> int:
    """Return how many words beyond the core stand in for the `changed` words at that end of the quote.

    Where the context stands right `beside` them, all words in the `room` up to it do, unless too many.
    """
    if not changed:
        return 0
    if beside and room <= 2 * changed + STRAY_WORDS:
        return room
    return min(room, changed)


def _edges(index: WordIndex, query: QuoteQuery, core: Sequence[_Pair], first: int, last: int) -> tuple[int, int]:
    """Turn words into code points; a quote that began within a word does so here, if the word is the same."""
    if first == last:
        return index.words.starts[first], index.words.starts[first]
    start, end = index.words.starts[first], index.words.ends[last - 1]
    if core and core[0][0] == query.first:
        start = min(start + query.cut_before, index.words.ends[first] - 1)
    if core and query.cut_after and core[-1][0] == query.last - 1:
        end = min(end, index.words.starts[last - 1] + query.cut_after)
    return start, max(end, start + 1)


def _kept(index: WordIndex, query: QuoteQuery, core: Sequence[_Pair], place: str) -> float:
    both = index.count(query.codes[query.first : query.last]) + index.count(place)
    return 2 * index.count([query.codes[asked] for asked, _ in core]) / both if both else 0.0


def _share(index: WordIndex, codes: str, context: str, pairs: Sequence[_Pair]) -> float:
    words = index.count(context)
    return index.count([codes[asked] for asked, _ in pairs]) / words if words else 0.0
