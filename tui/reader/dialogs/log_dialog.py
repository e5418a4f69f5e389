"""Who changed an annotation, and when."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.reader.content import line_content
from tui.reader.dialogs.overlay import Overlay
from tui.reader.widgets.dialog_buttons import CLOSE, DialogButtons

NOTHING = "Git has no commit with it yet."


class LogDialog(Overlay[None]):
    """List changes, the newest first, until they are to be hidden."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,enter,H", "dismiss(None)", "Close")]

    def __init__(self, heading: str, lines: Sequence[str], refusal: Callable[[], str]) -> None:
        super().__init__()
        self.refusal = refusal
        """Returns why the changes may not be shown any more, or an empty string."""
        self.heading = heading
        self.lines = lines

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -fitted"):
            yield Static(line_content(self.heading), classes="dialog-title")
            with VerticalScroll(classes="dialog-text"):
                yield Static(self._content(), id="changes")
            yield DialogButtons(CLOSE)

    def _content(self) -> Content:
        reason = self.refusal()
        return Content("\n").join(map(Content, [reason] if reason else self.lines or (NOTHING,)))

    def session_changed(self) -> None:
        self.query_one("#changes", Static).update(self._content())
