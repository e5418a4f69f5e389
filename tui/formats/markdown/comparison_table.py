"""The comparison as Markdown: a table, and proposition by proposition in phrasing."""

from collections.abc import Iterable, Iterator

from tui.analysis.comparison import AccountCell, Comparison, ComparisonRow
from tui.analysis.statements import Statement
from tui.formats import phrasing
from tui.formats.markdown import escape
from tui.formats.markdown.record_item import BULLET
from tui.model import Codebook

SILENT = "–"


def comparison_markdown(comparison: Comparison, rows: Iterable[ComparisonRow] | None = None) -> str:
    """Return the comparison as a Markdown document: the accounts, the table and the totals."""
    accounts = (
        f"{BULLET}**{account.siglum}** {escape.inline(account.article.title)}" for account in comparison.accounts
    )
    gfm_table = comparison_table(comparison, comparison.rows if rows is None else rows)
    blocks = ("# Comparison of accounts", "\n".join(accounts), gfm_table, phrasing.comparison_totals(comparison))
    return "\n\n".join(block for block in blocks if block) + "\n"


def comparison_table(comparison: Comparison, rows: Iterable[ComparisonRow]) -> str:
    """Return rows as a table with a column an account, or an empty string where there are none."""
    written = [_table_row(row, comparison.codebook) for row in rows]
    if not written:
        return ""
    sigla = [account.siglum for account in comparison.accounts]
    return gfm_table(("Proposition", "Status", *sigla), ("---",) * (2 + len(sigla)), written)


def gfm_table(head: Iterable[str], rule: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a GFM table of cells that are already Markdown."""
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *rows))


def row_in_words(row: ComparisonRow, comparison: Comparison) -> str:
    """Return a list: what each account says about the proposition, silence included."""
    return "\n".join(
        line
        for account, cell in zip(comparison.accounts, row.cells, strict=True)
        for line in _cell_in_words(account.siglum, cell)
    )


def statement_in_words(statement: Statement) -> str:
    """Return one statement in a line: reference, kind, speakers, and its words on one line."""
    said = phrasing.shorten(statement.annotation.quote)
    quoted = f" · “{escape.inline(said)}”" if said else ""
    who = escape.inline(phrasing.speakers_or_nobody(statement.annotation))
    return f"**{statement.reference}** {_kind(statement)} · {who}{quoted}"


def _cell_in_words(siglum: str, cell: AccountCell) -> Iterator[str]:
    if cell.silent:
        yield f"{BULLET}**{siglum}** is silent"
    for statement in cell.statements:
        yield f"{BULLET}{statement_in_words(statement)}"


def _table_row(row: ComparisonRow, codebook: Codebook) -> tuple[str, ...]:
    said = (_cell(cell, codebook) for cell in row.cells)
    return escape.cell(row.proposition.text), str(row.status), *said


def _cell(cell: AccountCell, codebook: Codebook) -> str:
    if cell.silent:
        return SILENT
    glyphs = " ".join(f"{escape.cell(kind.glyph)} {number}" for kind, number in cell.kinds(codebook))
    names = ", ".join(map(escape.cell, cell.speakers(codebook)))
    return f"{glyphs} {names}".rstrip()


def _kind(statement: Statement) -> str:
    return f"{escape.inline(statement.kind.glyph)} {escape.inline(statement.kind.label)}"
