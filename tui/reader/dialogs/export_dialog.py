"""The export dialog: file name and grouping."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, RadioSet, Static

from tui.errors import DiptychError, OverwriteError
from tui.layout.visible import make_visible
from tui.model import Collation
from tui.reader.dialogs.overlay import Overlay
from tui.reader.widgets.dialog_buttons import CANCEL, ButtonWords, DialogButtons
from tui.reader.widgets.line_input import LineInput
from tui.reader.widgets.radio_choice import RadioChoice
from tui.session.export import export_to_file

GROUPINGS = ("article", "proposition", "speaker", "kind")


class ExportDialog(Overlay[str | None]):
    """Export to a file.

    Return the name of the file, or None.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", priority=True),
        Binding("escape", "dismiss(None)", "Cancel", priority=True),
    ]

    def __init__(self, collation: Collation, default_path: str, scope: str = "") -> None:
        super().__init__()
        self.scope = scope
        """Which records are exported, if not all."""
        self.collation = collation
        self.default_path = default_path
        self._existing_path = ""
        """A file that was not overwritten, but is if the path is entered again."""

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            what = f": {self.scope}" if self.scope else ""
            yield Static(Content(f"Export as Markdown{what}"), classes="dialog-title")
            yield Static(Content("File"), classes="export-label")
            yield LineInput(self.default_path, entry_id="path")
            yield Static(Content("Group by"), classes="export-label")
            with RadioSet(id="group", compact=True):
                for position, name in enumerate(GROUPINGS):
                    yield RadioChoice(Content(name), value=position == 0)
            yield Static("", classes="dialog-error", id="error")
            yield DialogButtons(ButtonWords("Enter", "export", "save"), CANCEL, hint="Tab group")

    @on(Input.Submitted)
    def _path_submitted(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Export.

        If the file exists, ask to confirm before overwriting it.
        """
        path = self.query_one("#path", Input).value
        group = GROUPINGS[max(0, self.query_one(RadioSet).pressed_index)]
        try:
            written = export_to_file(
                self.collation, path, group_by=group, overwrite=self._existing_path == path, scope=self.scope
            )
        except DiptychError as error:
            self._existing_path = path if isinstance(error, OverwriteError) else ""
            advice = "\nPress Enter again to overwrite it." if self._existing_path else ""
            self.query_one("#error", Static).update(Content(make_visible(f"{error}{advice}", keep_newlines=True)))
        else:
            self.dismiss(str(written))
