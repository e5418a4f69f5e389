"""The comparison of two quotes that may word one saying differently."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.analysis.folding import fold
from tui.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rapidfuzz.distance import Editops

MIN_COMMON_WORDS = 4
"""Two quotes of one saying have so many words in common, in the same order."""
MIN_COMMON_SHARE = 0.7
"""These make up at least this share of the words between the first and the last of them."""

_WORD = re.compile(r"\w+(?:['’\u00ad-]\w+)*")


@dataclass(frozen=True, slots=True, eq=False)  # many pairs of statements share one, which is then found at once
class QuoteDifference:
    """What differs between two quotes, in code points of each quote."""

    share: float
    """The share of common words, from 0 to 1."""
    left: tuple[Span, ...]
    """What the right quote words differently or lacks."""
    right: tuple[Span, ...]
    """What the left quote words differently or lacks."""


@dataclass(frozen=True)
class QuoteWords:
    """A quote, split into folded words."""

    quote: str
    folded: tuple[str, ...]

    @cached_property
    def distinct(self) -> frozenset[str]:
        """The folded words, each once."""
        return frozenset(self.folded)

    @cached_property
    def repeated(self) -> int:
        """How many of the words are there before."""
        return len(self.folded) - len(self.distinct)

    @cached_property
    def word_pairs(self) -> frozenset[int]:
        """The hash of each two folded words with one other between them at most.

        There are none if the words are too few for a difference.
        """
        if len(self.folded) < MIN_COMMON_WORDS:
            return frozenset()
        return frozenset(map(hash, [*pairwise(self.folded), *zip(self.folded, self.folded[2:], strict=False)]))

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The place of each word, in code points of the quote."""
        return tuple(Span(*word.span()) for word in _WORD.finditer(self.quote))


@lru_cache(maxsize=2048)  # people may share a statement, or quote each other
def split_quote(quote: str) -> QuoteWords:
    """Return a quote split into folded words."""
    if quote.isascii():
        return QuoteWords(quote, tuple(_WORD.findall(fold(quote))))
    return QuoteWords(quote, tuple([word.lower() if word.isascii() else fold(word) for word in _WORD.findall(quote)]))


def compare_quotes(left: QuoteWords, right: QuoteWords) -> QuoteDifference | None:
    """Return the difference of two quotes, or None if they are one or unlike.

    `a b c d e` and `a b X c d e` have the spans `()` and `(Span(4, 5),)`.
    """
    common = _common_positions(left.folded, right.folded)
    if len(common) < MIN_COMMON_WORDS:
        return None
    (first_left, first_right), (last_left, last_right) = common[0], common[-1]
    compared = (last_left - first_left + 1) + (last_right - first_right + 1)
    share = 2 * len(common) / compared
    if share < MIN_COMMON_SHARE or share == 1:
        return None
    return QuoteDifference(
        share,
        _other_spans(left.spans, {pair[0] for pair in common}, first_left, last_left),
        _other_spans(right.spans, {pair[1] for pair in common}, first_right, last_right),
    )


def may_differ(left: QuoteWords, right: QuoteWords) -> bool:
    """Return whether two quotes, in either order, may have a difference.

    They are not one, and their longest common sequence may have enough words.
    """
    shared = len(left.distinct & right.distinct)
    if shared < MIN_COMMON_WORDS and shared + min(left.repeated, right.repeated) < MIN_COMMON_WORDS:
        return False
    return left.folded != right.folded


def _common_positions(left: Sequence[str], right: Sequence[str]) -> Sequence[tuple[int, int]]:
    """Return where the longest common sequence is, unless in one block."""
    blocks = _editops()(left, right).as_matching_blocks()
    if len(blocks) < 3:  # the last one is empty
        return ()
    pairs: list[tuple[int, int]] = []
    for start, other_start, size in blocks:
        pairs += zip(range(start, start + size), range(other_start, other_start + size), strict=True)
    return pairs


@cache
def _editops() -> Callable[[Sequence[str], Sequence[str]], Editops]:
    """Return the function that finds what differs between two sequences."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - takes 15 ms, and few quotes get this far

    return LCSseq.editops


def _other_spans(spans: Sequence[Span], common: set[int], first: int, last: int) -> tuple[Span, ...]:
    """Return what is not common from `first` to `last`, neighbours joined."""
    others: list[Span] = []
    for position in range(first, last + 1):
        if position in common:
            continue
        start, end = spans[position]
        if others and position - 1 not in common:
            start = others.pop().start
        others.append(Span(start, end))
    return tuple(others)
