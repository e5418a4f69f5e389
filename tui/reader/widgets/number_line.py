"""The line that asks for the number of a proposition."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tui.reader.widgets.line_input import LineInput


class NumberLine(Horizontal):
    """An input of digits that posts the number, or that it was cancelled."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Cancel", show=False)]

    @dataclass
    class Entered(Message):
        """The user entered a number, or nothing."""

        number: int | None

    def __init__(self, last: int) -> None:
        super().__init__()
        self.last = last
        """The highest number."""

    def compose(self) -> ComposeResult:
        yield Static(Content.styled("#", "bold $accent"), classes="line-prompt")
        entry = LineInput(placeholder=f"the number in the gutter, 1 to {self.last}")
        entry.restrict = r"\d{0,6}"
        yield entry

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Entered(int(event.value) if event.value else None))

    def action_cancel(self) -> None:
        self.post_message(self.Entered(None))
