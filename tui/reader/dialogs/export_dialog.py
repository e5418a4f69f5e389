"""The export: into which file, and grouped by what."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, RadioButton, RadioSet, Static

from tui.errors import DiptychError, OverwriteError
from tui.layout.visible import make_visible
from tui.model import Collation
from tui.reader.dialogs.overlay import Overlay
from tui.reader.widgets.line_input import LineInput
from tui.session.export import export_to_file

GROUPINGS = ("article", "proposition", "speaker", "kind")


class ExportDialog(Overlay[str | None]):
    """Asks for a file's name; returns the name of the file that was written, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", priority=True),
        Binding("escape", "dismiss(None)", "Cancel", priority=True),
    ]

    def __init__(self, collation: Collation, suggested: str) -> None:
        super().__init__()
        self.collation = collation
        self.suggested = suggested
        """The name of the file, unless another one is typed."""
        self._refused = ""
        """The name of a file that exists already: entered once more, it is overwritten."""

    def compose(self) -> ComposeResult:
        """Yield the name and the grouping."""
        with Vertical(classes="dialogue"):
            yield Static(Content("Export as Markdown"), classes="dialogue-title")
            yield Static(Content("File"), classes="export-label")
            yield LineInput(self.suggested, entry_id="path")
            yield Static(Content("Group by"), classes="export-label")
            with RadioSet(id="group", compact=True):
                for position, name in enumerate(GROUPINGS):
                    yield RadioButton(Content(name), value=position == 0)
            yield Static("", classes="dialogue-wrong", id="wrong")
            yield Static(Content("Enter or Ctrl+S export   Tab group   Esc cancel"), classes="dialogue-keys")

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Export; if the file exists, ask for the name once more before it is overwritten."""
        path = self.query_one("#path", Input).value
        group = GROUPINGS[max(0, self.query_one(RadioSet).pressed_index)]
        try:
            written = export_to_file(self.collation, path, group_by=group, overwrite=self._refused == path)
        except DiptychError as error:
            self._refused = path if isinstance(error, OverwriteError) else ""
            again = "\nPress Enter again to overwrite it." if self._refused else ""
            self.query_one("#wrong", Static).update(Content(make_visible(f"{error}{again}", keep_newlines=True)))
        else:
            self.dismiss(str(written))
