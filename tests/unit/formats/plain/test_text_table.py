"""The comparison as a table that fits a width."""

from dataclasses import replace

import pytest
from aid_and_talks import aid_and_talks
from collations import Telling, annotate, codebook, collate

from tui.analysis.comparison import compare_accounts
from tui.formats.markdown.comparison_table import comparison_markdown
from tui.formats.plain.linear_text import comparison_lines
from tui.formats.plain.page import Page
from tui.formats.plain.text_table import table_lines
from tui.layout.glyphs import ASCII
from tui.layout.graphemes import cell_len
from tui.model import Proposition

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
    accounts = ["A  Aid must come. No talks. · The Times · 27", "   December 2016", "B  There is no word.", ""]
    assert lines == [*accounts, *comparison_lines(COMPARISON, Page(50), COMPARISON.rows[1:])]


def test_a_comparison_of_nothing_gets_linear_text() -> None:
    comparison = compare_accounts(collate())
    assert "Comparison" in list(table_lines(comparison, (), Page()))


def test_a_page_that_is_too_narrow_has_the_number_of_folded_rows() -> None:
    lines = list(table_lines(COMPARISON, COMPARISON.rows[1:], Page(50), folded=1_200))
    assert lines[-1] == "1,200 told by one account: --all shows them"


def test_a_contradiction_is_in_the_cell_of_the_account_that_carries_it() -> None:
    first = (annotate("claim", "19", "Ada", "killed-19"),)
    second = (
        annotate("agreement", "35", ("Bo", "Cy"), "killed-35"),
        annotate("claim", "35", about="killed-35", id="own"),
    )
    killed = Proposition("killed-35", "35 died", contradicts=("killed-19",))
    book = codebook({"killed-19": "19 died"})
    book = replace(book, propositions={**book.propositions, killed.slug: killed})
    comparison = compare_accounts(collate(Telling("a", "19", first), Telling("b", "35", second), book=book))
    for page, sign in ((Page(160), "⇄"), (Page(160, ASCII), "!")):
        lines = [" ".join(line.split()) for line in table_lines(comparison, comparison.rows, page)]
        first_row = lines.index(next(line for line in lines if line.startswith("disputed 1 19 died")))
        assert lines[first_row].endswith(f"{sign} Bo, Cy, own voice: 35 died")
    assert "| disputed | 1 | 19 died | ▸ 1 Ada | ⇄ Bo, Cy, own voice: 35 died |" in comparison_markdown(comparison)


def test_a_silent_account_is_a_dash_that_ascii_can_write() -> None:
    (row,) = [line for line in table_lines(COMPARISON, COMPARISON.rows, Page(100, ASCII)) if "Talks" in line]
    assert row.endswith(" -")


EXPECTED = """\
A  Aid must come. No talks. · The Times · 27 December 2016
B  There is no word.

Status          #  Proposition               A The Times   B There is
                                                           no word.
────────────────────────────────────────────────────────────────────────
open            1  Aid should come           ▸1 Mevlüt     ?1 own voice
                                             Çavuşoğlu,
                                             Lavrov

rejected           Talks | took *place*      ✗1 Zarif      –
────────────────────────────────────────────────────────────────────────
1 rejected · 1 open · 1 statement with a doubtful quote · 1 proposition
that nobody speaks of"""
