"""Cells that a spreadsheet shows and does not run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.formats.csv_cell import list_cell, safe_cell


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r=1", "\n1", "＝1", "＋1", "－1", "＠a", "'a"]
)
def test_what_might_be_run_begins_with_an_apostrophe(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "a=1", "5", "“Yes”", "x'", " a"])
def test_other_text_stays(text: str) -> None:
    assert safe_cell(text) == text


@given(st.text())
def test_without_its_first_apostrophe_a_cell_is_the_text(text: str) -> None:
    assert safe_cell(text).removeprefix("'") == text


def test_names_with_a_separator_stay_apart() -> None:
    assert list_cell(("A", "B; C", "D\\")) == r"A; B\; C; D\\"
    assert list_cell(()) == ""
