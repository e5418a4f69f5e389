"""Everything about one annotation, with what can be done to it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.model import Placed
from tui.reader.content import block_content, visible_line
from tui.reader.dialogs.overlay import Overlay
from tui.reader.reading.inspector_content import InspectorView, inspector_content


class DetailDialog(Overlay[str | None]):
    """Shows an annotation whole; returns what to do next: `edit`, `delete`, `note` or None."""

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
        """Yield the annotation and the keys."""
        with Vertical(classes="dialogue"):
            with VerticalScroll(classes="dialogue-text"):
                yield Static(Content("\n").join(self._lines()))
            yield Static(Content("e edit   x delete   n note on it   Esc close"), classes="dialogue-keys")

    def _lines(self) -> list[Content]:
        annotation = self.placed.annotation
        lines = inspector_content(self.view)
        if annotation.quote:
            lines[1:1] = [Content(""), block_content(f"“{annotation.quote}”", "bold"), Content("")]
        where = f"{self.placed.record.file.name}, line {self.placed.record.line}"
        return [*lines, Content(""), Content.styled(visible_line(where), "$quiet")]
