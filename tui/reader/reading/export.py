"""Export as Markdown; copy a quote with its source."""

from __future__ import annotations

from tui.formats.citation import cite
from tui.layout.visible import replace_controls
from tui.reader.dialogs.export_dialog import ExportDialog
from tui.reader.reading.feature import Feature, opens_dialog
from tui.terminal.clipboard import copy_to_system


class Export(Feature):
    """Takes quotes and records out of the program."""

    name = "export"

    def copy(self) -> None:
        """Copy the selection, or the quote under the cursor, with its source."""
        screen, pane = self.screen, self.screen.pane
        if pane is None:
            return
        placed = screen.placed_under_cursor()
        if pane.selection:
            words = cite(pane.account, pane.selection.of(pane.article_text), None)
        elif placed:
            words = cite(pane.account, placed[0].annotation.quote, placed[0].annotation)
        else:
            screen.show_message("Nothing to copy here: select words, or go to an annotation with ].")
            return
        words = replace_controls(words)
        screen.app.copy_to_clipboard(words)
        screen.run_worker(lambda: copy_to_system(words), thread=True, exclusive=True, group="clipboard")
        screen.show_message("Copied with its source.")

    @opens_dialog
    async def export(self) -> None:
        """Ask for a file, and export the open accounts as Markdown."""
        suggested = f"{self.session.workspace.root.resolve().name or 'diptych'}.md"
        written = await self.screen.app.push_screen_wait(ExportDialog(self.session.collation, suggested))
        if written:
            self.screen.show_message(f"Exported: {written}")
