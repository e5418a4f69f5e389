"""The lines under the panes: what is under the cursor, and who else speaks of it."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from tui.reader.widgets.text_folding import cut_lines

APART = "   "


class Inspector(Widget):
    """Shows lines that the screen made; they are cut at its edge, Enter opens all of them."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[Content] = ()

    def show(self, lines: Sequence[Content]) -> None:
        """Show these lines."""
        if list(lines) != list(self.lines):
            self.lines = tuple(lines)
            self.refresh()

    def render(self) -> Content:
        """Return as many lines as there is room for, each on a row of its own."""
        width = max(1, self.content_size.width)
        room = max(1, self.content_size.height)
        rows: list[Content] = []
        for position, line in enumerate(self.lines):
            left = len(self.lines) - position - 1
            space = max(1, min(3, room - len(rows) - left))
            rows += cut_lines(_wrapped(line, width), width, space)
        return Content("\n").join(rows[:room])


def _wrapped(line: Content, width: int) -> list[Content]:
    """Return the rows of a line: what stands three spaces apart stays whole where that is possible."""
    rows: list[Content] = []
    for part in line.split(APART):
        if rows and rows[-1].cell_length + len(APART) + part.cell_length <= width:
            rows[-1] = Content.assemble(rows[-1], APART, part)
        else:
            rows += (Content.assemble(APART, part) if rows else part).wrap(width)
    return rows
