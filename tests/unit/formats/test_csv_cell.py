"""Cells that a spreadsheet shows and does not run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.formats.csv_cell import list_cell, names_in, plain_cell, safe_cell


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


@given(st.text())
def test_a_cell_comes_back(text: str) -> None:
    assert plain_cell(safe_cell(text)) == text


def test_an_apostrophe_that_hides_nothing_stays() -> None:
    assert plain_cell("'tis") == "'tis"
    assert plain_cell("'=1") == "=1"


@given(st.lists(st.text(min_size=1).filter(str.strip), max_size=3).map(tuple))
def test_names_come_back(names: tuple[str, ...]) -> None:
    assert names_in(list_cell(names)) == names


def test_names_of_other_programs_are_read_too() -> None:
    assert names_in("Ada;Bo ; C\\") == ("Ada", "Bo ", "C\\")
    assert names_in(" ; ") == ()
