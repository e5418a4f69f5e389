"""The editor of a note."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
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

_HIDDEN = Content.styled("hidden in blind mode", "$quiet")
"""What is shown of a subject that somebody else marked."""


class NoteSubject(NamedTuple):
    """What a new note can be on."""

    annotation: Annotation
    """The note, still empty."""
    title: str
    about: Content


class NoteEditor(DraftDialog):
    """Edit a note's body and tags, and choose what a new one is on."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "next_subject", "On another", priority=True)]

    def __init__(self, subjects: Sequence[NoteSubject], pending: PendingEdit) -> None:
        super().__init__(subjects[0].annotation, pending)
        self.subjects = subjects
        """What the note can be on; the first is what it is on unless the user chooses another."""
        self.position = 0
        """The position of the chosen subject, from 0."""

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -note"):
            yield Static(classes="dialog-title")
            yield Static(classes="dialog-about")
            yield TextInput(self.annotation.body, entry_id="body")
            yield LineInput(join_names(self.annotation.tags), placeholder="tags, separated by ;", entry_id="tags")
            yield Static("", classes="dialog-error", id="error")
            keys = "Tab on another   Shift+Tab tags" if len(self.subjects) > 1 else "Tab tags"
            yield DialogButtons(SAVE, CANCEL_FORM, hint=keys)

    def on_mount(self) -> None:
        self._show_subject()
        body = self.query_one(TextInput)
        body.move_cursor(body.document.end)
        body.focus()

    def hide_others(self) -> None:
        self.subjects = [
            subject._replace(about=_HIDDEN) if self.pending.hides_subject(subject.annotation) else subject
            for subject in self.subjects
        ]
        self._show_subject()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        # In the tags, and if there is only one subject, Tab goes to the next field.
        if action == "next_subject":
            return len(self.subjects) > 1 and self.query_one(TextInput).has_focus
        return super().check_action(action, parameters)

    def action_next_subject(self) -> None:
        """Choose the next subject, and after the last the first."""
        typed = self.edited_annotation
        self.position = (self.position + 1) % len(self.subjects)
        self.annotation = self.subjects[self.position].annotation
        self._show_subject()
        if typed.body or typed.tags:
            self.keep_draft()

    def _show_subject(self) -> None:
        subject = self.subjects[self.position]
        self.query_one(".dialog-title", Static).update(line_content(subject.title))
        self.query_one(".dialog-about", Static).update(subject.about)

    @property
    def edited_annotation(self) -> Annotation:
        body = self.query_one(TextInput).value
        tags = parse_names(self.query_one("#tags", Input).value, self.annotation.tags)
        return replace(self.annotation, body=body, tags=tags)

    def validation_error(self) -> str:
        return "" if self.edited_annotation.body.strip() else "Write something first, or cancel with Esc."
