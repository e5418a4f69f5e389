"""Ask for the tags of several records."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tui.formats.phrasing import count_noun
from tui.model import Record
from tui.reader.content import line_content
from tui.reader.dialogs.marks_dialog import MarksDialog
from tui.reader.widgets.dialog_buttons import CANCEL, SAVE, DialogButtons
from tui.reader.widgets.line_input import LineInput
from tui.session.record_changes import outcome, tag_edits


class TagDialog(MarksDialog[str | None]):
    """Ask for tags to add or remove.

    Return what was typed, or None.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", priority=True),
        Binding("escape", "dismiss(None)", "Cancel", priority=True),
    ]

    def __init__(self, records: Sequence[Record], known: Mapping[str, int]) -> None:
        super().__init__()
        self.records = records
        self.known = known
        """The tags in use, with how often each is used."""

    def compose(self) -> ComposeResult:
        known = "   ".join(f"{tag} {number}" for tag, number in self.known.items())
        with Vertical(classes="dialog"):
            yield Static(Content(f"Tag {count_noun(len(self.records), 'record')}"), classes="dialog-title")
            yield Static(
                line_content(f"In use: {known}" if known else "No tag is in use."), classes="dialog-about", id="in-use"
            )
            yield LineInput(placeholder="tags separated by ; and -tag to remove one", entry_id="path")
            yield Static("", id="outcome", classes="dialog-about")
            yield DialogButtons(SAVE, CANCEL)

    def hide_others(self) -> None:
        self.query_one("#in-use", Static).update("")

    @on(Input.Changed)
    def _show_outcome(self, event: Input.Changed) -> None:
        edits = tag_edits(self.records, event.value)
        self.query_one("#outcome", Static).update(Content(outcome(len(self.records), edits)))

    @on(Input.Submitted)
    def action_save(self) -> None:
        self.dismiss(self.query_one(Input).value)
