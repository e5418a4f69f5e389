"""A statement of a comparison or a person as plain text."""

from collections.abc import Iterator

from tui.analysis.statements import Statement
from tui.formats import statement_words
from tui.formats.plain.page import Page


def statement_rows(statement: Statement, page: Page, indent: int, speakers: str = "", quote: str = "") -> Iterator[str]:
    """Yield a statement in rows that are `indent` cells from the left.

    `quote` replaces its words.
    """
    head = f"{statement.reference} {page.glyphs.of(statement.kind)} {statement.kind.label}"
    words = quote or statement_words.statement_quote(statement)
    parts = (
        head,
        speakers,
        words,
        statement_words.statement_qualifiers(statement),
        statement_words.marked_by(statement),
        statement_words.statement_doubt(statement),
    )
    yield from page.rows(page.own(" · ".join(part for part in parts if part)), indent, 3)
