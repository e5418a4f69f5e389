"""The speakers of all accounts, with what they say."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, combinations, pairwise
from types import MappingProxyType

from tui.analysis.account_cell import CARRYING_STANCES
from tui.analysis.natural_order import natural_key
from tui.analysis.quote_variants import MIN_COMMON_WORDS, QuoteDifference, QuoteWords, compare_quotes, split_quote
from tui.analysis.statements import Statement, find_all_statements
from tui.model import Codebook, Collation, Kind, Stance

_Quote = tuple[Statement, QuoteWords]
_MAX_QUOTES_PER_PAIR = 40
"""A pair of words in more quotes than this is too common to tell which of them are alike."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A proposition that one person both carries and rejects.

    Who carries what contradicts it rejects it.
    """

    about: str
    """The proposition's slug."""
    carrying: tuple[Statement, ...]
    rejecting: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class QuoteVariants:
    """One saying of a person, quoted in different words by two accounts."""

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
    """Those that count, in reading order."""
    doubtful: tuple[Statement, ...] = ()
    """Those that do not count, for their quotes are not in today's text for certain."""
    opposites: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """The propositions that contradict one the person speaks of, by its slug."""

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
            if statement.about:
                by_slug.setdefault(statement.about, []).append(statement)
        contradictions = (self._contradiction(slug, by_slug) for slug in by_slug)
        return tuple(contradiction for contradiction in contradictions if contradiction)

    def _contradiction(self, slug: str, by_slug: Mapping[str, list[Statement]]) -> Contradiction | None:
        carrying = _carrying(by_slug[slug])
        rejecting = tuple(statement for statement in by_slug[slug] if statement.stance is Stance.REJECTS)
        opposed = [_carrying(by_slug.get(other, ())) for other in self.opposites.get(slug, ())]
        rejecting += tuple(chain.from_iterable(opposed))
        return Contradiction(slug, carrying, rejecting) if carrying and rejecting else None

    def quote_variants(self) -> tuple[QuoteVariants, ...]:
        """Return sayings that two accounts quote differently, most alike first."""
        if len({statement.account.siglum for statement in self.statements}) < 2:
            return ()
        quotes = [(statement, split_quote(statement.words)) for statement in self.statements if statement.words]
        compared = (_quote_variants(quotes[left], quotes[right]) for left, right in _candidate_pairs(quotes))
        variants = [pair for pair in compared if pair]
        return tuple(sorted(variants, key=lambda pair: -pair.difference.share))


def find_people(collation: Collation, statements: Iterable[tuple[Statement, ...]] | None = None) -> tuple[Person, ...]:
    """Return the speakers, those with most statements first, then by name.

    Those whose statements are all doubtful are last. `statements` are those of each account, if they have been found
    before.
    """
    said: dict[str, list[Statement]] = {}
    doubtful: dict[str, list[Statement]] = {}
    variants: dict[str, dict[str, None]] = {}
    for statement in chain.from_iterable(find_all_statements(collation) if statements is None else statements):
        for person in statement.speakers:
            said.setdefault(person, [])
            (doubtful if statement.is_doubtful else said).setdefault(person, []).append(statement)
        for name in statement.names:
            variants.setdefault(collation.codebook.canonical_name(name), {})[name] = None
    people = (
        Person(
            name,
            tuple(variants[name]),
            tuple(own),
            tuple(doubtful.get(name, ())),
            _opposites(own, collation.codebook),
        )
        for name, own in said.items()
    )
    return tuple(sorted(people, key=lambda person: (-len(person.statements), natural_key(person.name))))


def _carrying(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    return tuple(statement for statement in statements if statement.stance in CARRYING_STANCES)


def _opposites(statements: Iterable[Statement], codebook: Codebook) -> Mapping[str, tuple[str, ...]]:
    slugs = dict.fromkeys(statement.about for statement in statements)
    pairs = ((slug, codebook.contradicting(slug)) for slug in slugs)
    return MappingProxyType({slug: others for slug, others in pairs if others})


def _quote_variants(left: _Quote, right: _Quote) -> QuoteVariants | None:
    left_statement, left_words = left
    right_statement, right_words = right
    difference = compare_quotes(left_words, right_words)
    return QuoteVariants(left_statement, right_statement, difference) if difference else None


def _candidate_pairs(quotes: list[_Quote]) -> Iterator[tuple[int, int]]:
    """Yield the positions of two quotes that share two words near each other.

    Between the common words of two quotes that are alike, `MIN_COMMON_WORDS` and `MIN_COMMON_SHARE` allow no more
    other words than there are gaps. So some gap has one other word at most, and `_word_pairs` of both quotes has the
    words around it. A pair of quotes is missed only if all such words are in too many quotes.
    """
    positions_of: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for position, (_, words) in enumerate(quotes):
        if len(words.folded) >= MIN_COMMON_WORDS:
            for word_pair in _word_pairs(words.folded):
                positions_of[word_pair].append(position)
    candidates: set[tuple[int, int]] = set()
    for positions in positions_of.values():
        if 1 < len(positions) <= _MAX_QUOTES_PER_PAIR:
            candidates.update(combinations(positions, 2))
    accounts = [statement.account for statement, _ in quotes]
    return iter(sorted((left, right) for left, right in candidates if accounts[left] is not accounts[right]))


def _word_pairs(words: tuple[str, ...]) -> set[tuple[str, str]]:
    """Return the pairs of words with one other word between them at most."""
    return {*pairwise(words), *zip(words, words[2:], strict=False)}
