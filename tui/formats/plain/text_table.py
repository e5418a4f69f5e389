"""The comparison as a table of plain text that fits a width."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from tui.analysis.account_cell import AccountCell
from tui.analysis.comparison import Comparison, ComparisonRow
from tui.formats import phrasing, statement_words
from tui.formats.plain.linear_text import comparison_lines
from tui.formats.plain.page import Page, pad
from tui.formats.proposition_words import remarked
from tui.layout.visible import make_visible
from tui.layout.wrapped import wrap

_GAP = 2
_STATUS_WIDTH = 14
_MIN_CELL = 10
_MIN_PROPOSITION = 24


def table_lines(comparison: Comparison, rows: Iterable[ComparisonRow], page: Page) -> Iterator[str]:
    """Yield the accounts, the table and the totals.

    If the table does not fit the page, yield the comparison as linear text.
    """
    rows = tuple(rows)
    for account in comparison.accounts:
        yield from page.rows(page.account_title(account), hanging=3)
    yield ""
    widths = _widths(len(comparison.accounts), page.width)
    if widths is None:
        yield from comparison_lines(comparison, page, rows)
        return
    yield from _lines(("Proposition", "Status", *(account.siglum for account in comparison.accounts)), widths)
    yield page.rule()
    for row in rows:
        lines = list(_lines(_row(row, comparison, page), widths))
        yield from lines if len(lines) == 1 else (*lines, "")
    yield page.rule()
    yield from page.rows(page.own(phrasing.comparison_totals(comparison)))
    for proposition, remarks in remarked(rows, comparison.codebook):
        yield ""
        yield from page.rows(proposition.text)
        for remark in remarks:
            yield from page.rows(str(remark), 3, 2)


def _widths(accounts: int, width: int) -> tuple[int, ...] | None:
    """Return the widths of the columns in cells, or None if they do not fit."""
    free = width - _STATUS_WIDTH - _GAP * (accounts + 1)
    if not accounts or free < _MIN_PROPOSITION + _MIN_CELL * accounts:
        return None
    proposition = max(_MIN_PROPOSITION, free * 2 // (accounts + 2))
    return proposition, _STATUS_WIDTH, *[(free - proposition) // accounts] * accounts


def _row(row: ComparisonRow, comparison: Comparison, page: Page) -> tuple[str | tuple[str, ...], ...]:
    cells = (_cell(cell, comparison, page) for cell in row.all_cells(comparison.accounts))
    return row.proposition.text, str(row.status), *cells


def _cell(cell: AccountCell, comparison: Comparison, page: Page) -> tuple[str, ...]:
    """Return a line for each kind, and one for what does not count."""
    if cell.silent:
        return (page.own("–"),)
    lines = (
        f"{page.glyphs.of(line.kind)}{statement_words.line_count(line)} {statement_words.line_speakers(line)}"
        for line in cell.lines(comparison.codebook)
    )
    return (*map(make_visible, lines), *statement_words.uncounted(cell))


def _lines(cells: tuple[str | tuple[str, ...], ...], widths: tuple[int, ...]) -> Iterator[str]:
    wrapped = [_wrap_cell(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for row in zip_longest(*wrapped, fillvalue=""):
        yield (" " * _GAP).join(pad(part, width) for part, width in zip(row, widths, strict=True)).rstrip()


def _wrap_cell(cell: str | tuple[str, ...], width: int) -> list[str]:
    texts = (cell,) if isinstance(cell, str) else cell
    wrapped = (wrap(text, width) for text in texts)
    return [rows.row_display(row) for rows in wrapped for row in range(rows.height)]
