"""The comparison in Markdown: table, totals, and lists."""

from aid_and_talks import aid_and_talks
from collations import Telling, annotate, codebook, collate

from tui.analysis.comparison import compare_accounts
from tui.analysis.row_order import fold_rows
from tui.analysis.statements import find_statements
from tui.formats.markdown.comparison_table import (
    comparison_markdown,
    comparison_table,
    gfm_table,
    row_list,
    statement_line,
)
from tui.model import Byline

COMPARISON = compare_accounts(aid_and_talks())


def test_the_document_has_accounts_table_and_totals() -> None:
    written = comparison_markdown(COMPARISON)
    assert written.startswith(
        "# Comparison of accounts\n\n-   **A** Aid must come. No talks. · The Times · 27 December 2016\n-   **B** "
    )
    assert "| rejected |  | Talks &#124; took \\*place\\* | ✗ 1 Zarif | – |" in written
    assert "\n\n1 rejected · 1 open · " in written


def test_only_the_given_rows_are_shown() -> None:
    assert "Aid should come" in comparison_markdown(COMPARISON)
    assert "Aid should come" not in comparison_markdown(COMPARISON, COMPARISON.rows[1:])


def test_what_one_account_alone_tells_is_a_list_for_each_account() -> None:
    first = (
        annotate("claim", "x", "Ada", "*one*"),
        annotate("claim", "y", "Bo", "*one*"),
        annotate("claim", "z", "", "two"),
    )
    book = codebook({"*one*": "*one*", "two": "two", "three": "three", "all": "all"})
    byline = Byline(outlet="The _Post_", date="2026-03-03")
    third = (annotate("claim", "w", "", "three"), annotate("denial", "v", "", "all"))
    tellings = (Telling("a", "x y z", first, byline), Telling("b", "-"), Telling("c", "w v", third))
    comparison = compare_accounts(collate(*tellings, book=book))
    shown, folded = fold_rows(comparison.rows)
    document = comparison_markdown(comparison, shown, folded)
    assert document.count("\n| rejected |") == 1
    assert document.endswith(
        "\n\n## Told by one account\n\n**A** The \\_Post\\_, 3 Mar 2026\n\n-   \\*one\\* · A1, A2\n-   two · A3\n\n"
        "**C** w v\n\n-   three · C1\n"
    )


def test_a_comparison_without_rows_has_no_table() -> None:
    assert comparison_table(COMPARISON, ()) == ""


def test_a_table_has_a_head_a_rule_and_rows() -> None:
    assert gfm_table(("a", "b"), ("---", "---:"), [("1", "2"), ("3", "4")]) == (
        "| a | b |\n| --- | ---: |\n| 1 | 2 |\n| 3 | 4 |"
    )


def test_a_list_has_every_statement_and_one_line_for_silent_accounts() -> None:
    assert row_list(COMPARISON.rows[1], COMPARISON) == "-   **A2** ✗ Denial · Zarif · “No talks”\n-   silent: B"


def test_many_accounts_are_counted_and_those_that_are_silent_named_on_one_line() -> None:
    claims = [Telling(f"t{number}", "yes", (annotate("claim", "yes", "Ada", "p"),)) for number in range(3)]
    denial = Telling("no", "no", (annotate("denial", "no", "Bo", "p"), annotate("claim", "gone", "Bo", "p")))
    silent = [Telling(f"s{number}", "x") for number in range(20)]
    comparison = compare_accounts(collate(*claims, *silent[:9], denial, *silent[9:], book=codebook({"p": "p"})))
    table = comparison_table(comparison, comparison.rows).splitlines()
    assert table[0] == "| Status | # | Proposition | Accounts | Assert or agree | Deny | Doubtful |"
    assert table[2] == "| disputed | 1 | p | 4 | 3 | 1 | 1 |"
    document = comparison_markdown(comparison)
    assert document.endswith(f"\n\n## 1 · p\n\n{row_list(comparison.rows[0], comparison)}\n")
    *said, last = row_list(comparison.rows[0], comparison).splitlines()
    assert [line.split("**")[1] for line in said] == ["A1", "B1", "C1", "M1", "M2"]
    assert last == "-   silent: D–L, N–X"


def test_a_statement_has_its_quote_escaped_and_shortened() -> None:
    quote = "*many* " + "words " * 60
    collation = collate(Telling("one", quote, (annotate("claim", quote),)))
    (statement,) = find_statements(collation.accounts[0], collation.codebook)
    line = statement_line(statement)
    assert line.startswith(r"**A1** ▸ Claim · own voice · “\*many\* words words")
    assert line.endswith("words …”")
