"""The comparison as Markdown: a table, and a list for each proposition."""

from collections.abc import Iterable, Iterator

from tui.analysis.comparison import AccountCell, Comparison, ComparisonRow
from tui.analysis.statements import Statement
from tui.formats import phrasing
from tui.formats.markdown import escape
from tui.formats.markdown.record_item import BULLET
from tui.model import Codebook

_SILENT = "–"


def comparison_markdown(comparison: Comparison, rows: Iterable[ComparisonRow] | None = None) -> str:
    """Return a document with the accounts, a table of the rows, the totals."""
    accounts = (
        f"{BULLET}**{account.siglum}** {escape.inline(account.article.title)}" for account in comparison.accounts
    )
    table = comparison_table(comparison, comparison.rows if rows is None else rows)
    blocks = ("# Comparison of accounts", "\n".join(accounts), table, phrasing.comparison_totals(comparison))
    return "\n\n".join(block for block in blocks if block) + "\n"


def comparison_table(comparison: Comparison, rows: Iterable[ComparisonRow]) -> str:
    """Return a table with one column for each account, or "" without rows."""
    cells = [_table_row(row, comparison.codebook) for row in rows]
    if not cells:
        return ""
    sigla = [account.siglum for account in comparison.accounts]
    return gfm_table(("Proposition", "Status", *sigla), ("---",) * (2 + len(sigla)), cells)


def gfm_table(head: Iterable[str], rule: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a GFM table of cells that are already Markdown."""
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *rows))


def row_list(row: ComparisonRow, comparison: Comparison) -> str:
    """Return a list of what each account says about the proposition."""
    pairs = zip(comparison.accounts, row.cells, strict=True)
    return "\n".join(item for account, cell in pairs for item in _cell_items(account.siglum, cell))


def statement_line(statement: Statement) -> str:
    """Return a statement on one line, with its quote shortened."""
    quote = phrasing.shorten(statement.annotation.quote)
    quoted = f" · “{escape.inline(quote)}”" if quote else ""
    speakers = escape.inline(phrasing.speakers_or_nobody(statement.annotation))
    kind = f"{escape.inline(statement.kind.glyph)} {escape.inline(statement.kind.label)}"
    return f"**{statement.reference}** {kind} · {speakers}{quoted}"


def _cell_items(siglum: str, cell: AccountCell) -> Iterator[str]:
    if cell.silent:
        yield f"{BULLET}**{siglum}** is silent"
    for statement in cell.statements:
        yield f"{BULLET}{statement_line(statement)}"


def _table_row(row: ComparisonRow, codebook: Codebook) -> tuple[str, ...]:
    cells = (_cell(cell, codebook) for cell in row.cells)
    return escape.cell(row.proposition.text), str(row.status), *cells


def _cell(cell: AccountCell, codebook: Codebook) -> str:
    if cell.silent:
        return _SILENT
    glyphs = " ".join(f"{escape.cell(kind.glyph)} {number}" for kind, number in cell.kinds(codebook))
    names = ", ".join(map(escape.cell, cell.speakers(codebook)))
    return f"{glyphs} {names}".rstrip()
