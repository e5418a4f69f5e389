"""The statements of an account, and those about each proposition."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tui.model import NOTE, Account, Annotation, Codebook, Collation, Kind, Placed, Proposition, Stance


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody says in an account.

    A note is no statement.
    """

    account: Account = field(repr=False)
    placed: Placed
    kind: Kind
    number: int
    """Its position among the account's records, from 1. Notes on records do not count."""

    @property
    def annotation(self) -> Annotation:
        return self.placed.annotation

    @property
    def stance(self) -> Stance:
        return self.kind.stance

    @property
    def reference(self) -> str:
        """The account's siglum and the statement's number, as in `B7`."""
        return f"{self.account.siglum}{self.number}"

    def people(self, codebook: Codebook) -> tuple[str, ...]:
        """Return its speakers by the names that the codebook gives them."""
        return tuple(dict.fromkeys(codebook.canonical_name(name) for name in self.annotation.speaker))


@dataclass(frozen=True, slots=True)
class PropositionStatements:
    """A proposition, and the statements about it."""

    proposition: Proposition
    cells: tuple[tuple[Statement, ...], ...]
    """One cell an account, in the collation's order. The cell of a silent account is empty."""


def find_statements(account: Account, codebook: Codebook) -> Iterator[Statement]:
    """Yield the statements of an account in reading order."""
    for number, placed in account.numbered():
        if placed.annotation.kind != NOTE.name:
            yield Statement(account, placed, codebook.kind(placed.annotation.kind), number)


def group_by_proposition(collation: Collation) -> tuple[PropositionStatements, ...]:
    """Return all propositions, in the codebook's order, with their statements.

    Slugs that the codebook lacks come last.
    """
    codebook = collation.codebook
    by_slug = [_by_slug(find_statements(account, codebook)) for account in collation.articles_once]
    slugs = dict.fromkeys((*codebook.propositions, *(slug for cells in by_slug for slug in cells if slug)))
    return tuple(
        PropositionStatements(
            Proposition(slug, codebook.proposition_text(slug)),
            tuple(tuple(cells.get(slug, ())) for cells in by_slug),
        )
        for slug in slugs
    )


def other_statements(collation: Collation, placed: Placed) -> tuple[Statement, ...]:
    """Return the other statements about a record's proposition, in order."""
    slug = placed.annotation.about
    if not slug:
        return ()
    return tuple(
        Statement(account, other, collation.codebook.kind(other.annotation.kind), number)
        for account in collation.articles_once
        for number, other in account.by_proposition.get(slug, ())
        if other.annotation.kind != NOTE.name and other.record != placed.record
    )


def _by_slug(statements: Iterable[Statement]) -> Mapping[str, list[Statement]]:
    cells: dict[str, list[Statement]] = {}
    for statement in statements:
        cells.setdefault(statement.annotation.about, []).append(statement)
    return cells
