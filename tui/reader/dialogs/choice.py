"""A question with a few answers."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static

from tui.reader.content import line_content
from tui.reader.dialogs.marks_dialog import MarksDialog
from tui.reader.dialogs.overlay import Overlay
from tui.reader.widgets.dialog_buttons import CANCEL, DialogButtons
from tui.reader.widgets.marked_option_list import MarkedOptionList


class ChoiceDialog(Overlay[int | None]):
    """Ask a question.

    Return the position of the answer, or None.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "dismiss(None)", "Cancel")]

    def __init__(self, question: str, answers: Sequence[Content]) -> None:
        super().__init__()
        self.question = question
        self.answers = answers

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(line_content(self.question), classes="dialog-title")
            yield MarkedOptionList(*self.answers)
            yield DialogButtons(CANCEL, hint="↑ ↓ choose   Enter take")

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_index)


class AnnotationChoice(ChoiceDialog, MarksDialog[int | None]):
    """Ask which annotation is meant, or what to do with some."""


KEEP_EDITING, DISCARD, ELSEWHERE = range(3)
"""What to do with what was typed when the dialog is closed."""


async def confirm_discard(screen: Screen[bool | None], *, elsewhere: bool) -> int:
    """Ask whether to discard what was typed, or to save it `elsewhere`.

    Call it from a worker.
    """
    answers = [Content("Keep editing"), Content("Discard what was typed")]
    if elsewhere:
        answers.append(Content("Write it to a file outside the workspace, and close"))
    return await screen.app.push_screen_wait(ChoiceDialog("Close without saving?", answers)) or KEEP_EDITING
