"""The lines of a page are read column by column."""

import pytest
from pdf_line_makers import line, rows

from tui.intake.pdf_columns import columns, leading
from tui.intake.pdf_lines import PdfLine


def _words(lines: list[PdfLine]) -> list[str]:
    return [" ".join(line.words for line in column.lines) for column in columns(lines)]


def _texts(prefix: str, count: int = 4) -> list[str]:
    return [f"{prefix}{number} words" for number in range(count)]


def test_two_columns_are_read_one_after_the_other() -> None:
    lines = [*rows(_texts("a"), 50), *rows(_texts("b"), 150)]
    assert _words(lines) == ["a0 words a1 words a2 words a3 words", "b0 words b1 words b2 words b3 words"]


def test_a_heading_over_both_columns_parts_them() -> None:
    lines = [line("the heading over all columns", 50, 0), *rows(_texts("a"), 50, 1), *rows(_texts("b"), 150, 1)]
    lines += [line("the second heading over columns", 50, 5), *rows(_texts("c"), 50, 6), *rows(_texts("d"), 150, 6)]
    assert [words[:5] for words in _words(lines)] == ["the h", "a0 wo", "b0 wo", "the s", "c0 wo", "d0 wo"]


def test_three_columns_are_read_from_left_to_right() -> None:
    lines = [*rows(_texts("a"), 50), *rows(_texts("b"), 150), *rows(_texts("c"), 250)]
    assert [words[:2] for words in _words(lines)] == ["a0", "b0", "c0"]


@pytest.mark.parametrize(
    "lines",
    [
        [*rows(_texts("a")), line("beside", 150, 0)],
        [*rows(_texts("a")), *rows(_texts("b"), 150, 10)],
        [line("one", 50), line("two", 80)],
        [*rows(["•"] * 5), *rows(_texts("b", 5), 150)],
    ],
)
def test_a_few_lines_or_lines_below_are_no_column(lines: list[PdfLine]) -> None:
    assert len(columns(lines)) == 1


def test_words_on_one_base_line_are_one_line() -> None:
    (column,) = columns([line("two", 80), line("one", 50), line("three", 50, 1)])
    assert [part.words for part in column.lines] == ["one two", "three"]
    assert (column.left, column.right) == (50, 95)


def test_a_page_without_lines_has_no_columns() -> None:
    assert columns([]) == []


def test_the_leading_is_the_usual_distance_of_lines() -> None:
    assert leading([*rows(["a", "b", "c"]), line("d", 50, 9)]) == 12
    assert leading([line("a")]) == 0


@pytest.mark.parametrize("gaps", [{0, 1, 3, 4, 6, 7}, {0, 1, 2}])
def test_gaps_between_words_are_no_gutter(gaps: set[int]) -> None:
    lines = [part for row in range(9) for part in _row(row, has_gap=row in gaps)]
    assert len(columns(lines)) == 1


def _row(row: int, *, has_gap: bool) -> list[PdfLine]:
    if has_gap:
        return [line("words and words", 20, row), line("words and words", 110, row)]
    return [line("words that are as wide as the column", 20, row)]
