"""Rows of CSV, whichever program wrote it."""

import pytest

from tui.errors import FormatError
from tui.formats.csv_rows import CsvRow, csv_rows


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_first_row_says_what_divides_the_columns(delimiter: str) -> None:
    text = f'a{delimiter} "b" \r\n1{delimiter}"2\r\n3"\r\n\r\n4\r\n'.replace(' "b" ', "b ")
    assert csv_rows(text) == (("a", "b"), [CsvRow(2, {"a": "1", "b": "2\r\n3"}), CsvRow(4, {"a": "4"})])


def test_a_cell_may_be_long() -> None:
    long = "x" * 200_000
    assert csv_rows(f"a\n{long}\n")[1][0].cell("a") == long


def test_what_is_no_offset_is_none() -> None:
    row = CsvRow(2, {"a": "12", "b": "-1", "c": "9" * 5000, "d": "²"})
    assert [row.offset(name) for name in "abcde"] == [12, None, None, None, None]


def test_cells_past_the_columns_are_refused_unless_empty() -> None:
    assert csv_rows("a\n1,,\n")[1] == [CsvRow(2, {"a": "1"})]
    with pytest.raises(FormatError, match="row 3") as refused:
        csv_rows('a\n"1\n\n2"\n1,2\n')
    assert refused.value.line == 5


def test_a_row_has_the_line_on_which_it_begins() -> None:
    rows = csv_rows('a,b\r\n1,"2\r\n3"\r\n\r\n4,"5\n6\n"\n7,8')[1]
    assert [(row.number, row.line) for row in rows] == [(2, 2), (4, 5), (5, 8)]
