"""Details of the row under a list's cursor, in a fixed number of lines."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

MOST_LINES = 8
"""Lines that are shown at most, on any screen."""


class DetailLines(Widget):
    """Lines, each cut at the edge, and a count of those that do not fit."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[Content] = ()
        self._others = 0
        """How many more lines there are, which nobody made."""

    def show(self, lines: Sequence[Content], others: int = 0) -> None:
        """Replace the lines, the first of those that there are.

        `others` of them were not made.
        """
        self.lines, self._others = tuple(lines), others
        self.refresh()

    def render(self) -> Content:
        width, room = max(1, self.content_size.width), max(1, self.content_size.height)
        lines = [line.truncate(width, ellipsis=True) for line in self.lines[:room]]
        hidden = len(self.lines) + self._others - room
        if hidden > 0:
            more = Content.styled(f"  and {hidden} more", "$quiet")
            lines[-1] = self.lines[room - 1].truncate(max(1, width - more.cell_length), ellipsis=True) + more
        return Content("\n").join(lines)
