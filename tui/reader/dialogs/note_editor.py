"""The editor of a note."""

from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tui.model import Annotation
from tui.reader.content import line_content
from tui.reader.dialogs.draft_dialog import DraftDialog
from tui.reader.widgets.line_input import LineInput
from tui.reader.widgets.text_input import TextInput
from tui.session.name_list import join_names, parse_names
from tui.session.pending_edit import PendingEdit


class NoteEditor(DraftDialog):
    """Edits a note's body and tags."""

    def __init__(self, annotation: Annotation, title: str, about: Content, pending: PendingEdit) -> None:
        super().__init__(annotation, pending)
        self.heading = title
        self.about = about

    def compose(self) -> ComposeResult:
        """Yield the editor."""
        with Vertical(classes="dialogue -tall"):
            yield Static(line_content(self.heading), classes="dialogue-title")
            yield Static(self.about, classes="dialogue-about")
            yield TextInput(self.annotation.body, entry_id="body")
            yield LineInput(join_names(self.annotation.tags), placeholder="tags, separated by ;", entry_id="tags")
            yield Static("", classes="dialogue-wrong", id="wrong")
            yield Static(Content("Ctrl+S save   Esc cancel   Tab tags"), classes="dialogue-keys")

    def on_mount(self) -> None:
        """Begin typing at the end of what is there."""
        body = self.query_one(TextInput)
        body.move_cursor(body.document.end)
        body.focus()

    @property
    def filled(self) -> Annotation:
        """The note as it is typed now."""
        body = self.query_one(TextInput).words
        tags = parse_names(self.query_one("#tags", Input).value, self.annotation.tags)
        return replace(self.annotation, body=body, tags=tags)

    def refusal(self) -> str:
        """Return why the note cannot be saved: it is empty."""
        return "" if self.filled.body.strip() else "Write something first, or cancel with Esc."
