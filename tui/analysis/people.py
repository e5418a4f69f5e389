"""The speakers of all accounts, with what they say."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from types import MappingProxyType

from tui.analysis.account_cell import CARRYING_STANCES, REJECTING_STANCE
from tui.analysis.natural_order import natural_key
from tui.analysis.quote_pairs import QuoteVariants, find_quote_variants
from tui.analysis.statements import Statement, find_all_statements
from tui.model import Codebook, Collation, Kind


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
        if not carrying:
            return None
        rejecting = tuple([statement for statement in by_slug[slug] if statement.kind.stance is REJECTING_STANCE])
        opposed = [_carrying(by_slug.get(other, ())) for other in self.opposites.get(slug, ())]
        rejecting += tuple(chain.from_iterable(opposed))
        return Contradiction(slug, carrying, rejecting) if rejecting else None

    def quote_variants(self) -> tuple[QuoteVariants, ...]:
        """Return sayings that two accounts quote differently, most alike first."""
        return find_quote_variants(self.statements)


def find_people(collation: Collation, statements: Iterable[tuple[Statement, ...]] | None = None) -> tuple[Person, ...]:
    """Return the speakers, those with most statements first, then by name.

    Those whose statements are all doubtful are last. `statements` are those of each account, if they have been found
    before.
    """
    said: dict[str, list[Statement]] = {}
    doubtful: dict[str, list[Statement]] = {}
    variants: dict[str, dict[str, None]] = {}
    known: set[tuple[str, ...]] = set()
    for statement in chain.from_iterable(find_all_statements(collation) if statements is None else statements):
        speakers, placed = statement.speakers, statement.placed
        if not speakers:
            continue
        is_doubtful = placed.is_doubtful
        for person in speakers:
            own = said.get(person)
            if own is None:
                own = said[person] = []
            (doubtful.setdefault(person, []) if is_doubtful else own).append(statement)
        if (names := placed.record.annotation.speaker) not in known:
            known.add(names)
            for name in names:
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
    return tuple([statement for statement in statements if statement.kind.stance in CARRYING_STANCES])


def _opposites(statements: Iterable[Statement], codebook: Codebook) -> Mapping[str, tuple[str, ...]]:
    slugs = dict.fromkeys(statement.about for statement in statements)
    pairs = ((slug, codebook.contradicting(slug)) for slug in slugs)
    return MappingProxyType({slug: others for slug, others in pairs if others})
