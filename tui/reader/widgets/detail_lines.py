"""Details of the row under a list's cursor, in a fixed number of lines."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget


class DetailLines(Widget):
    """Lines, each cut at the edge, and a count of those that do not fit."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[Content] = ()

    def show(self, lines: Sequence[Content]) -> None:
        """Replace the lines."""
        self.lines = tuple(lines)
        self.refresh()

    def render(self) -> Content:
        width, room = max(1, self.content_size.width), max(1, self.content_size.height)
        lines = [line.truncate(width, ellipsis=True) for line in self.lines[:room]]
        hidden = len(self.lines) - room
        if hidden > 0:
            more = Content.styled(f"  and {hidden} more", "$quiet")
            lines[-1] = self.lines[room - 1].truncate(max(1, width - more.cell_length), ellipsis=True) + more
        return Content("\n").join(lines)
