"""What a row shows of an account, and of the status: pure."""

from typing import NamedTuple

from textual.content import Content

from tui.analysis.account_cell import AccountCell, CellLine
from tui.analysis.comparison import ComparisonRow, Status
from tui.analysis.statements import Statement
from tui.formats.statement_words import ADJUSTED_SIGN, contrary_lines, line_count, line_speakers, uncounted
from tui.layout.glyphs import Glyphs
from tui.layout.graphemes import cell_len
from tui.model import AGREEMENT, CLAIM, DENIAL, NO_COMMENT, Codebook, Kind
from tui.reader.content import visible_line
from tui.reader.themes import color_variable
from tui.reader.widgets.text_folding import divide_at_words, line_starts

STATUS_STYLES = {
    Status.DISPUTED: "$denial bold",
    Status.AGREED: "$agreement",
    Status.REJECTED: "$denial",
    Status.OPEN: "$other",
    Status.SINGLE: "$quiet",
    Status.DOUBTFUL: "$warning",
}
_INDENT = "  "
_STATUS_WORDS = {Status.DISPUTED: "DISPUTED", Status.SINGLE: "single"}
_STATUS_KINDS: dict[Status, Kind] = {
    Status.DISPUTED: DENIAL,
    Status.AGREED: AGREEMENT,
    Status.REJECTED: DENIAL,
    Status.OPEN: NO_COMMENT,
    Status.SINGLE: CLAIM,
}
"""The kinds whose signs the statuses have."""


def status_content(status: Status, glyphs: Glyphs) -> Content:
    """Return a status with its sign: `✗ DISPUTED`."""
    kind = _STATUS_KINDS.get(status)
    sign = glyphs.of(kind) if kind else ADJUSTED_SIGN
    return Content.styled(f"{sign} {_STATUS_WORDS.get(status, status.value)}", STATUS_STYLES[status])


class ShownLine(NamedTuple):
    """One line of a cell before it is folded: `✗2 Lavrov, Zarif`."""

    sign: str
    style: str
    text: str = ""

    @property
    def content(self) -> Content:
        return Content.assemble((self.sign, self.style), f" {self.text}" if self.text else "")

    def height(self, width: int) -> int:
        """Return how many lines it is folded to, without folding it."""
        if len(self.sign) + len(self.text) < width and self.text.isascii():
            return 1
        return 1 if self._fits(width) else len(line_starts(self.text, self._text_width(width)))

    def folded(self, width: int) -> list[Content]:
        """Return it in lines of `width` cells, the first one not indented."""
        if self._fits(width):
            return [self.content]
        first, *rest = divide_at_words(Content(self.text), self._text_width(width))
        sign = Content.styled(self.sign, self.style)
        return [Content.assemble(sign, " ", first), *(Content.assemble(_INDENT, line) for line in rest)]

    def _fits(self, width: int) -> bool:
        return not self.text or self.content.cell_length <= width

    def _text_width(self, width: int) -> int:
        return max(1, width - cell_len(self.sign) - 1)


def cell_lines(
    row: ComparisonRow, article_id: str, codebook: Codebook, *, names: bool, glyphs: Glyphs
) -> tuple[ShownLine, ...]:
    """Return who says what in an account, a line for each kind: `✗ Lavrov`."""
    return account_lines(row.cell(article_id), row.contrary_in(article_id), codebook, names=names, glyphs=glyphs)


def account_lines(
    cell: AccountCell, contrary: tuple[Statement, ...], codebook: Codebook, *, names: bool, glyphs: Glyphs
) -> tuple[ShownLine, ...]:
    """Return the lines of a cell in whose account `contrary` contradicts."""
    if cell.silent and not contrary:
        return (ShownLine(glyphs.silent, "$quiet dim"),)
    return (
        *(_kind_line(line, names=names, glyphs=glyphs) for line in cell.lines(codebook)),
        *(ShownLine(part, "$warning") for part in uncounted(cell)),
        *_contrary_lines(contrary, codebook, names=names, glyphs=glyphs),
    )


def _kind_line(line: CellLine, *, names: bool, glyphs: Glyphs) -> ShownLine:
    sign, style = visible_line(glyphs.of(line.kind)), f"${color_variable(line.kind)} bold"
    if not names:
        return ShownLine(f"{sign}{line_count(line)}", style)
    # One statement, as most are, needs no number.
    number = line_count(line) if len(line.statements) > 1 else ADJUSTED_SIGN * line.adjusted
    return ShownLine(f"{sign}{number}", style, visible_line(line_speakers(line)))


def _contrary_lines(
    statements: tuple[Statement, ...], codebook: Codebook, *, names: bool, glyphs: Glyphs
) -> list[ShownLine]:
    style = "$accent bold"
    if statements and not names:
        return [ShownLine(f"{glyphs.contrary}{len(statements)}", style)]
    return [ShownLine(glyphs.contrary, style, visible_line(text)) for text in contrary_lines(statements, codebook)]
