"""What belongs to the row under a listing's cursor: some lines, always as many, so that the list stands still."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget


class DetailLines(Widget):
    """Shows lines, each cut at its edge, and says how many it has no room for."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[Content] = ()

    def show(self, lines: Sequence[Content]) -> None:
        """Show these lines."""
        self.lines = tuple(lines)
        self.refresh()

    def render(self) -> Content:
        """Return as many lines as there is room for."""
        width, room = max(1, self.content_size.width), max(1, self.content_size.height)
        lines = [line.truncate(width, ellipsis=True) for line in self.lines[:room]]
        hidden = len(self.lines) - room
        if hidden > 0:
            more = Content.styled(f"  and {hidden} more", "$quiet")
            lines[-1] = self.lines[room - 1].truncate(max(1, width - more.cell_length), ellipsis=True) + more
        return Content("\n").join(lines)
