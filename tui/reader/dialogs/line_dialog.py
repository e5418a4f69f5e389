"""A question that is answered with one line."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from tui.reader.content import line_content
from tui.reader.dialogs.overlay import Overlay
from tui.reader.widgets.dialog_buttons import CANCEL, ButtonWords, DialogButtons
from tui.reader.widgets.line_input import LineInput


class LineDialog(Overlay[str | None]):
    """Ask for a line.

    Return it without spaces at its ends, or None if it is empty.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Cancel", priority=True)]

    def __init__(self, question: str, value: str = "", *, answer: str) -> None:
        super().__init__()
        self.question = question
        self.answer = answer
        """What Enter does, in one word."""
        self.value = value

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(line_content(self.question), classes="dialog-title")
            yield LineInput(self.value)
            yield DialogButtons(ButtonWords("Enter", self.answer, "take"), CANCEL)

    @on(Input.Submitted)
    def action_take(self) -> None:
        self.dismiss(self.query_one(Input).value.strip() or None)
