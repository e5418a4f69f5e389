"""The annotation under the cursor, and who else speaks of it."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from tui.reader.widgets.text_folding import cut_lines

PART_GAP = "   "
"""What separates the parts of a line. A part is not broken over two rows if it fits on one."""


class Inspector(Widget):
    """Lines of content, as many as fit.

    Enter opens all of them.
    """

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[Content] = ()

    def show(self, lines: Sequence[Content]) -> None:
        if list(lines) != list(self.lines):
            self.lines = tuple(lines)
            self.refresh()

    def render(self) -> Content:
        width = max(1, self.content_size.width)
        room = max(1, self.content_size.height)
        rows: list[Content] = []
        for position, line in enumerate(self.lines):
            rows_after = len(self.lines) - position - 1
            space = max(1, min(3, room - len(rows) - rows_after))
            rows += cut_lines(_wrapped(line, width), width, space)
        return Content("\n").join(rows[:room])


def _wrapped(line: Content, width: int) -> list[Content]:
    rows: list[Content] = []
    for part in line.split(PART_GAP):
        if rows and rows[-1].cell_length + len(PART_GAP) + part.cell_length <= width:
            rows[-1] = Content.assemble(rows[-1], PART_GAP, part)
        else:
            rows += (Content.assemble(PART_GAP, part) if rows else part).wrap(width)
    return rows
