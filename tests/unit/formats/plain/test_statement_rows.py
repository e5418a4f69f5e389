"""A statement as plain text."""

from collations import Telling, annotate, codebook, collate

from tui.analysis.statements import find_statements
from tui.formats.plain.page import Page
from tui.formats.plain.statement_rows import statement_rows
from tui.layout.glyphs import ASCII

RECORDS = (annotate("claim", "x", "Ada", id="a", annotator="Ann"), annotate("claim", "x", "Ada", id="b"))
(STATEMENT,) = find_statements(collate(Telling("one", "x", RECORDS)).accounts[0], codebook())


def test_a_statement_has_its_reference_kind_words_and_annotators() -> None:
    (row,) = statement_rows(STATEMENT, Page(), 3, "Ada")
    assert row == "   A1 ▸ Claim · Ada · “x” · marked by Ann and somebody unnamed"


def test_another_quote_replaces_its_words() -> None:
    rows = list(statement_rows(STATEMENT, Page(40, ASCII), 0, quote="“*x*”"))
    assert rows == ['A1 > Claim - "*x*" - marked by Ann', "   and somebody unnamed"]
