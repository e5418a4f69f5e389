"""The line over the footer: active filters, searches and so on."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget


class StatusLine(Widget):
    """Parts side by side.

    The line is hidden if there are none.
    """

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self.parts: Sequence[Content] = ()
        self.display = False

    def show(self, parts: Sequence[Content]) -> None:
        if list(parts) != list(self.parts):
            self.parts = tuple(parts)
            self.display = bool(parts)
            self.refresh()

    def render(self) -> Content:
        line = Content.styled("   ·   ", "$line").join(self.parts)
        return line.truncate(max(1, self.content_size.width), ellipsis=True)
