"""Find sayings that two accounts quote in different words."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from tui.analysis.quote_variants import (
    QuoteDifference,
    QuoteWords,
    compare_quotes,
    may_differ,
    split_quote,
)
from tui.analysis.statements import Statement

_MAX_WORDINGS_PER_PAIR = 40
"""A pair of words in more wordings than this is too common to tell which of them are alike."""


class QuoteVariants(NamedTuple):
    """One saying of a person, quoted in different words by two accounts."""

    left: Statement
    right: Statement
    difference: QuoteDifference


class _Wording(NamedTuple):
    """Words that are compared once, however many statements quote them."""

    words: QuoteWords
    quoted: list[tuple[int, Statement]]
    """The statements that quote them, each with its position among all."""


def find_quote_variants(statements: Sequence[Statement]) -> tuple[QuoteVariants, ...]:
    """Return what two accounts quote differently, the most alike first."""
    if len({statement.account.siglum for statement in statements}) < 2:
        return ()
    by_quote: dict[str, list[tuple[int, Statement]]] = {}
    for position, statement in enumerate(statements):
        if words := statement.words:
            by_quote.setdefault(words, []).append((position, statement))
    wordings = [_Wording(split_quote(quote), quoted) for quote, quoted in by_quote.items()]
    found: list[_Found] = []
    for earlier, later in _alike_pairs([wording.words for wording in wordings]):
        one, other = wordings[earlier], wordings[later]
        found += _variants(one, other)
        if other.quoted[0][0] < one.quoted[-1][0]:
            found += _variants(other, one)
    found.sort()
    return tuple([variants for *_, variants in found])


_Found = tuple[float, int, int, QuoteVariants]
"""Two statements in their order: how unlike they are, and their positions, which no other two have."""


def _variants(left: _Wording, right: _Wording) -> list[_Found]:
    """Return the statements of different accounts, the earlier one left."""
    difference = compare_quotes(left.words, right.words)
    if difference is None:
        return []
    return [
        (-difference.share, position, behind, QuoteVariants(statement, later, difference))
        for (position, statement), (behind, later) in product(left.quoted, right.quoted)
        if position < behind and statement.account is not later.account
    ]


def _alike_pairs(quotes: Sequence[QuoteWords]) -> Iterator[tuple[int, int]]:
    """Yield the positions of two quotes that may differ, earlier one first.

    Between the common words of two quotes that are alike, `MIN_COMMON_WORDS` and `MIN_COMMON_SHARE` allow no more
    other words than there are gaps. So some gap has one other word at most, and the `word_pairs` of both quotes have
    the words around it. A pair of quotes is missed only if all such words are in too many quotes.
    """
    sharing = _sharing(quotes)
    for position in range(len(quotes) - 1, 0, -1):
        quote = quotes[position]
        shared = [sharing[word_pair] for word_pair in quote.word_pairs if word_pair in sharing]
        for positions in shared:
            positions.pop()  # this quote, so that the earlier ones are left
        for earlier in set().union(*shared):
            if may_differ(quote, quotes[earlier]):
                yield earlier, position


def _sharing(quotes: Sequence[QuoteWords]) -> Mapping[int, list[int]]:
    """Return the positions of the quotes that share each pair of words."""
    positions_of: defaultdict[int, list[int]] = defaultdict(list)
    for position, quote in enumerate(quotes):
        for word_pair in quote.word_pairs:
            positions_of[word_pair].append(position)
    return {
        word_pair: positions
        for word_pair, positions in positions_of.items()
        if 1 < len(positions) <= _MAX_WORDINGS_PER_PAIR
    }
