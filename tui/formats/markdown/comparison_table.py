"""The comparison as Markdown: a table, and a list for each proposition."""

from collections.abc import Iterable, Iterator

from tui.analysis.comparison import AccountCell, Comparison, ComparisonRow
from tui.analysis.statements import Statement
from tui.formats import phrasing
from tui.formats.markdown import escape
from tui.formats.markdown.record_item import BULLET
from tui.model import Codebook

_SILENT = "–"
_COUNTS = ("Accounts", "Assert or agree", "Deny")


def comparison_markdown(comparison: Comparison, rows: Iterable[ComparisonRow] | None = None) -> str:
    """Return a document with the accounts, a table of the rows, the totals."""
    accounts = (
        f"{BULLET}**{account.siglum}** {escape.inline(account.article.title)}" for account in comparison.accounts
    )
    table = comparison_table(comparison, comparison.rows if rows is None else rows)
    blocks = ("# Comparison of accounts", "\n".join(accounts), table, phrasing.comparison_totals(comparison))
    return "\n\n".join(block for block in blocks if block) + "\n"


def comparison_table(comparison: Comparison, rows: Iterable[ComparisonRow]) -> str:
    """Return a table with one column for each account, or "" without rows.

    With more than `phrasing.MAX_COLUMNS` accounts, it counts them instead.
    """
    rows = tuple(rows)
    if not rows:
        return ""
    if not phrasing.has_columns(len(comparison.accounts)):
        return gfm_table(
            ("Proposition", "Status", *_COUNTS), ("---", "---", *("---:" for _ in _COUNTS)), map(_count_row, rows)
        )
    sigla = [account.siglum for account in comparison.accounts]
    cells = (_table_row(row, comparison) for row in rows)
    return gfm_table(("Proposition", "Status", *sigla), ("---",) * (2 + len(sigla)), cells)


def gfm_table(head: Iterable[str], rule: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a GFM table of cells that are already Markdown."""
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *rows))


def row_list(row: ComparisonRow, comparison: Comparison) -> str:
    """Return a list of what each account says about the proposition."""
    if phrasing.has_columns(len(comparison.accounts)):
        pairs = zip(comparison.accounts, row.all_cells(comparison.accounts), strict=True)
        return "\n".join(item for account, cell in pairs for item in _cell_items(account.siglum, cell))
    items = [f"{BULLET}{statement_line(statement)}" for statement in row.evidence]
    return "\n".join((*items, f"{BULLET}{phrasing.silent_accounts(len(comparison.accounts) - row.spread)}"))


def statement_line(statement: Statement) -> str:
    """Return a statement on one line, with its quote shortened."""
    quote = phrasing.in_quotes(phrasing.shorten(statement.annotation.quote))
    quoted = f" · {escape.inline(quote)}" if quote else ""
    speakers = escape.inline(phrasing.speakers_or_own_voice(statement.annotation))
    kind = f"{escape.inline(statement.kind.glyph)} {escape.inline(statement.kind.label)}"
    return f"**{statement.reference}** {kind} · {speakers}{quoted}"


def _cell_items(siglum: str, cell: AccountCell) -> Iterator[str]:
    if cell.silent:
        yield f"{BULLET}**{siglum}** is silent"
    for statement in cell.statements:
        yield f"{BULLET}{statement_line(statement)}"


def _table_row(row: ComparisonRow, comparison: Comparison) -> tuple[str, ...]:
    cells = (_cell(cell, comparison.codebook) for cell in row.all_cells(comparison.accounts))
    return escape.cell(row.proposition.text), str(row.status), *cells


def _count_row(row: ComparisonRow) -> tuple[str, ...]:
    carrying = sum(cell.carries for cell in row.cells)
    rejecting = sum(cell.rejects for cell in row.cells)
    return escape.cell(row.proposition.text), str(row.status), str(row.spread), str(carrying), str(rejecting)


def _cell(cell: AccountCell, codebook: Codebook) -> str:
    if cell.silent:
        return _SILENT
    glyphs = " ".join(f"{escape.cell(kind.glyph)} {number}" for kind, number in cell.kinds(codebook))
    names = ", ".join(map(escape.cell, cell.speakers(codebook)))
    return f"{glyphs} {names}".rstrip()
