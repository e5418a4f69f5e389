"""The rows of the comparison and the lines around them: pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content

from tui.analysis.account_cell import AccountCell, CellLine
from tui.analysis.comparison import Comparison, ComparisonRow, Status
from tui.analysis.statements import Statement
from tui.formats.phrasing import count_noun, in_quotes, speakers_or_own_voice
from tui.formats.proposition_words import proposition_remarks
from tui.formats.statement_words import (
    line_count,
    line_speakers,
    mark_adjusted,
    marked_by,
    statement_doubt,
    statement_qualifiers,
    uncounted,
)
from tui.layout.glyphs import Glyphs
from tui.model import Account, Codebook
from tui.reader.content import kind_glyph, line_content, stance_verb, visible_line
from tui.reader.themes import color_variable
from tui.reader.widgets.list_view import Rows
from tui.reader.widgets.text_folding import MAX_LINES, divide_at_words, fold_at_words, line_starts

GAP = 2
"""Cells between two columns."""
MIN_NAMES_WIDTH = 18
"""Cells of an account's column, at least, to show the speakers."""

STATUS_STYLES = {
    Status.DISPUTED: "$denial bold",
    Status.AGREED: "$agreement",
    Status.REJECTED: "$denial",
    Status.OPEN: "$other",
    Status.SINGLE: "$quiet",
    Status.DOUBTFUL: "$warning",
}

STATUS_KEYS = {
    Status.DISPUTED: "d",
    Status.AGREED: "a",
    Status.REJECTED: "r",
    Status.OPEN: "o",
    Status.SINGLE: "i",
    Status.DOUBTFUL: "u",
}
"""The key that filters by a status."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of a comparison's columns, in cells."""

    proposition: int
    status: int
    account: int
    """Of each account's column."""

    @property
    def names(self) -> bool:
        """Whether there is room for the speakers."""
        return self.account >= MIN_NAMES_WIDTH

    def at(self, x: int) -> int:
        """Return the column at cell `x`, from 0 for the proposition."""
        left = self.proposition + self.status + 2 * GAP
        return 0 if x < left else 1 + (x - left) // (self.account + GAP)


