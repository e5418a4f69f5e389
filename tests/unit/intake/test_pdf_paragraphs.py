"""The lines of columns become paragraphs."""

from dataclasses import replace

import pytest
from pdf_line_makers import line, rows

from tui.intake.pdf_columns import Column, columns
from tui.intake.pdf_lines import PdfLine
from tui.intake.pdf_paragraphs import body_size, pdf_blocks, pdf_markdown

_FULL = "a line that is as long as the column is."
_OPEN = "a line as long as the column is and that"


def _markdown(*pages: list[PdfLine]) -> list[str]:
    return list(pdf_markdown(pdf_blocks([column for page in pages for column in columns(page)])))


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        ([_OPEN, _FULL, _FULL], 1),
        ([_FULL, f"  {_FULL[2:]}", _FULL], 2),
        (["short end.", _FULL], 2),
        ([_FULL, _FULL, "", _FULL], 2),
        (["a verse", _FULL], 2),
        ([f"• {_OPEN[2:]}", f"  {_FULL[2:]}", "• one more item", "  and its end"], 2),
    ],
)
def test_an_indent_a_gap_or_a_short_line_begins_a_paragraph(lines: list[str], count: int) -> None:
    assert len(_markdown(rows(lines))) == count


def test_a_paragraph_goes_on_on_the_next_page() -> None:
    assert _markdown(rows([_FULL, _OPEN]), rows([_FULL, _FULL])) == [" ".join((_FULL, _OPEN, _FULL, _FULL))]


@pytest.mark.parametrize("next_page", [[f"  {_FULL[2:]}", _FULL, _FULL], [_FULL, _FULL]])
def test_a_page_that_begins_indented_or_after_a_short_end_begins_a_paragraph(next_page: list[str]) -> None:
    last = _FULL if next_page[0].startswith(" ") else "short end."
    assert len(_markdown(rows([_FULL, last]), rows(next_page))) == 2


def test_a_paragraph_goes_on_past_a_footnote() -> None:
    note = replace(line("1 a note in small letters", 50, 5), size=7)
    assert _markdown([*rows([_FULL, _OPEN]), note], rows(["goes on here.", ""])) == [
        f"{_FULL} {_OPEN} goes on here.",
        "1 a note in small letters",
    ]


def test_larger_and_bold_lines_are_headings() -> None:
    lines = [line("Big", 50, 0, 20), line("Middle", 50, 3, 14), *rows([_FULL, _FULL], 50, 5)]
    lines += [line("Bold words", 50, 9, is_bold=True), *rows([_FULL, _FULL], 50, 10)]
    assert _markdown(lines) == ["# Big", "## Middle", f"{_FULL} {_FULL}", "### Bold words", f"{_FULL} {_FULL}"]


def test_lines_indented_at_both_sides_are_a_block_quote() -> None:
    quoted = ["    quoted words in the middle", "    and the rest of them"]
    assert _markdown(rows([_FULL, _FULL, *quoted, _FULL]))[1] == "> quoted words in the middle and the rest of them"


def test_a_paragraph_that_is_indented_like_the_quote_before_it_is_another() -> None:
    quoted = ["    quoted words in the middle", "    and all the rest of them"]
    assert _markdown(rows([_FULL, _FULL, *quoted, f"   {_FULL[3:]}", _FULL]))[1:] == [
        "> quoted words in the middle and all the rest of them",
        f"{_FULL[3:]} {_FULL}",
    ]


def test_bullets_become_items_and_words_are_escaped() -> None:
    assert _markdown(rows(["• first *item*", "• second item"])) == [r"- first \*item\*", "- second item"]


def test_the_body_size_is_that_of_most_letters() -> None:
    column = Column((line("a"), line("longer words", size=8)), 0, 100)
    assert body_size(pdf_blocks([column])) == 8
    assert body_size([]) == 0
