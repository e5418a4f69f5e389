"""The suggestions that are about to be accepted, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from tui.reader.content import line_content
from tui.reader.dialogs.overlay import Overlay
from tui.reader.widgets.dialog_buttons import CANCEL, DialogButtons
from tui.reader.widgets.marked_option_list import MarkedOptionList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult


class AcceptDialog(Overlay[int | None]):
    """Show what would be accepted.

    Return the position of the answer, or None.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "dismiss(None)", "Cancel")]

    def __init__(self, question: str, lines: Sequence[Content], answers: Sequence[str]) -> None:
        super().__init__()
        self.question = question
        self.lines = lines
        self.answers = answers

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(line_content(self.question), classes="dialog-title")
            with VerticalScroll(classes="versions"):
                yield Static(Content("\n").join(self.lines))
            yield MarkedOptionList(*map(line_content, self.answers))
            yield DialogButtons(CANCEL, hint="↑ ↓ choose   Enter take   Tab scroll the list")

    def on_mount(self) -> None:
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_index)
