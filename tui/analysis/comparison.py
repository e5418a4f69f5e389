"""Propositions against accounts: who asserts, rejects, shares or leaves open what, and who is silent."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from tui.analysis.statements import Evidence, Statement, by_proposition, statements
from tui.model import NOTE, Account, Codebook, Collation, Kind, Proposition, Stance

CARRYING = (Stance.ASSERTS, Stance.SHARES)
"""The stances by which an account carries a proposition."""


class Status(StrEnum):
    """What the accounts together make of a proposition; the rules are in `docs/comparison.md`."""

    DISPUTED = "disputed"
    """Somebody asserts or shares it and somebody rejects it, in one account or in several."""
    AGREED = "agreed"
    """Two or more accounts carry it, and nobody rejects it."""
    REJECTED = "rejected"
    """It is rejected, and nobody carries it."""
    OPEN = "open"
    """Nobody rejects it, no two accounts carry it, and somebody leaves it open (a neutral kind)."""
    SINGLE = "single account"
    """One account alone carries it, and nobody rejects it or leaves it open."""


class RowOrder(StrEnum):
    """How the rows of a comparison are sorted."""

    TOLD = "told"
    """As the first account tells them, then what the next one adds, and so on."""
    STATUS = "status"
    """Disputed, agreed, rejected, open, single account; within each in the order told."""
    SPREAD = "spread"
    """Most accounts first, then most speakers; within each in the order told."""


@dataclass(frozen=True, slots=True)
class AccountCell:
    """What one account says about one proposition."""

    article: str
    """The account's article id."""
    statements: tuple[Statement, ...] = ()
    """In reading order."""

    @property
    def silent(self) -> bool:
        """Whether the account says nothing about the proposition."""
        return not self.statements

    @property
    def carries(self) -> bool:
        """Whether somebody asserts or shares the proposition here."""
        return any(statement.stance in CARRYING for statement in self.statements)

    @property
    def rejects(self) -> bool:
        """Whether somebody rejects the proposition here."""
        return any(statement.stance is Stance.REJECTS for statement in self.statements)

    def count(self, stance: Stance) -> int:
        """Return the number of statements with a stance."""
        return sum(statement.stance is stance for statement in self.statements)

    def kinds(self, codebook: Codebook) -> tuple[tuple[Kind, int], ...]:
        """Return the kinds of its statements with their numbers, in the codebook's order, unknown ones last."""
        counts = Counter(statement.kind for statement in self.statements)
        names = dict.fromkeys((*codebook.kinds, *(kind.name for kind in counts)))
        return tuple(
            (codebook.kind(name), counts[codebook.kind(name)]) for name in names if counts[codebook.kind(name)]
        )

    def speakers(self, codebook: Codebook) -> tuple[str, ...]:
        """Return who speaks, each once, in reading order, variants of a name held together."""
        return tuple(dict.fromkeys(name for s in self.statements for name in s.people(codebook)))


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One proposition across the accounts."""

    proposition: Proposition
    status: Status
    cells: tuple[AccountCell, ...]
    """One an account, in the order of the accounts."""

    @property
    def evidence(self) -> tuple[Statement, ...]:
        """All statements on it, account by account, in reading order."""
        return tuple(statement for cell in self.cells for statement in cell.statements)

    @property
    def spread(self) -> int:
        """How many accounts speak of it."""
        return sum(not cell.silent for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Comparison:
    """All propositions that the accounts speak of, in the order told."""

    accounts: tuple[Account, ...]
    """Each article once."""
    codebook: Codebook
    rows: tuple[ComparisonRow, ...]
    unspoken: tuple[Proposition, ...] = ()
    """The codebook's propositions that no account speaks of."""
    unplaced: tuple[AccountCell, ...] = ()
    """For each account, its statements that name no proposition."""
    notes: tuple[int, ...] = ()
    """For each account, the number of its readers' notes."""

    @property
    def totals(self) -> Mapping[Status, int]:
        """The number of rows of each status."""
        counts = Counter(row.status for row in self.rows)
        return MappingProxyType({status: counts[status] for status in Status})


def compare_accounts(collation: Collation) -> Comparison:
    """Return the comparison of all accounts of `collation`, its rows in the order told."""
    accounts = collation.articles_once
    told = by_proposition(collation)
    rows = (_row(accounts, evidence) for evidence in told if any(evidence.cells))
    return Comparison(
        accounts,
        collation.codebook,
        tuple(sorted(rows, key=_first_told)),
        tuple(evidence.proposition for evidence in told if not any(evidence.cells)),
        tuple(_unplaced(account, collation.codebook) for account in accounts),
        tuple(sum(p.annotation.kind == NOTE.name for p in account.placed) for account in accounts),
    )


def status_of(cells: Iterable[AccountCell]) -> Status:
    """Return the status of a proposition that the cells, at least one of them not silent, speak of."""
    spoken = tuple(cells)
    carriers = sum(cell.carries for cell in spoken)
    if any(cell.rejects for cell in spoken):
        return Status.DISPUTED if carriers else Status.REJECTED
    if carriers > 1:
        return Status.AGREED
    return Status.OPEN if any(cell.count(Stance.NEUTRAL) for cell in spoken) else Status.SINGLE


def sort_rows(rows: Iterable[ComparisonRow], order: RowOrder, codebook: Codebook) -> tuple[ComparisonRow, ...]:
    """Return `rows`, which are in the order told, in another order."""
    if order is RowOrder.TOLD:
        return tuple(rows)
    if order is RowOrder.STATUS:
        return tuple(sorted(rows, key=lambda row: tuple(Status).index(row.status)))
    return tuple(sorted(rows, key=_spread(codebook)))


def with_status(rows: Iterable[ComparisonRow], *wanted: Status) -> tuple[ComparisonRow, ...]:
    """Return the rows that have one of the statuses."""
    return tuple(row for row in rows if row.status in wanted)


def only_told_by(rows: Iterable[ComparisonRow], article_id: str) -> tuple[ComparisonRow, ...]:
    """Return the rows of which one account alone speaks: what only A tells."""
    return tuple(row for row in rows if [c.article for c in row.cells if not c.silent] == [article_id])


def left_out_by(rows: Iterable[ComparisonRow], article_id: str) -> tuple[ComparisonRow, ...]:
    """Return the rows on which one account is silent: what B leaves out."""
    return tuple(row for row in rows if any(c.silent for c in row.cells if c.article == article_id))


def _row(accounts: tuple[Account, ...], evidence: Evidence) -> ComparisonRow:
    pairs = zip(accounts, evidence.cells, strict=True)
    cells = tuple(AccountCell(account.article.id, told) for account, told in pairs)
    return ComparisonRow(evidence.proposition, status_of(cells), cells)


def _unplaced(account: Account, codebook: Codebook) -> AccountCell:
    told = (s for s in statements(account, codebook) if not s.annotation.about)
    return AccountCell(account.article.id, tuple(told))


def _first_told(row: ComparisonRow) -> tuple[int, int]:
    return next((i, cell.statements[0].number) for i, cell in enumerate(row.cells) if not cell.silent)


def _spread(codebook: Codebook) -> Callable[[ComparisonRow], tuple[int, int]]:
    def fewest(row: ComparisonRow) -> tuple[int, int]:
        voices = {name for cell in row.cells for name in cell.speakers(codebook)}
        return -row.spread, -len(voices)

    return fewest
