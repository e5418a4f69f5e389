"""Where the annotations are to be written, and in what order."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, RadioButton, RadioSet, Static

from tui.errors import DiptychError
from tui.layout.visible import make_visible
from tui.reader.dialogs.overlay import Overlay
from tui.reader.widgets.inputs import LineInput

GROUPINGS = ("article", "proposition", "speaker", "kind")


class ExportDialog(Overlay[str | None]):
    """Asks for a file's name; returns the name that was written, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", priority=True),
        Binding("escape", "dismiss(None)", "Leave", priority=True),
    ]

    def __init__(self, export: Callable[[str, str, bool], str], name: str) -> None:
        super().__init__()
        self._export = export
        self.suggested = name
        self._refused = ""

    def compose(self) -> ComposeResult:
        """Yield the name and the grouping."""
        with Vertical(classes="dialogue"):
            yield Static(Content("Take the annotations away as Markdown"), classes="dialogue-title")
            yield Static(Content("File"), classes="export-label")
            yield LineInput(self.suggested, entry_id="path")
            yield Static(Content("In the order of"), classes="export-label")
            with RadioSet(id="group", compact=True):
                for position, name in enumerate(GROUPINGS):
                    yield RadioButton(Content(name), value=position == 0)
            yield Static("", classes="dialogue-wrong", id="wrong")
            yield Static(Content("Enter or Ctrl+S write   Tab order   Esc leave"), classes="dialogue-keys")

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Write; where the file exists, ask to be told twice."""
        path = self.query_one("#path", Input).value
        group = GROUPINGS[max(0, self.query_one(RadioSet).pressed_index)]
        try:
            written = self._export(path, group, self._refused == path)
        except DiptychError as error:
            self._refused = path if "exists" in str(error) else ""
            again = "\nPress Enter again to write over it." if self._refused else ""
            self.query_one("#wrong", Static).update(Content(make_visible(f"{error}{again}", keep_newlines=True)))
        else:
            self.dismiss(written)
