"""Test the columns of a list of disagreements."""

from hypothesis import given
from hypothesis import strategies as st

from tui.layout.side_columns import (
    GAP,
    LABEL_WIDTH,
    MAX_SIDE_WIDTH,
    MIN_QUOTE_WIDTH,
    MIN_SIDE_WIDTH,
    SIGLUM_WIDTH,
    SideColumns,
    fit_sides,
)


@given(st.integers(60, 300), st.integers(2, 12))
def test_the_columns_fill_the_width(width: int, annotators: int) -> None:
    columns = fit_sides(width, annotators)
    sides = 1 if columns.is_joined else annotators
    used = SIGLUM_WIDTH + GAP + LABEL_WIDTH + GAP + columns.quote + sides * (GAP + columns.side)
    assert used == width
    assert columns.quote >= MIN_QUOTE_WIDTH
    assert columns.is_joined or MIN_SIDE_WIDTH <= columns.side <= MAX_SIDE_WIDTH


def test_annotators_share_a_column_if_each_would_have_too_few_cells() -> None:
    assert fit_sides(76, 2) == SideColumns(23, 16, is_joined=False)
    assert fit_sides(116, 5) == SideColumns(19, 14, is_joined=False)
    assert fit_sides(76, 5) == SideColumns(23, 34, is_joined=True)
    assert fit_sides(36, 2) == SideColumns(9, 8, is_joined=True)
    assert fit_sides(1, 2) == SideColumns(1, 1, is_joined=True)
