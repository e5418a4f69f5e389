"""The comparison as a table of plain text that fits a width."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, zip_longest

from tui.analysis.comparison import Comparison, ComparisonRow
from tui.formats import phrasing, statement_words
from tui.formats.account_names import account_names
from tui.formats.plain.linear_text import comparison_lines, folded_line
from tui.formats.plain.page import Page, pad
from tui.formats.proposition_words import remarked
from tui.layout.visible import make_visible
from tui.layout.wrapped import wrap

_GAP = 2
_STATUS_WIDTH = 14
_MIN_CELL = 10
_MIN_PROPOSITION = 24


def table_lines(
    comparison: Comparison, rows: Iterable[ComparisonRow], page: Page, *, folded: int = 0, grouped: bool = False
) -> Iterator[str]:
    """Yield the accounts, the table and the totals.

    If the table does not fit the page, yield the comparison as linear text. `folded` rows are left out of it. In a
    grouped one, a rule divides rows of different status.
    """
    rows = tuple(rows)
    for account in comparison.accounts:
        byline = phrasing.byline_parts(account)
        yield from page.rows(page.own(" · ").join((page.account_title(account), *byline)), hanging=3)
    yield ""
    widths = _widths(comparison, page.width)
    if widths is None:
        yield from comparison_lines(comparison, page, rows, folded=folded)
        return
    yield from _lines(("Status", "#", "Proposition", *_heads(comparison)), widths)
    yield page.rule()
    yield from _table(rows, comparison, page, widths, grouped=grouped)
    yield page.rule()
    if folded:
        yield folded_line(folded)
    yield from page.rows(page.own(phrasing.comparison_totals(comparison)))
    for proposition, remarks in remarked(rows, comparison.codebook):
        yield ""
        yield from page.rows(proposition.text)
        for remark in remarks:
            yield from page.rows(str(remark), 3, 2)


def _heads(comparison: Comparison) -> Iterator[str]:
    names = account_names(comparison.accounts)
    return (f"{account.siglum} {name}" for account, name in zip(comparison.accounts, names, strict=True))


def _table(
    rows: Sequence[ComparisonRow], comparison: Comparison, page: Page, widths: tuple[int, ...], *, grouped: bool
) -> Iterator[str]:
    ends = {index for index, (row, after) in enumerate(pairwise(rows)) if grouped and row.status is not after.status}
    for index, row in enumerate(rows):
        lines = list(_lines(_row(row, comparison, page), widths))
        if index in ends:
            yield from (*lines, page.rule())
        else:
            yield from lines if len(lines) == 1 else (*lines, "")


def _widths(comparison: Comparison, width: int) -> tuple[int, ...] | None:
    """Return the widths of the columns in cells, or None if they do not fit."""
    accounts, number = len(comparison.accounts), len(str(len(comparison.numbers)))
    free = width - _STATUS_WIDTH - number - _GAP * (accounts + 2)
    if not accounts or free < _MIN_PROPOSITION + _MIN_CELL * accounts:
        return None
    proposition = max(_MIN_PROPOSITION, free * 2 // (accounts + 2))
    return _STATUS_WIDTH, number, proposition, *[(free - proposition) // accounts] * accounts


def _row(row: ComparisonRow, comparison: Comparison, page: Page) -> tuple[str | tuple[str, ...], ...]:
    cells = (_cell(row, account.article.id, comparison, page) for account in comparison.accounts)
    number = comparison.numbers.get(row.proposition.slug, "")
    return str(row.status), str(number), row.proposition.text, *cells


def _cell(row: ComparisonRow, article_id: str, comparison: Comparison, page: Page) -> tuple[str, ...]:
    """Return a line for each kind, what is doubtful, and what contradicts."""
    cell = row.cell(article_id)
    contrary = statement_words.contrary_lines(row.contrary_in(article_id), comparison.codebook)
    if cell.silent and not contrary:
        return (page.own("–"),)
    lines = [
        f"{page.glyphs.of(line.kind)}{statement_words.line_count(line)} {statement_words.line_speakers(line)}"
        for line in cell.lines(comparison.codebook)
    ]
    lines += statement_words.uncounted(cell)
    lines += [f"{page.glyphs.contrary} {line}" for line in contrary]
    return tuple(map(make_visible, lines))


def _lines(cells: tuple[str | tuple[str, ...], ...], widths: tuple[int, ...]) -> Iterator[str]:
    wrapped = [_wrap_cell(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for row in zip_longest(*wrapped, fillvalue=""):
        yield (" " * _GAP).join(pad(part, width) for part, width in zip(row, widths, strict=True)).rstrip()


def _wrap_cell(cell: str | tuple[str, ...], width: int) -> list[str]:
    texts = (cell,) if isinstance(cell, str) else cell
    wrapped = (wrap(text, width) for text in texts)
    return [rows.row_display(row) for rows in wrapped for row in range(rows.height)]
