"""The editor of a note."""

from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tui.model import Annotation
from tui.reader.content import line_content
from tui.reader.dialogs.draft_dialog import DraftDialog
from tui.reader.widgets.dialog_buttons import CANCEL_FORM, SAVE, DialogButtons
from tui.reader.widgets.line_input import LineInput
from tui.reader.widgets.text_input import TextInput
from tui.session.name_list import join_names, parse_names
from tui.session.pending_edit import PendingEdit


class NoteEditor(DraftDialog):
    """Edit a note's body and tags."""

    def __init__(self, annotation: Annotation, title: str, about: Content, pending: PendingEdit) -> None:
        super().__init__(annotation, pending)
        self.heading = title
        self.about = about

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -note"):
            yield Static(line_content(self.heading), classes="dialog-title")
            yield Static(self.about, classes="dialog-about")
            yield TextInput(self.annotation.body, entry_id="body")
            yield LineInput(join_names(self.annotation.tags), placeholder="tags, separated by ;", entry_id="tags")
            yield Static("", classes="dialog-error", id="error")
            yield DialogButtons(SAVE, CANCEL_FORM, hint="Tab tags")

    def on_mount(self) -> None:
        body = self.query_one(TextInput)
        body.move_cursor(body.document.end)
        body.focus()

    @property
    def edited_annotation(self) -> Annotation:
        body = self.query_one(TextInput).value
        tags = parse_names(self.query_one("#tags", Input).value, self.annotation.tags)
        return replace(self.annotation, body=body, tags=tags)

    def validation_error(self) -> str:
        return "" if self.edited_annotation.body.strip() else "Write something first, or cancel with Esc."
