"""The comparison as Markdown: a table, and a list for each proposition."""

from collections.abc import Iterable, Iterator

from tui.analysis.account_cell import AccountCell
from tui.analysis.comparison import Comparison, ComparisonRow
from tui.analysis.statements import Statement
from tui.formats import phrasing, statement_words
from tui.formats.markdown import escape
from tui.formats.markdown.record_item import BULLET
from tui.formats.proposition_words import Remark, proposition_remarks, remarked
from tui.model import Codebook, Proposition

_SILENT = "–"
_LINE_BREAK = " <br>"
"""Markdown has no other line break in a cell. A program that drops tags still has a space and a glyph there."""
_COUNTS = ("Accounts", "Assert or agree", "Deny", "Doubtful")


def comparison_markdown(comparison: Comparison, rows: Iterable[ComparisonRow] | None = None) -> str:
    """Return a document with the accounts, a table of the rows, the totals.

    If the table has no room for the speakers, a list for each row follows.
    """
    shown = tuple(comparison.rows if rows is None else rows)
    accounts = (
        f"{BULLET}**{account.siglum}** {escape.inline(account.article.title)}" for account in comparison.accounts
    )
    table, totals = comparison_table(comparison, shown), phrasing.comparison_totals(comparison)
    remarks = remark_list(comparison, shown)
    lists = () if phrasing.has_columns(len(comparison.accounts)) else (_list_blocks(row, comparison) for row in shown)
    blocks = ("# Comparison of accounts", "\n".join(accounts), table, totals, remarks, *lists)
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
    lines = [statement_line(statement) for statement in (*row.evidence, *row.uncounted)]
    if silent := phrasing.silent_accounts(comparison, (cell.article for cell in row.cells)):
        lines.append(silent)
    return "\n".join(f"{BULLET}{line}" for line in lines)


def remark_list(comparison: Comparison, rows: Iterable[ComparisonRow]) -> str:
    """Return a list of what contradicts propositions, and of the verdicts."""
    items = (
        f"{BULLET}*{escape.inline(proposition.text)}* · {_remark_line(remarks)}"
        for proposition, remarks in remarked(rows, comparison.codebook)
    )
    return "\n".join(items)


def remark_blocks(proposition: Proposition, codebook: Codebook) -> Iterator[str]:
    """Yield a line on what contradicts a proposition, and its verdict."""
    if remarks := proposition_remarks(proposition, codebook):
        yield _remark_line(remarks)


def _remark_line(remarks: Iterable[Remark]) -> str:
    return " · ".join(f"{remark.label}: {', '.join(map(escape.address, remark.texts))}" for remark in remarks)


def statement_line(statement: Statement) -> str:
    """Return a statement on one line, with its words shortened."""
    kind = f"{statement.kind.glyph} {statement.kind.label}"
    parts = (
        phrasing.speakers_or_own_voice(statement.annotation),
        statement_words.statement_quote(statement),
        statement_words.statement_qualifiers(statement),
        statement_words.marked_by(statement),
        statement_words.statement_doubt(statement),
    )
    return f"**{statement.reference}** {' · '.join(escape.inline(part) for part in (kind, *parts) if part)}"


def _list_blocks(row: ComparisonRow, comparison: Comparison) -> str:
    return f"## {escape.line(row.proposition.text)}\n\n{row_list(row, comparison)}"


def _table_row(row: ComparisonRow, comparison: Comparison) -> tuple[str, ...]:
    cells = (_cell(cell, comparison.codebook) for cell in row.all_cells(comparison.accounts))
    return escape.cell(row.proposition.text), str(row.status), *cells


def _count_row(row: ComparisonRow) -> tuple[str, ...]:
    carrying = sum(cell.carries for cell in row.cells)
    rejecting = sum(cell.rejects for cell in row.cells)
    numbers = (row.spread, carrying, rejecting, len(row.doubtful))
    return escape.cell(row.proposition.text), str(row.status), *map(str, numbers)


def _cell(cell: AccountCell, codebook: Codebook) -> str:
    """Return a line for each kind, and one for what does not count."""
    if cell.silent:
        return _SILENT
    lines = [
        f"{line.kind.glyph} {statement_words.line_count(line)} {statement_words.line_speakers(line)}"
        for line in cell.lines(codebook)
    ]
    return _LINE_BREAK.join(map(escape.cell, (*lines, *statement_words.uncounted(cell))))
