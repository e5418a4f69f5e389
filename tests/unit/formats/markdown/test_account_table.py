"""The table of the accounts."""

from aid_and_talks import aid_and_talks
from collations import Telling, annotate, collate

from tui.analysis.survey import Survey
from tui.formats.markdown.account_table import account_blocks
from tui.model import Byline


def test_there_is_a_column_for_each_kind_that_is_used() -> None:
    table, sums = account_blocks(Survey(aid_and_talks()))
    assert table.splitlines()[0] == "|  | Account | Source | ▸ Claim | ✗ Denial | ✎ Note | ? No comment | Doubtful |"
    assert table.endswith("| **B** | There is no word. |  | 0 | 0 | 0 | 1 | 1 |")
    assert sums == "3 statements, 5 notes in 2 accounts"


def test_without_sources_notes_and_doubts_there_are_no_columns_for_them() -> None:
    table, sums = account_blocks(Survey(collate(Telling("one", "x | y", (annotate("agreement", "x"),)))))
    assert table == "|  | Account | ≡ Agreement |\n| --- | --- | ---: |\n| **A** | x &#124; y | 1 |"
    assert sums == "1 statement in 1 account"


def test_names_from_outside_stay_in_their_cells() -> None:
    byline = Byline(outlet="A | B\n# C", author="<b>")
    table, _ = account_blocks(Survey(collate(Telling("one", "x", (), byline))))
    assert len(table.splitlines()) == 3
    assert r"A &#124; B&#10;# C, \<b>" in table


def test_no_article_is_said_so() -> None:
    assert list(account_blocks(Survey(collate()))) == ["*There is no article here.*"]
