"""The details of the row under the cursor: who says it, in which words."""

from textual.content import Content

from tui.analysis.comparison import Comparison, ComparisonRow
from tui.analysis.statements import Statement
from tui.formats.phrasing import in_quotes, speakers_or_own_voice
from tui.formats.proposition_words import proposition_remarks
from tui.formats.statement_words import mark_adjusted, marked_by, statement_doubt, statement_qualifiers
from tui.layout.glyphs import Glyphs
from tui.model import Stance
from tui.reader.content import kind_glyph, line_content, stance_verb, visible_line


def evidence_lines(
    row: ComparisonRow, column: int, comparison: Comparison, *, glyphs: Glyphs, most: int | None = None
) -> list[Content]:
    """Return a line for each statement of a cell, or of the row (column 0).

    There are at most `most` lines of statements, as a cell may have thousands.
    """
    statements, contrary = cell_statements(row, column, comparison), _contrary(row, column, comparison)
    if not statements and not contrary:
        account = comparison.accounts[column - 1]
        return [Content.styled(f"{account.siglum} says nothing about it.", "$quiet")]
    remarks = proposition_remarks(row.proposition, comparison.codebook) if column == 0 else ()
    contrary = contrary if most is None else contrary[: max(0, most - len(statements))]
    return [
        *(_statement_line(statement, kind_glyph(statement.kind, glyphs)) for statement in statements[:most]),
        *(_statement_line(statement, Content.styled(glyphs.contrary, "$accent bold")) for statement in contrary),
        *(line_content(str(remark), "$quiet") for remark in remarks),
    ]


def count_statements(row: ComparisonRow, column: int, comparison: Comparison) -> int:
    """Return how many statements a cell has, or the row (column 0)."""
    return len(cell_statements(row, column, comparison)) + len(_contrary(row, column, comparison))


def cell_statements(row: ComparisonRow, column: int, comparison: Comparison) -> tuple[Statement, ...]:
    """Return the statements of a cell, or of the row (column 0).

    Those that do not count are last.
    """
    if column == 0:
        return (*row.evidence, *row.uncounted)
    cell = row.cell(comparison.accounts[column - 1].article.id)
    return (*cell.statements, *cell.uncounted)


def visited_statements(row: ComparisonRow, column: int, comparison: Comparison) -> tuple[Statement, ...]:
    """Return what Enter goes to: a cell's statements, else what contradicts."""
    return cell_statements(row, column, comparison) or _contrary(row, column, comparison)


def _contrary(row: ComparisonRow, column: int, comparison: Comparison) -> tuple[Statement, ...]:
    return row.contrary_in(comparison.accounts[column - 1].article.id) if column else row.contrary


def _statement_line(statement: Statement, sign: Content) -> Content:
    words = in_quotes(statement.words)
    label = f" {stance_verb(statement.kind)}" if statement.stance is Stance.NEUTRAL else ""
    marks = (statement_qualifiers(statement), marked_by(statement), statement_doubt(statement))
    return Content.assemble(
        (f"{statement.account.siglum} ", "bold"),
        sign,
        " ",
        line_content(speakers_or_own_voice(statement.annotation), "bold"),
        Content.styled(f"{label} ", "$quiet"),
        line_content(mark_adjusted(statement, words) if words else statement.annotation.body, "italic"),
        Content.styled(f"  {statement.reference}", "$quiet"),
        *(Content.styled(f"  {visible_line(part)}", "$quiet") for part in marks if part),
    )
