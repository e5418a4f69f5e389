"""Where two quotes are the same saying in other words, and which words differ."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tui.analysis.folding import fold
from tui.model import Span

LEAST_COMMON = 4
"""So many words, in the same order, have to be common to both quotes."""
LEAST_SHARE = 0.7
"""So large a share of the words between the first and the last common one has to be common."""

_WORD = re.compile(r"\w+(?:['’\u00ad-]\w+)*")


@dataclass(frozen=True, slots=True)
class QuoteDifference:
    """Two wordings of one saying; the spans are code points of each quote."""

    share: float
    """How much of what is compared is common, from 0 to 1."""
    left: tuple[Span, ...]
    """The stretches of the left quote that the right one words differently or lacks."""
    right: tuple[Span, ...]
    """The stretches of the right quote that the left one words differently or lacks."""


@dataclass(frozen=True)
class QuoteWords:
    """A quote as folded words, and their places where somebody asks for them."""

    quote: str
    folded: tuple[str, ...]

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """Where each word stands in the quote."""
        return tuple(Span(*word.span()) for word in _WORD.finditer(self.quote))


def quote_words(quote: str) -> QuoteWords:
    """Return the words of `quote`, folded."""
    if quote.isascii():
        return QuoteWords(quote, tuple(_WORD.findall(fold(quote))))
    return QuoteWords(quote, tuple(map(fold, _WORD.findall(quote))))


def quote_difference(left: str, right: str) -> QuoteDifference | None:
    """Return how two quotes word the same saying differently, or None: the same words, or another saying."""
    return compare_quote_words(quote_words(left), quote_words(right))


def compare_quote_words(left: QuoteWords, right: QuoteWords) -> QuoteDifference | None:
    """Return the difference of two quotes already taken apart into words."""
    if left.folded == right.folded or _most_common(left.folded, right.folded) < LEAST_COMMON:
        return None
    common = _common(left.folded, right.folded)
    if len(common) < LEAST_COMMON:
        return None
    (first_left, first_right), (last_left, last_right) = common[0], common[-1]
    compared = (last_left - first_left + 1) + (last_right - first_right + 1)
    share = 2 * len(common) / compared
    if share < LEAST_SHARE or share == 1:
        return None
    return QuoteDifference(
        share,
        _others(left.spans, {pair[0] for pair in common}, first_left, last_left),
        _others(right.spans, {pair[1] for pair in common}, first_right, last_right),
    )


def _most_common(left: Sequence[str], right: Sequence[str]) -> int:
    """Return a number that the words of a longest common sequence cannot exceed, quickly."""
    known = frozenset(right)
    return sum(word in known for word in left)


def _common(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Return the positions of the words of a longest common sequence."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - 15 ms, and few quotes are that much alike

    pairs: list[tuple[int, int]] = []
    for block in LCSseq.opcodes(left, right):
        if block.tag == "equal":
            pairs += zip(range(block.src_start, block.src_end), range(block.dest_start, block.dest_end), strict=True)
    return pairs


def _others(spans: Sequence[Span], common: set[int], first: int, last: int) -> tuple[Span, ...]:
    """Return the words from `first` to `last` that are not common, neighbours joined."""
    stretches: list[Span] = []
    for position in range(first, last + 1):
        if position in common:
            continue
        start, end = spans[position]
        if stretches and position - 1 not in common:
            start = stretches.pop().start
        stretches.append(Span(start, end))
    return tuple(stretches)
