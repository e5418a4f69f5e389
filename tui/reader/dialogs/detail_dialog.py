"""One annotation with all its fields, and the actions on it."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from tui.formats.phrasing import in_quotes
from tui.model import Placed
from tui.reader.content import block_content, line_content
from tui.reader.dialogs.marks_dialog import MarksDialog
from tui.reader.reading.inspector_content import InspectorView, inspector_content
from tui.reader.widgets.dialog_buttons import CLOSE, ButtonWords, DialogButtons
from tui.reader.widgets.inspector import InspectorLine

BUTTONS = (
    ButtonWords("e", "edit", "dismiss('edit')"),
    ButtonWords("x", "delete", "dismiss('delete')"),
    ButtonWords("n", "note on it", "dismiss('note')"),
    CLOSE,
)


class DetailDialog(MarksDialog[str | None]):
    """Show an annotation.

    Return `edit`, `delete`, `note` or None.
    """

    CHANGES: ClassVar[frozenset[str]] = frozenset({"dismiss('edit')", "dismiss('delete')", "dismiss('note')"})
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
                yield DetailText(self._lines())
            yield DialogButtons(*BUTTONS)

    def _lines(self) -> list[InspectorLine]:
        quote, blank = self.placed.annotation.quote, InspectorLine((Content(""),))
        lines = inspector_content(self.view)
        if quote:
            lines[1:1] = [blank, InspectorLine((block_content(in_quotes(quote), "bold"),)), blank]
        location = f"{self.placed.record.file.name}, line {self.placed.record.line}"
        return [*lines, blank, InspectorLine((line_content(location, "$quiet"),))]


class DetailText(Widget):
    """Lines of the inspector, all of them, each part on one row if it fits."""

    def __init__(self, lines: Sequence[InspectorLine]) -> None:
        super().__init__()
        self.lines = lines

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._rows(width))

    def render(self) -> Content:
        return Content("\n").join(self._rows(self.content_size.width))

    def _rows(self, width: int) -> list[Content]:
        return [row for line in self.lines for row in line.rows(max(1, width))]
