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
    about: str = ""
    """The slug that it is compared under, empty if its kind or its proposition is missing or unknown."""

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
    by_position: Mapping[int, tuple[Statement, ...]]
    """By the position of the account that makes them, in order; silent accounts are left out."""


def find_statements(account: Account, codebook: Codebook) -> Iterator[Statement]:
    """Yield the statements of an account in reading order."""
    for number, placed in account.numbered():
        if placed.annotation.kind != NOTE.name:
            yield _statement(account, placed, number, codebook)


def _statement(account: Account, placed: Placed, number: int, codebook: Codebook) -> Statement:
    kind, about = placed.annotation.kind, placed.annotation.about
    return Statement(account, placed, codebook.kind(kind), number, codebook.compared_slug(kind, about))


def group_by_proposition(collation: Collation) -> tuple[PropositionStatements, ...]:
    """Return all propositions, in the codebook's order, with their statements.

    What an incomplete codebook lacks comes last.
    """
    codebook = collation.codebook
    groups: dict[str, dict[int, tuple[Statement, ...]]] = {slug: {} for slug in codebook.propositions}
    for position, account in enumerate(collation.articles_once):
        for slug, statements in _by_slug(find_statements(account, codebook)).items():
            if slug:
                groups.setdefault(slug, {})[position] = tuple(statements)
    return tuple(
        PropositionStatements(Proposition(slug, codebook.proposition_text(slug)), by_position)
        for slug, by_position in groups.items()
    )


def other_statements(collation: Collation, placed: Placed) -> tuple[Statement, ...]:
    """Return the other statements about a record's proposition, in order."""
    slug = placed.annotation.about
    if not slug:
        return ()
    statements = (
        _statement(account, other, number, collation.codebook)
        for account in collation.articles_once
        for number, other in account.by_proposition.get(slug, ())
        if other.annotation.kind != NOTE.name and other.record != placed.record
    )
    return tuple(statement for statement in statements if statement.about)


def _by_slug(statements: Iterable[Statement]) -> Mapping[str, list[Statement]]:
    cells: dict[str, list[Statement]] = {}
    for statement in statements:
        cells.setdefault(statement.about, []).append(statement)
    return cells
