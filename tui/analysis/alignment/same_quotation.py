"""The quotations that two accounts both print, in whole or in part."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from tui.analysis.alignment.terms import function_words
from tui.analysis.folding import fold
from tui.layout.unspaced_words import UNSPACED
from tui.model import Span

MIN_SHARE = 0.75
"""The share of the shorter quotation's words that the longer one has, in their order."""
MIN_WORDS = 4
_MIN_CONTENT = 3
"""Different words, but function words, that both have."""
_MOST_SPREAD = 2
"""How many times as many words the common ones are spread over."""
_RUN = 3
"""Neighbouring words by which two quotations are found to be alike."""
_MOST_OWNERS = 40
"""A run of words in more quotations than this finds none."""
_EDGE = 3
"""Words at an end that differ: where there are more, one of them prints more."""
_LONGEST = 1000
"""Words of a quotation that are compared."""


class SameQuotation(NamedTuple):
    """One quotation as two accounts print it, by its number in each."""

    left: int
    right: int
    share: float
    """The share of the shorter one's words that both have, from 0 to 1."""
    only_left: tuple[Span, ...]
    """The words between the common ones that differ, in code points of the left quotation.

    So do a few words before or behind all of them, if the other quotation has others there.
    """
    only_right: tuple[Span, ...]
    is_whole: bool
    """Whether both print all of it in the same words."""
    has_more: bool
    """Whether one of them prints more, before or behind what both have."""


class _Words(NamedTuple):
    """The words of a quotation, folded, with their places."""

    folded: tuple[str, ...]
    spans: tuple[Span, ...]

    def runs(self) -> set[tuple[str, ...]]:
        return {self.folded[at : at + _RUN] for at in range(len(self.folded) - _RUN + 1)}


def same_quotations(left: Sequence[str], right: Sequence[str]) -> list[SameQuotation]:
    """Return which quotations of two accounts are the same, by their numbers.

    Each has one partner at most: the one with which it shares most.
    """
    ours, theirs = [*map(_words, left)], [*map(_words, right)]
    plain = function_words((*left, *right))
    found = (_compared(one, other, ours[one], theirs[other], plain) for one, other in _candidates(ours, theirs))
    return _best(pair for pair in found if pair)


def _words(quotation: str) -> _Words:
    matches = [match for match, _ in zip(_word().finditer(quotation), range(_LONGEST), strict=False)]
    return _Words(tuple(fold(match[0]) for match in matches), tuple(Span(*match.span()) for match in matches))


@cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}]+(?:['’\u00ad-][^\W{UNSPACED}]+)*")


def _candidates(ours: list[_Words], theirs: list[_Words]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that share a run of words."""
    owners: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, words in enumerate(theirs):
        for run in words.runs():
            owners[run].append(number)
    for number, words in enumerate(ours):
        sharing = (owners[run] for run in words.runs() if run in owners)
        for other in sorted({other for numbers in sharing if len(numbers) <= _MOST_OWNERS for other in numbers}):
            yield number, other


def _compared(one: int, other: int, ours: _Words, theirs: _Words, plain: frozenset[str]) -> SameQuotation | None:
    """Return two quotations as one, or None if too little of them is common."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - few pairs of articles share quotations

    shorter = min(len(ours.folded), len(theirs.folded))
    pairs = [
        (start + step, start_other + step)
        for start, start_other, size in LCSseq.editops(ours.folded, theirs.folded).as_matching_blocks()
        for step in range(size)
    ]
    if shorter < MIN_WORDS or len(pairs) < MIN_SHARE * shorter or len(_content(ours, pairs, plain)) < _MIN_CONTENT:
        return None
    (first, first_other), (last, last_other) = pairs[0], pairs[-1]
    if max(last - first, last_other - first_other) + 1 > _MOST_SPREAD * len(pairs):
        return None
    edges = [(-1, -1)] if _is_edge(first, first_other) else []
    behind = len(ours.folded) - 1 - last, len(theirs.folded) - 1 - last_other
    ends = [(len(ours.folded), len(theirs.folded))] if _is_edge(*behind) else []
    common = [*edges, *pairs, *ends]
    has_more = (not edges and first + first_other > 0) or (not ends and sum(behind) > 0)
    is_whole = len(pairs) == len(ours.folded) == len(theirs.folded)
    return SameQuotation(
        one,
        other,
        round(len(pairs) / shorter, 2),
        _between(ours, [pair[0] for pair in common]),
        _between(theirs, [pair[1] for pair in common]),
        is_whole,
        has_more,
    )


def _is_edge(ours: int, theirs: int) -> bool:
    """Return whether both have a few other words at one end."""
    return 0 < ours <= _EDGE and 0 < theirs <= _EDGE


def _content(words: _Words, pairs: Iterable[tuple[int, int]], plain: frozenset[str]) -> set[str]:
    return {words.folded[at] for at, _ in pairs} - plain


def _between(words: _Words, common: list[int]) -> tuple[Span, ...]:
    """Return the places of the words between common ones."""
    return tuple(
        Span(words.spans[before + 1].start, words.spans[after - 1].end)
        for before, after in pairwise(common)
        if after - before > 1
    )


def _best(pairs: Iterable[SameQuotation]) -> list[SameQuotation]:
    """Return the pairs that share most, none of them with the same quotation."""
    taken: set[tuple[str, int]] = set()
    chosen = []
    for pair in sorted(pairs, key=lambda pair: (-pair.share, pair.left, pair.right)):
        own = {("left", pair.left), ("right", pair.right)}
        if not taken & own:
            taken |= own
            chosen.append(pair)
    return sorted(chosen, key=lambda pair: pair.left)
