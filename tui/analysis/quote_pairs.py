"""Find sayings that two accounts quote in different words."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise, product
from typing import NamedTuple

from tui.analysis.quote_variants import (
    MIN_COMMON_WORDS,
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
    candidates = _candidate_pairs([wording.words.folded for wording in wordings])
    pairs = ((wordings[left], wordings[right]) for left, right in candidates)
    found = [pair for one, other in pairs if may_differ(one.words, other.words) for pair in _variants(one, other)]
    return tuple(variants for _, variants in sorted(found, key=_order))


def _order(found: tuple[tuple[int, int], QuoteVariants]) -> tuple[float, tuple[int, int]]:
    positions, variants = found
    return -variants.difference.share, positions


def _variants(one: _Wording, other: _Wording) -> Iterator[tuple[tuple[int, int], QuoteVariants]]:
    """Yield the statements of different accounts, the earlier one left."""
    for left, right in ((one, other), (other, one)):
        is_ever_left = left.quoted[0][0] < right.quoted[-1][0]
        difference = compare_quotes(left.words, right.words) if is_ever_left else None
        if not difference:
            continue
        for (position, statement), (behind, later) in product(left.quoted, right.quoted):
            if position < behind and statement.account is not later.account:
                yield (position, behind), QuoteVariants(statement, later, difference)


def _candidate_pairs(wordings: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Yield the positions of wordings that share two words near each other.

    Between the common words of two quotes that are alike, `MIN_COMMON_WORDS` and `MIN_COMMON_SHARE` allow no more
    other words than there are gaps. So some gap has one other word at most, and `_word_pairs` of both quotes has the
    words around it. A pair of quotes is missed only if all such words are in too many wordings.
    """
    positions_of: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for position, words in enumerate(wordings):
        if len(words) >= MIN_COMMON_WORDS:
            for word_pair in _word_pairs(words):
                positions_of[word_pair].append(position)
    candidates: set[tuple[int, int]] = set()
    for positions in positions_of.values():
        if 1 < len(positions) <= _MAX_WORDINGS_PER_PAIR:
            candidates.update(combinations(positions, 2))
    return iter(candidates)


def _word_pairs(words: tuple[str, ...]) -> set[tuple[str, str]]:
    """Return the pairs of words with one other word between them at most."""
    return {*pairwise(words), *zip(words, words[2:], strict=False)}
