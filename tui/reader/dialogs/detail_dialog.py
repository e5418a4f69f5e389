"""One annotation with all its fields, and the actions on it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.formats.phrasing import in_quotes
from tui.model import Placed
from tui.reader.content import block_content, line_content
from tui.reader.dialogs.overlay import Overlay
from tui.reader.reading.inspector_content import InspectorView, inspector_content
from tui.reader.widgets.dialog_buttons import CLOSE, ButtonWords, DialogButtons

BUTTONS = (
    ButtonWords("e", "edit", "dismiss('edit')"),
    ButtonWords("x", "delete", "dismiss('delete')"),
    ButtonWords("n", "note on it", "dismiss('note')"),
    CLOSE,
)


class DetailDialog(Overlay[str | None]):
    """Show an annotation.

    Return `edit`, `delete`, `note` or None.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "dismiss(None)", "Close"),
        Binding("e", "dismiss('edit')", "Edit"),
        Binding("x", "dismiss('delete')", "Delete"),
        Binding("n", "dismiss('note')", "Note"),
    ]

    def __init__(self, placed: Placed, view: InspectorView) -> None:
        super().__init__()
        self.placed = placed
        self.view = view

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            with VerticalScroll(classes="dialog-text"):
                yield Static(Content("\n").join(self._lines()))
            yield DialogButtons(*BUTTONS)

    def _lines(self) -> list[Content]:
        annotation = self.placed.annotation
        lines = [line.content for line in inspector_content(self.view)]
        if annotation.quote:
            lines[1:1] = [Content(""), block_content(in_quotes(annotation.quote), "bold"), Content("")]
        location = f"{self.placed.record.file.name}, line {self.placed.record.line}"
        return [*lines, Content(""), line_content(location, "$quiet")]
