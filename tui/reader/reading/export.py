"""Export the open accounts, and copy a quote with its source."""

from __future__ import annotations

from asyncio import to_thread
from pathlib import Path

from tui.formats.citation import cite
from tui.layout.visible import replace_controls
from tui.reader.dialogs.export_dialog import ExportDialog
from tui.reader.reading.feature import Feature, opens_dialog
from tui.reader.reading.filter import FilterRecords
from tui.session.export import all_records
from tui.storage.files.real_path import real_path
from tui.terminal.capabilities import is_in_browser
from tui.terminal.clipboard import copy_to_system


class Export(Feature):
    """Exports records, and copies quotes to the clipboard."""

    name = "export"

    exported = ""
    """The last file that was written."""

    def copy(self) -> None:
        """Copy the selection, or the words of the quote under the cursor."""
        screen, pane = self.screen, self.screen.pane
        if pane is None:
            return
        placed = screen.placed_under_cursor()
        if pane.selection:
            citation = cite(pane.account, pane.selection.of(pane.article_text), None)
        elif placed:
            citation = cite(pane.account, placed[0].words(pane.article_text), placed[0].annotation)
        else:
            screen.show_message("Nothing to copy here: select words, or go to an annotation with ].")
            return
        citation = replace_controls(citation)
        screen.app.copy_to_clipboard(citation)
        screen.run_worker(self._copy_to_system(citation), exclusive=True, group="clipboard")

    async def _copy_to_system(self, citation: str) -> None:
        """Copy with a program too, and show which way the text went."""
        if is_in_browser() or await to_thread(copy_to_system, citation):
            self.screen.show_message("Copied with its source.")
        else:
            self.screen.show_message("Sent to the terminal with its source, to be copied there.")

    @opens_dialog
    async def export(self) -> None:
        """Ask for a format and a file, and export the open accounts."""
        file_name = f"{real_path(self.session.workspace.root).name or 'diptych'}.md"
        overview = self.session.overview
        source = all_records(overview.survey, self.session.annotator, is_adjudicated=overview.is_adjudicated)
        not_applied = self.screen.features.get(FilterRecords).not_applied
        dialog = ExportDialog(source, file_name, not_applied=not_applied)
        made = await self.screen.app.push_screen_wait(dialog)
        if made and made.file:
            self.exported = str(real_path(Path(made.file)))
            self.screen.refresh_context()
            self.screen.show_message(f"Exported: {self.exported}")
        elif made:
            self.screen.show_message(made.copied)
