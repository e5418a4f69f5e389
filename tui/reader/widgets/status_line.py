"""The line over the footer: a message, else filters, searches and so on."""

from collections.abc import Sequence

from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget

from tui.reader.content import visible_line

MESSAGE_SECONDS = 4.0


class StatusLine(Widget):
    """A lasting sign, then parts side by side, or a message for some seconds.

    If rows are scarce, the line is hidden while it is empty.
    """

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self.parts: Sequence[Content] = ()
        self.sign = ""
        """What is not on the screen: accounts, articles, and highlights."""
        self.message = ""
        """The last message."""
        self._message_timer: Timer | None = None
        self._is_kept = False
        """Whether the line is shown while it is empty."""
        self.display = False

    def show(self, parts: Sequence[Content], sign: str = "") -> None:
        """Replace the parts and the sign."""
        if (tuple(parts), sign) != (self.parts, self.sign):
            self.parts, self.sign = tuple(parts), sign
            self._show_or_hide()

    def show_message(self, message: str) -> None:
        """Show a message instead of the parts for some seconds."""
        self.message = message
        if self._message_timer:
            self._message_timer.stop()
        self._message_timer = self.set_timer(MESSAGE_SECONDS, self._hide_message)
        self._show_or_hide()

    def drop_message(self) -> None:
        """Show the parts again, if a message hides them."""
        if self._message_timer:
            self._message_timer.stop()
            self._hide_message()

    def keep(self, is_kept: bool) -> None:
        """Set whether the line is shown while it is empty, so that nothing jumps."""
        self._is_kept = is_kept
        self._show_or_hide()

    def _hide_message(self) -> None:
        self._message_timer = None
        self._show_or_hide()

    def _show_or_hide(self) -> None:
        self.display = self._is_kept or bool(self.parts or self.sign) or self._message_timer is not None
        self.refresh()

    def render(self) -> Content:
        message = [Content.styled(visible_line(self.message), "bold $primary")] if self._message_timer else self.parts
        sign = [Content.styled(self.sign, "bold $warning")] if self.sign else []
        line = Content.styled("   ·   ", "$line").join([*sign, *message])
        return line.truncate(max(1, self.content_size.width), ellipsis=True)
