"""The widths of the comparison's columns."""

import pytest

from tui.layout.comparison_columns import GAP, fit_columns


@pytest.mark.parametrize("accounts", [1, 2, 3, 6])
@pytest.mark.parametrize("width", [40, 76, 116, 196])
def test_the_columns_fit_the_width(width: int, accounts: int) -> None:
    columns = fit_columns(width, accounts)
    used = columns.before_accounts + columns.shown * (columns.account + GAP) - GAP
    assert used == width
    assert columns.shown == accounts or not columns.names
    assert columns.at(0) == 0
    assert columns.at(columns.before_accounts - 1) == 0
    assert columns.at(columns.before_accounts) == 1
    assert columns.at(columns.before_accounts, first=2) == 3
    assert columns.at(width) == columns.shown


def test_the_first_account_shown_is_such_that_no_column_is_empty() -> None:
    columns = fit_columns(76, 20)
    assert columns.shown == 6
    assert [columns.scroll(first, column, 20) for first, column in ((0, 7), (0, 20), (9, 3), (9, 12), (9, 0))] == [
        *(1, 14, 2, 9, 9),
    ]
    assert columns.scroll(19, 20, 20) == 14
    assert fit_columns(120, 2).scroll(1, 2, 2) == 0


@pytest.mark.parametrize(
    ("accounts", "names", "shown"), [(2, True, 2), (3, True, 3), (4, False, 4), (6, False, 6), (7, False, 6)]
)
def test_at_80_cells_names_and_then_accounts_give_way(accounts: int, names: bool, shown: int) -> None:
    columns = fit_columns(76, accounts)
    assert (columns.names, columns.shown) == (names, shown)
