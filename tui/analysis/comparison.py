"""The table of propositions and accounts, with each status."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from tui.analysis.statements import PropositionStatements, Statement, find_statements, group_by_proposition
from tui.model import NOTE, Account, Codebook, Collation, Kind, Proposition, Stance

CARRYING_STANCES = (Stance.ASSERTS, Stance.SHARES)
"""An account that makes a statement of one of these stances carries the proposition."""


class Status(StrEnum):
    """What all accounts say of a proposition (see `docs/comparison.md`)."""

    DISPUTED = "disputed"
    """Somebody asserts or shares it and somebody rejects it, in one account or in several."""
    AGREED = "agreed"
    """Two or more accounts carry it, and nobody rejects it."""
    REJECTED = "rejected"
    """Somebody rejects it, and nobody carries it."""
    OPEN = "open"
    """Somebody leaves it open (a neutral kind), at most one account carries it, and nobody rejects it."""
    SINGLE = "single account"
    """One account alone carries it, and nobody rejects it or leaves it open."""


class RowOrder(StrEnum):
    """The order of a comparison's rows."""

    TOLD = "told"
    """As the first account tells them, then what the next one adds, and so on."""
    STATUS = "status"
    """Disputed, agreed, rejected, open, single account. Ties stay in the order told."""
    SPREAD = "spread"
    """Most accounts first, then most speakers. Ties stay in the order told."""


@dataclass(frozen=True, slots=True)
class AccountCell:
    """What one account says about one proposition."""

    article: str
    """The account's article id."""
    statements: tuple[Statement, ...] = ()
    """In reading order."""

    @property
    def silent(self) -> bool:
        return not self.statements

    @property
    def carries(self) -> bool:
        return any(statement.stance in CARRYING_STANCES for statement in self.statements)

    @property
    def rejects(self) -> bool:
        return any(statement.stance is Stance.REJECTS for statement in self.statements)

    def count(self, stance: Stance) -> int:
        return sum(statement.stance is stance for statement in self.statements)

    def kinds(self, codebook: Codebook) -> tuple[tuple[Kind, int], ...]:
        """Return each kind with its count, in the codebook's order, others last."""
        counts = Counter(statement.kind for statement in self.statements)
        kinds = map(codebook.kind, dict.fromkeys((*codebook.kinds, *(kind.name for kind in counts))))
        return tuple((kind, counts[kind]) for kind in kinds if counts[kind])

    def speakers(self, codebook: Codebook) -> tuple[str, ...]:
        """Return who speaks, each person once, in reading order."""
        return tuple(dict.fromkeys(name for statement in self.statements for name in statement.people(codebook)))


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One proposition across the accounts."""

    proposition: Proposition
    status: Status
    cells: tuple[AccountCell, ...]
    """One for each account that speaks of it, in the order of the accounts."""

    def cell(self, article_id: str) -> AccountCell:
        """Return the cell of an account, which is empty if the account is silent."""
        return next((cell for cell in self.cells if cell.article == article_id), AccountCell(article_id))

    def all_cells(self, accounts: Iterable[Account]) -> tuple[AccountCell, ...]:
        """Return one cell for each of the accounts."""
        by_article = {cell.article: cell for cell in self.cells}
        ids = (account.article.id for account in accounts)
        return tuple(by_article.get(article_id) or AccountCell(article_id) for article_id in ids)

    @property
    def evidence(self) -> tuple[Statement, ...]:
        """All statements about it, account by account, in reading order."""
        return tuple(statement for cell in self.cells for statement in cell.statements)

    @property
    def spread(self) -> int:
        """The number of accounts that speak of it."""
        return len(self.cells)


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
    """For each account, its statements that name no known proposition."""
    notes: tuple[int, ...] = ()
    """For each account, the number of its readers' notes."""

    @property
    def totals(self) -> Mapping[Status, int]:
        """The number of rows of each status."""
        counts = Counter(row.status for row in self.rows)
        return MappingProxyType({status: counts[status] for status in Status})


def compare_accounts(collation: Collation) -> Comparison:
    """Return the comparison of all accounts, its rows in the order told."""
    accounts = collation.articles_once
    groups = group_by_proposition(collation)
    spoken = sorted((group for group in groups if group.by_position), key=_first_told)
    return Comparison(
        accounts,
        collation.codebook,
        tuple(_row(accounts, group) for group in spoken),
        tuple(group.proposition for group in groups if not group.by_position),
        tuple(_unplaced(account, collation.codebook) for account in accounts),
        tuple(sum(placed.annotation.kind == NOTE.name for placed in account.placed) for account in accounts),
    )


def sort_rows(rows: Iterable[ComparisonRow], order: RowOrder, codebook: Codebook) -> tuple[ComparisonRow, ...]:
    """Return rows, which must be in the order told, in another order."""
    if order is RowOrder.STATUS:
        return tuple(sorted(rows, key=lambda row: tuple(Status).index(row.status)))
    if order is RowOrder.SPREAD:
        return tuple(sorted(rows, key=lambda row: (-row.spread, -_count_speakers(row, codebook))))
    return tuple(rows)


def rows_with_status(rows: Iterable[ComparisonRow], *statuses: Status) -> tuple[ComparisonRow, ...]:
    """Return the rows that have one of the statuses."""
    return tuple(row for row in rows if row.status in statuses)


def rows_only_in(rows: Iterable[ComparisonRow], article_id: str) -> tuple[ComparisonRow, ...]:
    """Return the rows of which this account alone speaks."""
    return tuple(row for row in rows if [cell.article for cell in row.cells] == [article_id])


def rows_left_out_by(rows: Iterable[ComparisonRow], article_id: str) -> tuple[ComparisonRow, ...]:
    """Return the rows on which this account is silent."""
    return tuple(row for row in rows if row.cell(article_id).silent)


def _row(accounts: tuple[Account, ...], group: PropositionStatements) -> ComparisonRow:
    pairs = group.by_position.items()
    cells = tuple(AccountCell(accounts[position].article.id, statements) for position, statements in pairs)
    return ComparisonRow(group.proposition, _status(cells), cells)


def _status(cells: tuple[AccountCell, ...]) -> Status:
    carriers = sum(cell.carries for cell in cells)
    if any(cell.rejects for cell in cells):
        return Status.DISPUTED if carriers else Status.REJECTED
    if carriers > 1:
        return Status.AGREED
    return Status.OPEN if any(cell.count(Stance.NEUTRAL) for cell in cells) else Status.SINGLE


def _unplaced(account: Account, codebook: Codebook) -> AccountCell:
    statements = find_statements(account, codebook)
    return AccountCell(account.article.id, tuple(statement for statement in statements if not statement.about))


def _first_told(group: PropositionStatements) -> tuple[int, int]:
    position, statements = next(iter(group.by_position.items()))
    return position, statements[0].number


def _count_speakers(row: ComparisonRow, codebook: Codebook) -> int:
    return len({name for cell in row.cells for name in cell.speakers(codebook)})
