"""Who says what about a proposition, account by account."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tui.model import NOTE, Account, Annotation, Codebook, Collation, Kind, Placed, Proposition, Stance


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody says in an account; a note is its reader's, and so is never a statement."""

    account: Account = field(repr=False)
    placed: Placed
    kind: Kind
    number: int
    """Its place among the account's records in reading order, from 1 (notes on other records not counted)."""

    @property
    def annotation(self) -> Annotation:
        """What the record says."""
        return self.placed.annotation

    @property
    def stance(self) -> Stance:
        """How it stands to its proposition."""
        return self.kind.stance

    @property
    def reference(self) -> str:
        """What to call it: the account's siglum and its number, as in `B7`."""
        return f"{self.account.siglum}{self.number}"

    def people(self, codebook: Codebook) -> tuple[str, ...]:
        """Return its speakers, each by the one name that holds the variants together."""
        return tuple(dict.fromkeys(codebook.person(name) for name in self.annotation.speaker))


@dataclass(frozen=True, slots=True)
class Evidence:
    """A proposition with what each account says about it."""

    proposition: Proposition
    cells: tuple[tuple[Statement, ...], ...]
    """One for each of the collation's articles, in that order; an empty one is silence."""

    def __iter__(self) -> Iterator[Statement]:
        """Yield all its statements, account by account, in reading order."""
        return (statement for cell in self.cells for statement in cell)


def statements(account: Account, codebook: Codebook) -> Iterator[Statement]:
    """Yield the statements of an account in reading order."""
    for number, placed in account.numbered():
        if placed.annotation.kind != NOTE.name:
            yield Statement(account, placed, codebook.kind(placed.annotation.kind), number)


def by_proposition(collation: Collation) -> tuple[Evidence, ...]:
    """Return every proposition, in the codebook's order, with each account's statements about it.

    Propositions that nobody speaks of are there too, with empty cells; slugs that the codebook lacks come
    last.
    """
    accounts = collation.articles_once
    about = [_gather(statements(account, collation.codebook)) for account in accounts]
    slugs = dict.fromkeys((*collation.codebook.propositions, *(slug for cells in about for slug in cells if slug)))
    return tuple(
        Evidence(
            Proposition(slug, collation.codebook.proposition_text(slug)),
            tuple(tuple(cells.get(slug, ())) for cells in about),
        )
        for slug in slugs
    )


def other_statements(collation: Collation, placed: Placed) -> tuple[Statement, ...]:
    """Return the other statements on the proposition of `placed`, account by account, in reading order."""
    slug = placed.annotation.about
    if not slug:
        return ()
    return tuple(
        Statement(account, each, collation.codebook.kind(each.annotation.kind), number)
        for account in collation.articles_once
        for number, each in account.by_proposition.get(slug, ())
        if each.annotation.kind != NOTE.name and each.record != placed.record
    )


def _gather(found: Iterable[Statement]) -> Mapping[str, list[Statement]]:
    cells: dict[str, list[Statement]] = {}
    for statement in found:
        cells.setdefault(statement.annotation.about, []).append(statement)
    return cells
