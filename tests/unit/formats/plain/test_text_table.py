"""The comparison as a table that fits a width."""

import pytest
from aid_and_talks import aid_and_talks
from collations import collate

from tui.analysis.comparison import compare_accounts
from tui.formats.plain.linear_text import comparison_lines
from tui.formats.plain.page import Page
from tui.formats.plain.text_table import table_lines
from tui.layout.glyphs import ASCII
from tui.layout.graphemes import cell_len

COMPARISON = compare_accounts(aid_and_talks())


def test_the_table_is_as_expected() -> None:
    assert "\n".join(table_lines(COMPARISON, COMPARISON.rows, Page(72))) == EXPECTED


@pytest.mark.parametrize("width", [64, 72, 100, 160])
def test_the_table_fits_the_page(width: int) -> None:
    assert max(map(cell_len, table_lines(COMPARISON, COMPARISON.rows, Page(width)))) <= width


def test_only_the_given_rows_are_shown() -> None:
    lines = "\n".join(table_lines(COMPARISON, COMPARISON.rows[1:], Page(72)))
    assert "Aid should come" not in lines
    assert "Talks | took" in lines


def test_a_page_that_is_too_narrow_gets_linear_text() -> None:
    lines = list(table_lines(COMPARISON, COMPARISON.rows[1:], Page(50)))
    accounts = ["A  Aid must come. No talks.", "B  There is no word.", ""]
    assert lines == [*accounts, *comparison_lines(COMPARISON, Page(50), COMPARISON.rows[1:])]


def test_a_comparison_of_nothing_gets_linear_text() -> None:
    comparison = compare_accounts(collate())
    assert "Comparison" in list(table_lines(comparison, (), Page()))


def test_a_silent_account_is_a_dash_that_ascii_can_write() -> None:
    (row,) = [line for line in table_lines(COMPARISON, COMPARISON.rows, Page(100, ASCII)) if "Talks" in line]
    assert row.endswith(" -")


EXPECTED = """\
A  Aid must come. No talks.
B  There is no word.

Proposition                 Status          A              B
────────────────────────────────────────────────────────────────────────
Aid should come             open            ▸1 Mevlüt      ?1 own voice
                                            Çavuşoğlu,
                                            Lavrov

Talks | took *place*        rejected        ✗1 Zarif       –
────────────────────────────────────────────────────────────────────────
1 rejected · 1 open · 1 statement with a doubtful quote · 1 proposition
that nobody speaks of"""
