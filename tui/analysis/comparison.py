"""The table of propositions and accounts, with each status."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from tui.analysis.account_cell import CARRYING_STANCES, AccountCell, make_cell
from tui.analysis.folding import fold
from tui.analysis.silence import silent_runs
from tui.analysis.statements import PropositionStatements, Statement, find_all_statements, group_by_proposition
from tui.model import NOTE, Account, Codebook, Collation, Proposition, Stance


class Status(StrEnum):
    """What all accounts say of a proposition (see `docs/comparison.md`)."""

    DISPUTED = "disputed"
    """Somebody asserts or shares it, and somebody rejects it or carries what contradicts it."""
    AGREED = "agreed"
    """Two or more accounts carry it, and nobody rejects it."""
    REJECTED = "rejected"
    """Somebody rejects it, and nobody carries it."""
    OPEN = "open"
    """Somebody leaves it open (a neutral kind), at most one account carries it, and nobody rejects it."""
    SINGLE = "single account"
    """One account alone carries it, and nobody rejects it or leaves it open."""
    DOUBTFUL = "doubtful"
    """No account says it for certain: all its quotes are in review or gone from today's text."""

    @property
    def words(self) -> str:
        """What sentences and headings say, where tables have the name."""
        return "told by one account" if self is Status.SINGLE else self.value


class ComparisonRow(NamedTuple):
    """One proposition across the accounts."""

    proposition: Proposition
    status: Status
    cells: tuple[AccountCell, ...]
    """One for each account that is not silent on it, in the order of the accounts."""
    contrary: tuple[Statement, ...] = ()
    """Statements that carry what contradicts it, in the order of the accounts."""

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
        """All that count, account by account, in reading order."""
        return tuple(statement for cell in self.cells for statement in cell.statements)

    @property
    def doubtful(self) -> tuple[Statement, ...]:
        """All whose quotes are not in today's text for certain."""
        return tuple(statement for cell in self.cells for statement in cell.doubtful)

    @property
    def contrary_articles(self) -> tuple[str, ...]:
        """The ids of the accounts that carry what contradicts it, in order."""
        return tuple(dict.fromkeys(statement.account.article.id for statement in self.contrary))

    def contrary_in(self, article_id: str) -> tuple[Statement, ...]:
        """Return an account's statements that carry what contradicts it."""
        return tuple(statement for statement in self.contrary if statement.account.article.id == article_id)

    @property
    def heard_articles(self) -> set[str]:
        """The ids of the accounts that are not silent on it."""
        return {cell.article for cell in self.cells}.union(self.contrary_articles)

    @property
    def uncounted(self) -> tuple[Statement, ...]:
        """All that are doubtful or of an unknown kind."""
        return tuple(statement for cell in self.cells for statement in cell.uncounted)

    @property
    def spread(self) -> int:
        """The number of accounts that speak of it."""
        return sum(bool(cell.statements) for cell in self.cells)

    @property
    def is_shared(self) -> bool:
        """Whether several accounts speak of it, or it is disputed."""
        return self.spread > 1 or self.status is Status.DISPUTED