def fit_columns(width: int, accounts: int) -> Columns:
    """Return the widths of columns that fill `width` cells."""
    status = 14 if width >= 150 else 8
    free = width - status - GAP * (accounts + 1)
    account = min(48, (free - max(30, free * 45 // 100)) // max(1, accounts))
    if account < MIN_NAMES_WIDTH:
        account = max(5, min(10, (free - 30) // max(1, accounts)))
    return Columns(max(10, free - account * accounts), status, account)


def status_word(status: Status, width: int = 14) -> str:
    """Return a status in at most `width` cells, as in `disputed`."""
    return "single" if status is Status.SINGLE and width < len(status.value) else status.value


def comparison_head(accounts: Sequence[Account], columns: Columns) -> Content:
    """Return the header over the rows."""
    cells = [Content.styled("Proposition", "$quiet"), Content.styled("Status", "$quiet")]
    for account in accounts:
        name = f"  {visible_line(account.article.name)}" if columns.names else ""
        cells.append(Content.assemble((account.siglum, "bold $primary"), Content.styled(name, "$quiet")))
    return _line(cells, columns)


class ComparisonRows(Rows):
    """The propositions, with a cursor on one column."""

    def __init__(
        self, rows: Sequence[ComparisonRow], comparison: Comparison, glyphs: Glyphs, column: int, cursor_style: str
    ) -> None:
        super().__init__(rows)
        self.rows = rows
        self.codebook = comparison.codebook
        self.accounts = comparison.accounts
        self.glyphs = glyphs
        self.column = column
        self.cursor_style = cursor_style
        self._cell_cache: dict[tuple[int, int], list[list[Content]]] = {}
        """The cells of a row, by its index and width."""

    def background(self, index: int, *, current: bool) -> str:
        if current:
            return "$panel"
        return "$surface" if index % 2 else ""

    def height(self, index: int, width: int) -> int:
        # Without making the cells, for there may be thousands of rows.
        columns = fit_columns(width, len(self.accounts))
        row = self.rows[index]
        tallest = min(len(line_starts(visible_line(row.proposition.text), columns.proposition)), MAX_LINES)
        return max([tallest, *(self._cell_height(cell, columns) for cell in row.cells)])

    def _cell_height(self, cell: AccountCell, columns: Columns) -> int:
        texts = cell_texts(cell, self.codebook, names=columns.names, glyphs=self.glyphs)
        folded = sum(len(line_starts(text, columns.account)) for text in texts)
        if folded <= MAX_LINES:
            return folded
        return len(texts) if len(texts) > 1 else MAX_LINES

    def lines(self, index: int, width: int, *, current: bool) -> list[Content]:
        columns = fit_columns(width, len(self.accounts))
        cells = self._cells(index, width)
        selected = (self.column + 1 if self.column else 0) if current else None
        lines = []
        for number in range(self.height(index, width)):
            parts = [cell[number] if number < len(cell) else Content("") for cell in cells]
            lines.append(_line(parts, columns, selected, self.cursor_style))
        return lines

    def _cells(self, index: int, width: int) -> list[list[Content]]:
        cells = self._cell_cache.get((index, width))
        if cells is None:
            cells = self._cell_cache[index, width] = self._fold(
                self.rows[index], fit_columns(width, len(self.accounts))
            )
        return cells

    def _fold(self, row: ComparisonRow, columns: Columns) -> list[list[Content]]:
        status = Content.styled(status_word(row.status, columns.status), STATUS_STYLES[row.status])
        cells = (self._fold_cell(cell, columns) for cell in row.all_cells(self.accounts))
        return [fold_at_words(line_content(row.proposition.text), columns.proposition), [status], *cells]

    def _fold_cell(self, cell: AccountCell, columns: Columns) -> list[Content]:
        """Return the lines of a cell, folded at words if no line is lost thereby."""
        lines = cell_lines(cell, self.codebook, names=columns.names, glyphs=self.glyphs)
        folded = [part for line in lines for part in divide_at_words(line, columns.account)]
        if len(folded) <= MAX_LINES:
            return folded
        return lines if len(lines) > 1 else fold_at_words(lines[0], columns.account)


def cell_lines(cell: AccountCell, codebook: Codebook, *, names: bool, glyphs: Glyphs) -> list[Content]:
    """Return who says what in a cell, a line for each kind: `✗1  Lavrov`."""
    if cell.silent:
        return [Content.styled("silent" if names else glyphs.silent, "$quiet dim")]
    lines = [_kind_line(line, names=names, glyphs=glyphs) for line in cell.lines(codebook)]
    return [*lines, *(Content.styled(part, "$warning") for part in uncounted(cell))]


def cell_texts(cell: AccountCell, codebook: Codebook, *, names: bool, glyphs: Glyphs) -> list[str]:
    """Return the texts of `cell_lines`, without styles."""
    if cell.silent:
        return ["silent" if names else glyphs.silent]
    texts = [
        f"{visible_line(glyphs.of(line.kind))}{line_count(line)}{_names(line) if names else ''}"
        for line in cell.lines(codebook)
    ]
    return [*texts, *uncounted(cell)]


def _kind_line(line: CellLine, *, names: bool, glyphs: Glyphs) -> Content:
    number = Content.styled(line_count(line), f"${color_variable(line.kind)}")
    return Content.assemble(kind_glyph(line.kind, glyphs), number, _names(line) if names else "")


def _names(line: CellLine) -> str:
    return f"  {visible_line(line_speakers(line))}"


def _line(cells: Sequence[Content], columns: Columns, selected: int | None = None, style: str = "") -> Content:
    widths = [columns.proposition, columns.status, *[columns.account] * (len(cells) - 2)]
    parts: list[Content] = []
    for position, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        fitted = cell.truncate(width, ellipsis=True, pad=True)
        parts.append(fitted.stylize_before(style) if position == selected else fitted)
    return Content(" " * GAP).join(parts)


def status_totals(comparison: Comparison, selected: Status | None, width: int) -> Content:
    """Return the count and key of each status, spelt out from 100 cells.

    Below that, a status without rows is left out.
    """
    number, wide = len(comparison.rows), width >= 100
    parts = [Content.styled(count_noun(number, "proposition") if wide else f"{number}", "bold")]
    for status, count in comparison.totals.items():
        if not count and (status is Status.DOUBTFUL or not wide):
            continue
        label = f"{count} {status_word(status, 14 if wide else 8)}"
        style = f"{STATUS_STYLES[status] if count else '$quiet'}{' underline' if status is selected else ''}"
        parts.append(Content.assemble((STATUS_KEYS[status], "bold"), " ", (label, style)))
    return Content("   " if wide else "  ").join(parts)


def outside_rows(comparison: Comparison) -> Content:
    """Return what no row counts, such as notes and unlinked statements."""
    sigla = [account.siglum for account in comparison.accounts]
    unlinked = _by_siglum(sigla, comparison.without_proposition)
    parts = [f"without a proposition: {unlinked}", f"readers’ notes: {_by_siglum(sigla, comparison.notes)}"]
    if any(comparison.unresolved):
        parts.append(f"unknown kind or proposition: {_by_siglum(sigla, comparison.unresolved)}")
    if comparison.doubtful:
        parts.append(f"doubtful: {', '.join(_doubtful_by_siglum(comparison))}")
    if comparison.unspoken:
        parts.append(f"nobody speaks of {len(comparison.unspoken)} in the codebook")
    return Content.styled(" · ".join(parts), "$quiet")


def _doubtful_by_siglum(comparison: Comparison) -> Iterator[str]:
    for account in comparison.accounts:
        if number := comparison.doubtful.get(account.article.id):
            yield f"{account.siglum} {number}"


def _by_siglum(sigla: Sequence[str], counts: Sequence[int]) -> str:
    return ", ".join(f"{siglum} {count}" for siglum, count in zip(sigla, counts, strict=True) if count) or "none"


def evidence_lines(row: ComparisonRow, column: int, comparison: Comparison, *, glyphs: Glyphs) -> list[Content]:
    """Return a line for each statement of a cell, or of the row (column 0)."""
    statements = cell_statements(row, column, comparison)
    if not statements:
        account = comparison.accounts[column - 1]
        return [Content.styled(f"{account.siglum} says nothing about it.", "$quiet")]
    remarks = proposition_remarks(row.proposition, comparison.codebook) if column == 0 else ()
    lines = [line_content(str(remark), "$quiet") for remark in remarks]
    return [*lines, *(_evidence_line(statement, glyphs) for statement in statements)]


def cell_statements(row: ComparisonRow, column: int, comparison: Comparison) -> tuple[Statement, ...]:
    """Return the statements of a cell, or of the row (column 0).

    Those that do not count are last.
    """
    if column == 0:
        return (*row.evidence, *row.uncounted)
    cell = row.cell(comparison.accounts[column - 1].article.id)
    return (*cell.statements, *cell.uncounted)


def _evidence_line(statement: Statement, glyphs: Glyphs) -> Content:
    words = in_quotes(statement.words)
    marks = [
        part for part in (statement_qualifiers(statement), marked_by(statement), statement_doubt(statement)) if part
    ]
    return Content.assemble(
        (f"{statement.reference:<4} ", "bold"),
        kind_glyph(statement.kind, glyphs),
        " ",
        line_content(speakers_or_own_voice(statement.annotation), "bold"),
        Content.styled(f" {stance_verb(statement.kind)}  ", "$quiet"),
        line_content(mark_adjusted(statement, words) if words else statement.annotation.body, "italic"),
        *(Content.styled(f"  {visible_line(part)}", "$quiet") for part in marks),
    )
