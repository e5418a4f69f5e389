"""The line over the footer: a message, else filters, searches and so on."""

from collections.abc import Sequence

from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget

from tui.reader.content import visible_line

MESSAGE_SECONDS = 4.0


class StatusLine(Widget):
    """Parts side by side, or a message for some seconds.

    If rows are scarce, the line is hidden while it is empty.
    """

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self.parts: Sequence[Content] = ()
        self.message = ""
        """The last message."""
        self._message_timer: Timer | None = None
        self._is_kept = False
        """Whether the line is shown while it is empty."""
        self.display = False

    def show(self, parts: Sequence[Content]) -> None:
        """Replace the parts."""
        if list(parts) != list(self.parts):
            self.parts = tuple(parts)
            self._show_or_hide()

    def show_message(self, message: str) -> None:
        """Show a message instead of the parts for some seconds."""
        self.message = message
        if self._message_timer:
            self._message_timer.stop()
        self._message_timer = self.set_timer(MESSAGE_SECONDS, self._hide_message)
        self._show_or_hide()

    def keep(self, is_kept: bool) -> None:
        """Set whether the line is shown while it is empty, so that nothing jumps."""
        self._is_kept = is_kept
        self._show_or_hide()

    def _hide_message(self) -> None:
        self._message_timer = None
        self._show_or_hide()

    def _show_or_hide(self) -> None:
        self.display = self._is_kept or bool(self.parts) or self._message_timer is not None
        self.refresh()

    def render(self) -> Content:
        line = Content.styled("   ·   ", "$line").join(self.parts)
        if self._message_timer:
            line = Content.styled(visible_line(self.message), "bold $primary")
        return line.truncate(max(1, self.content_size.width), ellipsis=True)
