"""The rows of the comparison: pure."""

from collections.abc import Sequence
from itertools import pairwise

from textual.content import Content

from tui.analysis.account_cell import AccountCell
from tui.analysis.comparison import Comparison, ComparisonRow
from tui.formats.account_names import account_names
from tui.layout.comparison_columns import GAP, STATUS_WIDTH, Columns, fit_columns
from tui.layout.glyphs import Glyphs
from tui.reader.content import line_content, visible_line
from tui.reader.screens.comparison.cells import account_lines, cell_lines, status_content
from tui.reader.widgets.list_view import Rows
from tui.reader.widgets.text_folding import MAX_LINES, cut_lines, fold_at_words, line_starts

_Cells = list[list[Content]]
"""The lines of each cell of a row."""


def with_rules(rows: Sequence[ComparisonRow]) -> list[ComparisonRow | None]:
    """Return rows with None, a rule, between those of different status."""
    entries: list[ComparisonRow | None] = list(rows[:1])
    for row, after in pairwise(rows):
        if row.status is not after.status:
            entries.append(None)
        entries.append(after)
    return entries


class ComparisonRows(Rows):
    """The propositions, with rules between groups, and a cursor on a column."""

    def __init__(
        self,
        entries: Sequence[ComparisonRow | None],
        comparison: Comparison,
        glyphs: Glyphs,
    ) -> None:
        super().__init__(entries)
        self.entries = entries
        self.comparison = comparison
        self.glyphs = glyphs
        self.column = 0
        """The one under the cursor: 0 for the proposition, then the accounts."""
        self.first = 0
        """The position of the first account that has a column."""
        self._heights: dict[tuple[int, int], int] = {}
        """The heights of rows, by index and width."""
        self.built: dict[tuple[int, Columns, int], _Cells] = {}
        """The cells of a row, by its index, the columns, and the first account."""

    def columns(self, width: int) -> Columns:
        """Return the columns of rows that are `width` cells wide."""
        return fit_columns(width, len(self.comparison.accounts), len(str(len(self.comparison.numbers))))

    def can_select(self, index: int) -> bool:
        return self.entries[index] is not None

    def height(self, index: int, width: int) -> int:
        if (index, width) not in self._heights:
            self._heights[index, width] = self._measure(index, width)
        return self._heights[index, width]

    def _measure(self, index: int, width: int) -> int:
        # Without making the cells, for there may be thousands of rows.
        row = self.entries[index]
        if row is None:
            return 1
        columns = self.columns(width)
        tallest = min(_line_count(visible_line(row.proposition.text), columns.proposition), MAX_LINES)
        cells = {cell.article: cell for cell in row.cells}
        silent = [AccountCell(article) for article in row.contrary_articles if article not in cells]
        heights = (self._cell_height(row, cell, columns) for cell in (*row.cells, *silent))
        return max((tallest, *heights))

    def _cell_height(self, row: ComparisonRow, cell: AccountCell, columns: Columns) -> int:
        contrary = row.contrary_in(cell.article) if row.contrary else ()
        lines = account_lines(cell, contrary, self.comparison.codebook, names=columns.names, glyphs=self.glyphs)
        folded = sum(line.height(columns.account) for line in lines)
        if folded <= MAX_LINES:
            return folded
        return len(lines) if len(lines) > 1 else MAX_LINES

    def lines(self, index: int, width: int, *, current: bool) -> list[Content]:
        if self.entries[index] is None:
            return [Content.styled(self.glyphs.rule * width, "$line")]
        columns = self.columns(width)
        first = self._first_in(columns)
        cells = self._cells(index, columns, first)
        lines = []
        for number in range(self.height(index, width)):
            parts = [cell[number] if number < len(cell) else Content("") for cell in cells]
            lines.append(self._selected_line(parts, columns, first) if current else join_cells(parts, columns))
        return lines

    def _first_in(self, columns: Columns) -> int:
        """Return the position of the first account, with the cursor in view.

        A list that has shrunk may be painted before it hears of its new size.
        """
        return columns.scroll(self.first, self.column, len(self.comparison.accounts))

    def _selected_line(self, cells: list[Content], columns: Columns, first: int) -> Content:
        """Return a line of the row under the cursor.

        The cell under it is bold, and underlined if it is an account's.
        """
        parts = list(cells)
        position = 2 + self.column - first if self.column else 2
        parts[position] = parts[position].stylize_before("bold underline" if self.column else "bold")
        return join_cells(parts, columns)

    def _cells(self, index: int, columns: Columns, first: int) -> _Cells:
        key = index, columns, first
        if key not in self.built:
            row = self.entries[index]
            self.built[key] = self._fold(row, columns, first) if row else []
        return self.built[key]

    def _fold(self, row: ComparisonRow, columns: Columns, first: int) -> _Cells:
        number = str(self.comparison.numbers.get(row.proposition.slug, ""))
        accounts = self.comparison.accounts[first : first + columns.shown]
        return [
            [status_content(row.status, self.glyphs)],
            [Content.styled(number.rjust(columns.number), "$quiet")],
            fold_at_words(line_content(row.proposition.text), columns.proposition),
            *(self._fold_cell(row, account.article.id, columns) for account in accounts),
        ]

    def _fold_cell(self, row: ComparisonRow, article: str, columns: Columns) -> list[Content]:
        """Return the lines of a cell, folded at words if no line is lost thereby."""
        lines = cell_lines(row, article, self.comparison.codebook, names=columns.names, glyphs=self.glyphs)
        folded = [part for line in lines for part in line.folded(columns.account)]
        if len(folded) <= MAX_LINES:
            return folded
        return [line.content for line in lines] if len(lines) > 1 else cut_lines(folded, columns.account, MAX_LINES)


def comparison_head(comparison: Comparison, columns: Columns, first: int, glyphs: Glyphs) -> Content:
    """Return the header over the rows, with arrows where more accounts are."""
    accounts = comparison.accounts
    names = account_names(accounts)
    last = first + columns.shown
    cells = [Content(""), Content(""), Content.styled("Proposition", "$quiet")]
    for position in range(first, last):
        more_before = glyphs.own("‹ ") if position == first > 0 else ""
        more_after = glyphs.own(" ›") if position == last - 1 < len(accounts) - 1 else ""
        name = f" {visible_line(names[position])}" if columns.names else ""
        siglum = (f"{more_before}{accounts[position].siglum}", "bold $primary")
        cells.append(Content.assemble(siglum, (name, "$quiet"), (more_after, "bold $primary")))
    return join_cells(cells, columns)


def join_cells(cells: Sequence[Content], columns: Columns) -> Content:
    """Return one line of cells: status, number, proposition, accounts."""
    widths = [STATUS_WIDTH, columns.number, columns.proposition, *[columns.account] * (len(cells) - 3)]
    parts = [cell.truncate(width, ellipsis=True, pad=True) for cell, width in zip(cells, widths, strict=True)]
    status, number, *others = parts
    return Content(" " * GAP).join((status, Content(" ").join((number, others[0])), *others[1:]))


def _line_count(text: str, width: int) -> int:
    """Return how many lines a text is folded to at words."""
    if len(text) <= width and text.isascii():
        return 1
    return len(line_starts(text, width))
