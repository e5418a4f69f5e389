"""A form of named fields, such as those of an entry of the codebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from tui.errors import DiptychError
from tui.layout.visible import make_visible
from tui.reader.content import line_content
from tui.reader.dialogs.choice import DISCARD, confirm_discard
from tui.reader.dialogs.overlay import Overlay
from tui.reader.runtime.key_queue import DIALOG
from tui.reader.widgets.autocomplete import Autocomplete, Offer
from tui.reader.widgets.dialog_buttons import CANCEL_FORM, SAVE, DialogButtons
from tui.reader.widgets.line_input import LineInput
from tui.reader.widgets.text_input import TextInput

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.widget import Widget


class Field(NamedTuple):
    """A field of a form."""

    id: str
    label: str
    value: str = ""
    placeholder: str = ""
    offers: Sequence[Offer] = ()
    multiple: bool = False
    """Whether it takes several of the offers, separated by semicolons."""
    is_block: bool = False
    """Whether it takes several lines."""


class EntryForm(Overlay[bool | None]):
    """Edit fields, and return whether they were saved."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", priority=True),
        Binding("escape", "cancel", "Cancel", priority=True),
    ]
    QUIT_ADVICE = "Ctrl+S saves, Esc cancels; then q quits."

    def __init__(self, title: str, fields: Sequence[Field], save: Callable[[Mapping[str, str]], None]) -> None:
        super().__init__()
        self.heading = title
        self.fields = fields
        self._save_values = save
        """Saves the values, or raises DiptychError."""

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -form"):
            yield Static(line_content(self.heading), classes="dialog-title")
            with VerticalScroll(classes="fields", can_focus=False):
                for field in self.fields:
                    with Horizontal(classes="field"):
                        yield Static(Content(field.label), classes="field-label")
                        yield _widget(field)
            yield Static("", classes="dialog-error", id="error")
            yield DialogButtons(SAVE, CANCEL_FORM, hint="Tab next field")

    def on_mount(self) -> None:
        self.query_one(f"#{self.fields[0].id}", Input).focus()

    @property
    def values(self) -> Mapping[str, str]:
        """What the fields hold, by id."""
        return {field.id: self._value(field) for field in self.fields}

    def _value(self, field: Field) -> str:
        if field.is_block:
            return self.query_one(f"#{field.id}", TextInput).value
        typed = self.query_one(f"#{field.id}", Input).value.strip()
        return field.value if typed == field.value.strip() else typed

    @property
    def is_untouched(self) -> bool:
        """Whether the fields hold what they held at first."""
        return self.values == {field.id: field.value for field in self.fields}

    def leave(self) -> None:
        if self.is_untouched:
            super().leave()

    def action_save(self) -> None:
        """Save and close, or show why that is not possible."""
        try:
            self._save_values(self.values)
        except DiptychError as error:
            self._show_error(str(error))
        else:
            self.dismiss(True)

    def _show_error(self, message: str) -> None:
        for autocomplete in self.query(Autocomplete):
            autocomplete.hide_offers()  # they would cover it
        self.query_one("#error", Static).update(Content(make_visible(message)))

    @work(group=DIALOG)
    async def action_cancel(self) -> None:
        """Close without saving, but ask first if something was typed."""
        if self.is_untouched or await confirm_discard(self, elsewhere=False) == DISCARD:
            self.dismiss(None)


def _widget(field: Field) -> Widget:
    if field.is_block:
        return TextInput(field.value, entry_id=field.id, compact=True)
    if field.offers:
        return Autocomplete(
            field.value, field.offers, placeholder=field.placeholder, multiple=field.multiple, field_id=field.id
        )
    return LineInput(field.value, placeholder=field.placeholder, entry_id=field.id)
