"""The order of a comparison's rows, and what divides the accounts."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from math import comb
from typing import NamedTuple

from tui.analysis.account_cell import CARRYING_STANCES
from tui.analysis.comparison import ComparisonRow, Status
from tui.model import Stance


class RowOrder(StrEnum):
    """The order of a comparison's rows."""

    STATUS = "status"
    """As in `Status`. Of one status, those that divide most come first."""
    DIVIDES = "divides"
    """As in `Division`, greatest first. Ties stay in the order told."""
    SPREAD = "spread"
    """Most accounts first, then most speakers. Ties stay in the order told."""
    TOLD = "told"
    """As the first account tells them, then what the next one adds, and so on."""


class Division(NamedTuple):
    """How much the accounts differ on a proposition: the greater, the more."""

    opposed: int = 0
    """Pairs of accounts of which one carries it and the other opposes it.

    An account opposes it if it rejects it or carries what contradicts it.
    """
    torn: int = 0
    """Accounts that both carry and oppose it."""
    left_open: int = 0
    """Pairs of accounts of which one carries or opposes it and the other only leaves it open."""
    spread: int = 0
    """Accounts that speak of it."""


def measure_division(row: ComparisonRow) -> Division:
    """Return how much the accounts differ on a row's proposition."""
    if row.status is Status.SINGLE:
        return Division(spread=1)
    stances = {cell.article: {statement.kind.stance for statement in cell.statements} for cell in row.cells}
    carrying = {article for article, own in stances.items() if not own.isdisjoint(CARRYING_STANCES)}
    opposing = {article for article, own in stances.items() if Stance.REJECTS in own}.union(row.contrary_articles)
    torn, decided = len(carrying & opposing), carrying | opposing
    undecided = sum(Stance.NEUTRAL in own and article not in decided for article, own in stances.items())
    # A pair of torn accounts is opposed in both directions, and one pair all the same.
    opposed = len(carrying) * len(opposing) - torn - comb(torn, 2)
    return Division(opposed, torn, undecided * len(decided), row.spread)


def sort_rows(rows: Iterable[ComparisonRow], order: RowOrder) -> tuple[ComparisonRow, ...]:
    """Return rows, which must be in the order told, in another order."""
    if order is RowOrder.STATUS:
        return tuple(row for group in _by_status(tuple(rows)) for row in group)
    if order is RowOrder.DIVIDES:
        return _most_divided_first(rows)
    if order is RowOrder.SPREAD:
        return tuple(sorted(rows, key=lambda row: (-row.spread, -_count_speakers(row))))
    return tuple(rows)


def fold_rows(rows: Iterable[ComparisonRow]) -> tuple[tuple[ComparisonRow, ...], tuple[ComparisonRow, ...]]:
    """Return the rows to show, and those that one account alone tells.

    If there are no others, these are the rows to show, and none is folded.
    """
    every = tuple(rows)
    shown = tuple(row for row in every if row.status is not Status.SINGLE)
    return (shown, tuple(row for row in every if row.status is Status.SINGLE)) if shown else (every, ())


def _by_status(rows: tuple[ComparisonRow, ...]) -> Iterator[Iterable[ComparisonRow]]:
    for status in Status:
        group = [row for row in rows if row.status is status]
        # Most rows are told by one account, and none of them divides more than another.
        yield group if status is Status.SINGLE else _most_divided_first(group)


def _most_divided_first(rows: Iterable[ComparisonRow]) -> tuple[ComparisonRow, ...]:
    return tuple(sorted(rows, key=measure_division, reverse=True))


def _count_speakers(row: ComparisonRow) -> int:
    return len({name for cell in row.cells for name in cell.speakers})