@dataclass(frozen=True)
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

    @cached_property
    def totals(self) -> Mapping[Status, int]:
        """The number of rows of each status."""
        counts = Counter(row.status for row in self.rows)
        return MappingProxyType({status: counts[status] for status in Status})

    @property
    def without_proposition(self) -> tuple[int, ...]:
        """For each account, the number of its statements that name none."""
        return tuple(len(cell.statements) - number for cell, number in zip(self.unplaced, self.unresolved, strict=True))

    @property
    def unresolved(self) -> tuple[int, ...]:
        """For each account, the number of its statements with an unknown name."""
        return tuple(sum(bool(each.annotation.about) for each in cell.statements) for cell in self.unplaced)

    @cached_property
    def doubtful(self) -> Mapping[str, int]:
        """The number of doubtful statements by article id, if any."""
        cells = (*(cell for row in self.rows for cell in row.cells), *self.unplaced)
        counts = Counter[str]()
        for cell in cells:
            counts[cell.article] += len(cell.doubtful)
        return MappingProxyType(+counts)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each shared proposition by slug, from 1 in the order told."""
        shared = (row.proposition.slug for row in self.rows if row.is_shared)
        return MappingProxyType({slug: number for number, slug in enumerate(shared, 1)})

    def row(self, slug: str) -> ComparisonRow | None:
        """Return the row of a proposition, or None if no account speaks of it."""
        return self._rows.get(slug)

    @cached_property
    def _rows(self) -> Mapping[str, ComparisonRow]:
        return {row.proposition.slug: row for row in self.rows}

    @cached_property
    def _positions(self) -> Mapping[str, int]:
        return {account.article.id: position for position, account in enumerate(self.accounts)}

    def silent(self, articles: Iterable[str]) -> tuple[tuple[Account, Account], ...]:
        """Return the ends of each run of accounts that are not in `articles`."""
        speaking = sorted(self._positions[article] for article in articles)
        runs = silent_runs(speaking, len(self.accounts))
        return tuple((self.accounts[run[0]], self.accounts[run[-1]]) for run in runs)


def compare_accounts(collation: Collation, statements: Sequence[tuple[Statement, ...]] | None = None) -> Comparison:
    """Return the comparison of all accounts, its rows in the order told.

    `statements` are those of each account, if they have been found before.
    """
    accounts = collation.articles_once
    if statements is None:
        statements = find_all_statements(collation)
    groups = group_by_proposition(statements, collation.codebook)
    spoken = sorted((group for group in groups if group.by_position), key=_first_told)
    unplaced = tuple(_unplaced(account, own) for account, own in zip(accounts, statements, strict=True))
    rows = _add_unresolved([_row(accounts, group) for group in spoken], unplaced)
    return Comparison(
        accounts,
        collation.codebook,
        tuple(_oppose_contradictions(rows, collation.codebook)),
        tuple(group.proposition for group in groups if not group.by_position),
        unplaced,
        tuple(account.kind_counts.get(NOTE.name, 0) for account in accounts),
    )


def rows_with_status(rows: Iterable[ComparisonRow], *statuses: Status) -> tuple[ComparisonRow, ...]:
    """Return the rows that have one of the statuses."""
    return tuple(row for row in rows if row.status in statuses)


def rows_with_verdict(rows: Iterable[ComparisonRow], words: str) -> tuple[ComparisonRow, ...]:
    """Return the rows whose verdict has these words, or "" for no verdict."""
    wanted = fold(words)
    verdicts = ((row, row.proposition.verdict) for row in rows)
    return tuple(row for row, verdict in verdicts if (wanted in fold(verdict) if words else not verdict))


def rows_only_in(rows: Iterable[ComparisonRow], article_id: str) -> tuple[ComparisonRow, ...]:
    """Return the rows of which this account alone speaks.

    An account whose statements are all doubtful neither speaks nor is silent, and neither is one that carries what
    contradicts the proposition.
    """
    return tuple(row for row in rows if row.spread and row.heard_articles == {article_id})


def rows_left_out_by(rows: Iterable[ComparisonRow], article_id: str) -> tuple[ComparisonRow, ...]:
    """Return the rows on which this account is silent."""
    return tuple(row for row in rows if article_id not in row.heard_articles)


def _row(accounts: tuple[Account, ...], group: PropositionStatements) -> ComparisonRow:
    pairs = group.by_position.items()
    cells = tuple(make_cell(accounts[position].article.id, statements) for position, statements in pairs)
    return ComparisonRow(group.proposition, _status(cells), cells)


def _oppose_contradictions(rows: Sequence[ComparisonRow], codebook: Codebook) -> Iterator[ComparisonRow]:
    """Yield the rows, of which those that contradict each other are disputed.

    Who carries a proposition rejects what contradicts it.
    """
    by_slug = {row.proposition.slug: row for row in rows}
    for row in rows:
        others = [by_slug[slug] for slug in codebook.contradicting(row.proposition.slug) if slug in by_slug]
        contrary = _carrying(others) if others else ()
        disputed = contrary and any(cell.carries for cell in row.cells)
        status = Status.DISPUTED if disputed else row.status
        yield row._replace(status=status, contrary=contrary) if contrary else row


def _carrying(rows: Iterable[ComparisonRow]) -> tuple[Statement, ...]:
    """Return the statements that carry the rows' propositions, by account."""
    statements = (statement for row in rows for statement in row.evidence if statement.stance in CARRYING_STANCES)
    return tuple(sorted(statements, key=_account_order))


def _account_order(statement: Statement) -> tuple[int, str]:
    siglum = statement.account.siglum
    return len(siglum), siglum


def _status(cells: tuple[AccountCell, ...]) -> Status:
    carriers = sum(cell.carries for cell in cells)
    if not any(cell.statements for cell in cells):
        return Status.DOUBTFUL
    if any(cell.rejects for cell in cells):
        return Status.DISPUTED if carriers else Status.REJECTED
    if carriers > 1:
        return Status.AGREED
    return Status.OPEN if any(cell.count(Stance.NEUTRAL) for cell in cells) else Status.SINGLE


def _unplaced(account: Account, statements: Iterable[Statement]) -> AccountCell:
    unplaced = [statement for statement in statements if not statement.about]
    certain = tuple(statement for statement in unplaced if not statement.is_doubtful)
    doubtful = tuple(statement for statement in unplaced if statement.is_doubtful)
    return AccountCell(account.article.id, certain, doubtful)


def _add_unresolved(rows: list[ComparisonRow], unplaced: Sequence[AccountCell]) -> list[ComparisonRow]:
    """Return the rows with the statements of unknown kinds on them."""
    unresolved: dict[str, dict[str, list[Statement]]] = {}
    for cell in unplaced:
        for statement in (*cell.statements, *cell.doubtful):
            if slug := statement.annotation.about:
                unresolved.setdefault(slug, {}).setdefault(cell.article, []).append(statement)
    if not unresolved:
        return rows
    order = {cell.article: position for position, cell in enumerate(unplaced)}
    return [_with_unresolved(row, unresolved.get(row.proposition.slug, {}), order) for row in rows]


def _with_unresolved(
    row: ComparisonRow, unresolved: Mapping[str, Sequence[Statement]], order: Mapping[str, int]
) -> ComparisonRow:
    cells = {cell.article: cell for cell in row.cells}
    for article, statements in unresolved.items():
        cells[article] = (cells.get(article) or AccountCell(article))._replace(unresolved=tuple(statements))
    return row._replace(cells=tuple(sorted(cells.values(), key=lambda cell: order[cell.article])))


def _first_told(group: PropositionStatements) -> tuple[bool, int, int]:
    # In an account, doubtful statements come after those that count.
    return min((own[0].is_doubtful, position, own[0].number) for position, own in group.by_position.items())
