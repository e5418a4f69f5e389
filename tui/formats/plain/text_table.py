"""The comparison as a table of plain text that fits a width."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from tui.analysis.comparison import AccountCell, Comparison, ComparisonRow
from tui.formats import phrasing
from tui.formats.plain.linear_text import comparison_lines
from tui.formats.plain.page import Page, padded
from tui.layout.visible import make_visible
from tui.layout.wrapped import wrap

_GAP = 2
_STATUS = 14
_LEAST_CELL = 10
_LEAST_SENTENCE = 24


@dataclass(frozen=True)
class _Columns:
    sentence: int
    cell: int


def table_lines(comparison: Comparison, rows: Iterable[ComparisonRow], page: Page) -> Iterator[str]:
    """Yield the accounts, the table and the totals; where the table cannot fit, the comparison in phrasing."""
    columns = _columns(len(comparison.accounts), page.width)
    if columns is None:
        yield from comparison_lines(comparison, page, rows)
        return
    for account in comparison.accounts:
        yield from page.rows(page.name(account), hanging=3)
    yield ""
    head = ("Proposition", "Status", *(account.siglum for account in comparison.accounts))
    yield from _line(head, columns)
    yield page.rule()
    for row in rows:
        lines = list(_line(_row(row, comparison, page), columns))
        yield from lines if len(lines) == 1 else (*lines, "")
    yield page.rule()
    yield from page.rows(page.own(phrasing.comparison_totals(comparison)))


def _columns(accounts: int, width: int) -> _Columns | None:
    """Share the width out: the sentence gets a half at most, the accounts the rest alike."""
    free = width - _STATUS - _GAP * (accounts + 1)
    if not accounts or free < _LEAST_SENTENCE + _LEAST_CELL * accounts:
        return None
    sentence = max(_LEAST_SENTENCE, free * 2 // (accounts + 2))
    return _Columns(sentence, (free - sentence) // accounts)


def _row(row: ComparisonRow, comparison: Comparison, page: Page) -> tuple[str, ...]:
    cells = (_cell(cell, comparison, page) for cell in row.cells)
    return row.proposition.text, str(row.status), *cells


def _cell(cell: AccountCell, comparison: Comparison, page: Page) -> str:
    if cell.silent:
        return page.own("–")
    counts = " ".join(f"{page.glyphs.of(kind)}{number}" for kind, number in cell.kinds(comparison.codebook))
    names = ", ".join(cell.speakers(comparison.codebook))
    return make_visible(f"{counts} {names}".rstrip())


def _line(cells: Iterable[str], columns: _Columns) -> Iterator[str]:
    parts = list(cells)
    widths = (columns.sentence, _STATUS, *(columns.cell for _ in parts[2:]))
    wrapped = [_wrapped(part, width) for part, width in zip(parts, widths, strict=True)]
    for row in zip_longest(*wrapped, fillvalue=""):
        yield (" " * _GAP).join(padded(part, width) for part, width in zip(row, widths, strict=True)).rstrip()


def _wrapped(text: str, width: int) -> list[str]:
    rows = wrap(text, width)
    return [rows.row_display(row) for row in range(rows.height)]
