"""How a comparison is laid out in a terminal: pure, from the analysis to lines of content."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from tui.analysis.comparison import AccountCell, Comparison, ComparisonRow, Status
from tui.formats.phrasing import count_noun
from tui.layout.glyphs import Glyphs
from tui.model import Account, Codebook
from tui.reader.content import joined_speakers, kind_glyph, line_content, stance_verb, visible_line
from tui.reader.themes import color_variable
from tui.reader.widgets.list_view import Rows
from tui.reader.widgets.text_folding import MAX_LINES, fold_at_words, line_starts

GAP = 2
"""Cells between two columns."""
NAMES_FROM = 18
"""The narrowest account column that has room for who says it."""

TONES = {
    Status.DISPUTED: "$denial bold",
    Status.AGREED: "$agreement",
    Status.REJECTED: "$denial",
    Status.OPEN: "$other",
    Status.SINGLE: "$quiet",
}


KEYS = {
    Status.DISPUTED: "d",
    Status.AGREED: "a",
    Status.REJECTED: "r",
    Status.OPEN: "o",
    Status.SINGLE: "i",
}
"""The key that asks for the propositions of a status."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of a comparison's columns, in cells."""

    proposition: int
    status: int
    account: int
    """Of each account's column."""

    @property
    def names(self) -> bool:
        """Whether there is room for who says it."""
        return self.account >= NAMES_FROM

    def at(self, x: int) -> int:
        """Return the column at a cell of a row: 0 for the proposition and its status, then the accounts."""
        left = self.proposition + self.status + 2 * GAP
        return 0 if x < left else 1 + (x - left) // (self.account + GAP)


