"""The comparison in Markdown: table, totals, and lists."""

from aid_and_talks import aid_and_talks
from collations import Telling, annotate, collate

from tui.analysis.comparison import compare_accounts
from tui.analysis.statements import find_statements
from tui.formats.markdown.comparison_table import (
    comparison_markdown,
    comparison_table,
    gfm_table,
    row_list,
    statement_line,
)

COMPARISON = compare_accounts(aid_and_talks())


def test_the_document_has_accounts_table_and_totals() -> None:
    written = comparison_markdown(COMPARISON)
    assert written.startswith("# Comparison of accounts\n\n-   **A** Aid must come. No talks.\n-   **B** ")
    assert "| Talks &#124; took \\*place\\* | rejected | ✗ 1 Zarif | – |" in written
    assert "\n\n1 rejected · 1 open · " in written


def test_only_the_given_rows_are_shown() -> None:
    assert "Aid should come" in comparison_markdown(COMPARISON)
    assert "Aid should come" not in comparison_markdown(COMPARISON, COMPARISON.rows[1:])


def test_a_comparison_without_rows_has_no_table() -> None:
    assert comparison_table(COMPARISON, ()) == ""


def test_a_table_has_a_head_a_rule_and_rows() -> None:
    assert gfm_table(("a", "b"), ("---", "---:"), [("1", "2"), ("3", "4")]) == (
        "| a | b |\n| --- | ---: |\n| 1 | 2 |\n| 3 | 4 |"
    )


def test_a_list_has_every_statement_and_one_line_for_silent_accounts() -> None:
    assert row_list(COMPARISON.rows[1], COMPARISON) == "-   **A2** ✗ Denial · Zarif · “No talks”\n-   silent: B"


def test_a_statement_has_its_quote_escaped_and_shortened() -> None:
    quote = "*many* " + "words " * 60
    collation = collate(Telling("one", quote, (annotate("claim", quote),)))
    (statement,) = find_statements(collation.accounts[0], collation.codebook)
    line = statement_line(statement)
    assert line.startswith(r"**A1** ▸ Claim · own voice · “\*many\* words words")
    assert line.endswith("words …”")
