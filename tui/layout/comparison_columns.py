"""The widths of the comparison's columns: pure, in cells."""

from dataclasses import dataclass

GAP = 2
"""Cells between two columns."""
STATUS_WIDTH = 10
"""Cells of a status with its sign, as in `✗ DISPUTED`."""
MIN_NAMES_WIDTH = 11
"""Cells of an account's column, at least, to show the speakers."""
MAX_ACCOUNT_WIDTH = 48
COUNTS_WIDTH = 4
"""Cells of an account's column that has room for the numbers alone, at least."""
MAX_COUNTS_WIDTH = 8
MIN_PROPOSITION_WIDTH = 22
_PROPOSITION_PERCENT = 35


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of a comparison's columns, in cells."""

    number: int
    """Of the propositions' numbers."""
    proposition: int
    account: int
    """Of each account's column."""
    shown: int
    """How many accounts have a column. The others come into view when the cursor goes there."""

    @property
    def names(self) -> bool:
        """Whether there is room for the speakers."""
        return self.account >= MIN_NAMES_WIDTH

    @property
    def before_accounts(self) -> int:
        """The cells left of the first account's column."""
        return STATUS_WIDTH + GAP + self.number + 1 + self.proposition + GAP

    def at(self, x: int, first: int = 0) -> int:
        """Return the column at cell `x`, from 0 for the proposition.

        `first` is the position of the first account that has a column.
        """
        if x < self.before_accounts:
            return 0
        return 1 + first + min((x - self.before_accounts) // (self.account + GAP), self.shown - 1)

    def scroll(self, first: int, column: int, accounts: int) -> int:
        """Return the position of the first account to show, for a column in view.

        `first` is the position of the one that is shown now.
        """
        position = column - 1
        if position >= 0:
            first = max(min(first, position), position - self.shown + 1)
        return max(0, min(first, accounts - self.shown))


def fit_columns(width: int, accounts: int, number: int = 1) -> Columns:
    """Return the widths of columns that fill `width` cells.

    Speakers are left out if they have no room, and then the last accounts.
    """
    free = width - STATUS_WIDTH - GAP - number - 1
    account, shown = _account_width(free, accounts), accounts
    if accounts and account < COUNTS_WIDTH:
        account, shown = COUNTS_WIDTH, max(1, (free - MIN_PROPOSITION_WIDTH) // (COUNTS_WIDTH + GAP))
    return Columns(number, max(8, free - shown * (account + GAP)), account, min(shown, accounts))


def _account_width(free: int, accounts: int) -> int:
    """Return the cells of a column if all accounts get one."""
    proposition = max(MIN_PROPOSITION_WIDTH, free * _PROPOSITION_PERCENT // 100)
    widest = (free - proposition) // max(1, accounts) - GAP
    if widest >= MIN_NAMES_WIDTH:
        return min(MAX_ACCOUNT_WIDTH, widest)
    narrow = (free - MIN_PROPOSITION_WIDTH) // max(1, accounts) - GAP
    return narrow if narrow >= MIN_NAMES_WIDTH else min(MAX_COUNTS_WIDTH, narrow)
