"""The speakers of all accounts: what each says where, where they contradict themselves or are quoted differently."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise
from types import MappingProxyType

from tui.analysis.comparison import CARRYING
from tui.analysis.quote_variants import LEAST_COMMON, QuoteDifference, QuoteWords, compare_quote_words, quote_words
from tui.analysis.statements import Statement, statements
from tui.model import Collation, Kind, Stance

_COMMONPLACE = 40
"""A pair of words that stands in more quotes than this tells nothing of any two of them."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A proposition that one person both carries and rejects."""

    about: str
    """The proposition's slug."""
    carrying: tuple[Statement, ...]
    rejecting: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class TwoWordings:
    """One saying of a person as two accounts quote it."""

    left: Statement
    right: Statement
    difference: QuoteDifference


@dataclass(frozen=True, slots=True)
class Person:
    """A speaker under all names, with every statement."""

    name: str
    """The name that holds the variants together."""
    variants: tuple[str, ...]
    """The names used in the annotations, in the order met."""
    statements: tuple[Statement, ...]
    """Account by account, in reading order."""

    @property
    def by_kind(self) -> tuple[tuple[Kind, int], ...]:
        """The number of statements of each kind, most first."""
        return tuple(Counter(statement.kind for statement in self.statements).most_common())

    @property
    def by_account(self) -> Mapping[str, int]:
        """The number of statements in each account, by article id."""
        return MappingProxyType(Counter(statement.account.article.id for statement in self.statements))

    @property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """The propositions that this person both asserts or shares and rejects, in the order told."""
        about: dict[str, list[Statement]] = {}
        for statement in self.statements:
            if statement.annotation.about:
                about.setdefault(statement.annotation.about, []).append(statement)
        found = (_contradiction(slug, said) for slug, said in about.items())
        return tuple(contradiction for contradiction in found if contradiction)

    def wordings(self) -> tuple[TwoWordings, ...]:
        """Return the sayings that two accounts quote in different words, most alike first."""
        if len({said.account.siglum for said in self.statements}) < 2:
            return ()
        quotes = [(said, quote_words(said.annotation.quote)) for said in self.statements if said.annotation.quote]
        pairs = (_two_wordings(quotes[one], quotes[other]) for one, other in _likely(quotes))
        return tuple(sorted((pair for pair in pairs if pair), key=lambda pair: -pair.difference.share))


def find_people(collation: Collation) -> tuple[Person, ...]:
    """Return everybody who speaks, those who say most first, then by name."""
    said: dict[str, list[Statement]] = {}
    names: dict[str, dict[str, None]] = {}
    for account in collation.articles_once:
        for statement in statements(account, collation.codebook):
            for person in statement.people(collation.codebook):
                said.setdefault(person, []).append(statement)
            for name in statement.annotation.speaker:
                names.setdefault(collation.codebook.person(name), {})[name] = None
    found = (Person(name, tuple(names[name]), tuple(all_said)) for name, all_said in said.items())
    return tuple(sorted(found, key=lambda person: (-len(person.statements), person.name.casefold())))


def _contradiction(slug: str, said: Iterable[Statement]) -> Contradiction | None:
    both = tuple(said)
    carrying = tuple(statement for statement in both if statement.stance in CARRYING)
    rejecting = tuple(statement for statement in both if statement.stance is Stance.REJECTS)
    return Contradiction(slug, carrying, rejecting) if carrying and rejecting else None


def _two_wordings(one: tuple[Statement, QuoteWords], other: tuple[Statement, QuoteWords]) -> TwoWordings | None:
    found = compare_quote_words(one[1], other[1])
    return TwoWordings(one[0], other[0], found) if found else None


def _likely(quotes: list[tuple[Statement, QuoteWords]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of different accounts that have two words close together in common, and so may be alike.

    With `LEAST_COMMON` and `LEAST_SHARE` as they are, two neighbours among the common words have at most one other
    word between them, in one of the quotes: no pair that counts is missed, unless by words that are commonplace.
    """
    having: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for position, (_, words) in enumerate(quotes):
        if len(words.folded) >= LEAST_COMMON:
            for near in _near(words.folded):
                having[near].append(position)
    pairs = {
        pair
        for positions in having.values()
        if len(positions) <= _COMMONPLACE
        for pair in combinations(positions, 2)
        if quotes[pair[0]][0].account is not quotes[pair[1]][0].account
    }
    return iter(sorted(pairs))


def _near(words: tuple[str, ...]) -> set[tuple[str, str]]:
    return {*pairwise(words), *zip(words, words[2:], strict=False)}