def fit_columns(width: int, accounts: int) -> Columns:
    """Return the widths that make the most of `width` cells."""
    status = 14 if width >= 150 else 8
    rest = width - status - GAP * (accounts + 1)
    proposition = max(30, rest * 45 // 100)
    account = min(48, (rest - proposition) // max(1, accounts))
    if account < NAMES_FROM:
        account = max(5, min(10, (rest - 30) // max(1, accounts)))
    return Columns(max(10, rest - account * accounts), status, account)


def status_word(status: Status, width: int = 14) -> str:
    """Return a status in a word, or in two where `width` cells allow."""
    return "single" if status is Status.SINGLE and width < len(status.value) else status.value


def comparison_head(accounts: Sequence[Account], columns: Columns) -> Content:
    """Return the line over the rows."""
    cells = [Content.styled("Proposition", "$quiet"), Content.styled("Status", "$quiet")]
    for account in accounts:
        name = f"  {visible_line(account.article.name)}" if columns.names else ""
        cells.append(Content.assemble((account.siglum, "bold $primary"), Content.styled(name, "$quiet")))
    return _line(cells, columns)


class ComparisonRows(Rows):
    """The propositions; `column` is the one under the cursor."""

    def __init__(
        self, rows: Sequence[ComparisonRow], comparison: Comparison, glyphs: Glyphs, column: int, cursor_style: str
    ) -> None:
        super().__init__(rows)
        self.rows = rows
        self.codebook = comparison.codebook
        self.accounts = len(comparison.accounts)
        self.glyphs = glyphs
        self.column = column
        self.cursor_style = cursor_style
        """How the cell under the cursor stands out."""
        self._made: dict[tuple[int, int], list[list[Content]]] = {}

    def background(self, index: int, *, current: bool) -> str:
        """Return the colours that keep rows of several lines apart."""
        if current:
            return "$panel"
        return "$surface" if index % 2 else ""

    def height(self, index: int, width: int) -> int:
        """Return the lines that the row's tallest cell takes; no cell is made for it, for there may be thousands."""
        columns = fit_columns(width, self.accounts)
        row = self.rows[index]
        tallest = len(line_starts(visible_line(row.proposition.text), columns.proposition))
        if columns.names:
            for cell in row.cells:
                told = cell_summary(cell, self.codebook, names=True, glyphs=self.glyphs)
                tallest = max(tallest, len(line_starts(told, columns.account)))
        return min(tallest, MAX_LINES)

    def lines(self, index: int, width: int, *, current: bool) -> list[Content]:
        """Return the row's lines; the cell under the cursor stands out."""
        columns = fit_columns(width, self.accounts)
        cells = self._cells(index, width)
        chosen = 0 if self.column == 0 else self.column + 1
        lines = []
        for number in range(self.height(index, width)):
            parts = [cell[number] if number < len(cell) else Content("") for cell in cells]
            lines.append(_line(parts, columns, chosen if current else None, self.cursor_style))
        return lines

    def _cells(self, index: int, width: int) -> list[list[Content]]:
        made = self._made.get((index, width))
        if made is None:
            made = self._made[index, width] = self._make(self.rows[index], fit_columns(width, self.accounts))
        return made

    def _make(self, row: ComparisonRow, columns: Columns) -> list[list[Content]]:
        words = Content.styled(status_word(row.status, columns.status), TONES[row.status])
        return [
            fold_at_words(line_content(row.proposition.text), columns.proposition),
            [words],
            *(
                fold_at_words(cell_words(cell, self.codebook, names=columns.names, glyphs=self.glyphs), columns.account)
                for cell in row.cells
            ),
        ]


def cell_words(cell: AccountCell, codebook: Codebook, *, names: bool, glyphs: Glyphs) -> Content:
    """Return what an account says of a proposition: glyphs with their counts, and by whom where there is room."""
    if cell.silent:
        return Content.styled("silent" if names else glyphs.silent, "$quiet dim")
    counts = Content("  " if names else " ").join(
        [
            Content.assemble(kind_glyph(kind, glyphs), Content.styled(f"{number}", f"${color_variable(kind)}"))
            for kind, number in cell.kinds(codebook)
        ]
    )
    said_by = ", ".join(visible_line(name) for name in cell.speakers(codebook))
    return Content.assemble(counts, "  ", Content(said_by)) if names and said_by else counts


def cell_summary(cell: AccountCell, codebook: Codebook, *, names: bool, glyphs: Glyphs) -> str:
    """Return the words of `cell_words`, without their looks."""
    if cell.silent:
        return "silent" if names else glyphs.silent
    counts = [f"{glyphs.of(kind)}{number}" for kind, number in cell.kinds(codebook)]
    said_by = ", ".join(visible_line(name) for name in cell.speakers(codebook))
    return "  ".join([*counts, said_by] if said_by else counts) if names else " ".join(counts)


def _line(cells: Sequence[Content], columns: Columns, chosen: int | None = None, style: str = "") -> Content:
    widths = [columns.proposition, columns.status, *[columns.account] * (len(cells) - 2)]
    parts: list[Content] = []
    for position, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        fitted = cell.truncate(width, ellipsis=True, pad=True)
        parts.append(fitted.stylize_before(style) if position == chosen else fitted)
    return Content(" " * GAP).join(parts)


# The lines around the rows


def status_totals(comparison: Comparison, asked: Status | None, width: int) -> Content:
    """Return the number of propositions of each status, with the key that asks for it."""
    number = len(comparison.rows)
    parts = [Content.styled(count_noun(number, "proposition") if width >= 100 else f"{number}", "bold")]
    for status, count in comparison.totals.items():
        words = f"{count} {status_word(status, 14 if width >= 100 else 8)}"
        tone = "$quiet" if not count else TONES[status]
        parts.append(
            Content.assemble((KEYS[status], "bold"), " ", (words, f"{tone} underline" if status is asked else tone))
        )
    return Content("   " if width >= 100 else "  ").join(parts)


def outside_rows(comparison: Comparison) -> Content:
    """Return what the rows do not show: statements without a proposition, notes, propositions nobody speaks of."""
    loose = [(a.siglum, len(cell.statements)) for a, cell in zip(comparison.accounts, comparison.unplaced, strict=True)]
    notes = [(a.siglum, number) for a, number in zip(comparison.accounts, comparison.notes, strict=True)]
    parts = [f"without a proposition: {_each(loose)}", f"readers’ notes: {_each(notes)}"]
    if comparison.unspoken:
        parts.append(f"nobody speaks of {len(comparison.unspoken)} in the codebook")
    return Content.styled(" · ".join(parts), "$quiet")


def _each(counts: Sequence[tuple[str, int]]) -> str:
    return ", ".join(f"{siglum} {number}" for siglum, number in counts if number) or "none"


def evidence_lines(row: ComparisonRow, column: int, comparison: Comparison, *, glyphs: Glyphs) -> list[Content]:
    """Return the statements of the cell under the cursor, of all the row in its first column, a line each."""
    told = row.evidence if column == 0 else row.cells[column - 1].statements
    if not told:
        account = comparison.accounts[column - 1]
        return [Content.styled(f"{account.siglum} says nothing about it.", "$quiet")]
    return [
        Content.assemble(
            (f"{each.reference:<4} ", "bold"),
            kind_glyph(each.kind, glyphs),
            " ",
            line_content(joined_speakers(each.annotation), "bold"),
            Content.styled(f" {stance_verb(each.kind)}  ", "$quiet"),
            line_content(f"“{each.annotation.quote}”" if each.annotation.quote else each.annotation.body, "italic"),
        )
        for each in told
    ]
