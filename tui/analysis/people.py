"""The speakers of all accounts, with what they say."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise
from types import MappingProxyType

from tui.analysis.comparison import CARRYING_STANCES
from tui.analysis.quote_variants import MIN_COMMON_WORDS, QuoteDifference, QuoteWords, compare_quotes, split_quote
from tui.analysis.statements import Statement, find_statements
from tui.model import Collation, Kind, Stance

_MAX_QUOTES_OF_PAIR = 40
"""A pair of words that is in more quotes than this says nothing about any two of them."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A proposition that one person both carries and rejects."""

    about: str
    carrying: tuple[Statement, ...]
    rejecting: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class QuoteVariants:
    """One saying of a person, in the different words of two accounts."""

    left: Statement
    right: Statement
    difference: QuoteDifference


@dataclass(frozen=True, slots=True)
class Person:
    """A speaker, with the statements under all variants of the name."""

    name: str
    """The codebook's name for the person."""
    variants: tuple[str, ...]
    """The names in the annotations, in reading order."""
    statements: tuple[Statement, ...]

    @property
    def by_kind(self) -> tuple[tuple[Kind, int], ...]:
        """The number of statements of each kind, most first."""
        return tuple(Counter(statement.kind for statement in self.statements).most_common())

    @property
    def by_account(self) -> Mapping[str, int]:
        """The number of statements by article id."""
        return MappingProxyType(Counter(statement.account.article.id for statement in self.statements))

    @property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """What the person both carries and rejects, in the order told."""
        by_slug: dict[str, list[Statement]] = {}
        for statement in self.statements:
            if statement.annotation.about:
                by_slug.setdefault(statement.annotation.about, []).append(statement)
        pairs = (_contradiction(slug, statements) for slug, statements in by_slug.items())
        return tuple(contradiction for contradiction in pairs if contradiction)

    def quote_variants(self) -> tuple[QuoteVariants, ...]:
        """Return sayings that two accounts word differently, most alike first."""
        if len({statement.account.siglum for statement in self.statements}) < 2:
            return ()
        pairs = ((statement, statement.annotation.quote) for statement in self.statements)
        quotes = [(statement, split_quote(quote)) for statement, quote in pairs if quote]
        compared = (_quote_variants(quotes[left], quotes[right]) for left, right in _candidate_pairs(quotes))
        return tuple(sorted((pair for pair in compared if pair), key=lambda pair: -pair.difference.share))


def find_people(collation: Collation) -> tuple[Person, ...]:
    """Return the speakers, those with most statements first, then by name."""
    statements: dict[str, list[Statement]] = {}
    variants: dict[str, dict[str, None]] = {}
    for account in collation.articles_once:
        for statement in find_statements(account, collation.codebook):
            for person in statement.people(collation.codebook):
                statements.setdefault(person, []).append(statement)
            for name in statement.annotation.speaker:
                variants.setdefault(collation.codebook.canonical_name(name), {})[name] = None
    people = (Person(name, tuple(variants[name]), tuple(own)) for name, own in statements.items())
    return tuple(sorted(people, key=lambda person: (-len(person.statements), person.name.casefold())))


def _contradiction(slug: str, statements: list[Statement]) -> Contradiction | None:
    carrying = tuple(statement for statement in statements if statement.stance in CARRYING_STANCES)
    rejecting = tuple(statement for statement in statements if statement.stance is Stance.REJECTS)
    return Contradiction(slug, carrying, rejecting) if carrying and rejecting else None


def _quote_variants(left: tuple[Statement, QuoteWords], right: tuple[Statement, QuoteWords]) -> QuoteVariants | None:
    difference = compare_quotes(left[1], right[1])
    return QuoteVariants(left[0], right[0], difference) if difference else None


def _candidate_pairs(quotes: list[tuple[Statement, QuoteWords]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of quotes that share two words near each other.

    Given `MIN_COMMON_WORDS` and `MIN_COMMON_SHARE`, two neighbours among the common words have at most one other
    word between them, in one of the quotes. So this misses no pair, unless all its neighbours are too frequent.
    """
    quotes_of: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for position, (_, words) in enumerate(quotes):
        if len(words.folded) >= MIN_COMMON_WORDS:
            for neighbours in _neighbours(words.folded):
                quotes_of[neighbours].append(position)
    pairs = {
        pair
        for positions in quotes_of.values()
        if len(positions) <= _MAX_QUOTES_OF_PAIR
        for pair in combinations(positions, 2)
        if quotes[pair[0]][0].account is not quotes[pair[1]][0].account
    }
    return iter(sorted(pairs))


def _neighbours(words: tuple[str, ...]) -> set[tuple[str, str]]:
    return {*pairwise(words), *zip(words, words[2:], strict=False)}
