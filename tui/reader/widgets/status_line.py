"""The line over the keys: what is in force just now, and how to be rid of it; it is gone when there is nothing."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget


class StatusLine(Widget):
    """Shows what the screen says is in force."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self.parts: Sequence[Content] = ()
        self.display = False

    def show(self, parts: Sequence[Content]) -> None:
        """Show these parts side by side, or go away."""
        if list(parts) != list(self.parts):
            self.parts = tuple(parts)
            self.display = bool(parts)
            self.refresh()

    def render(self) -> Content:
        """Return the line, cut at the edge."""
        line = Content.styled("   ·   ", "$line").join(self.parts)
        return line.truncate(max(1, self.content_size.width), ellipsis=True)
