"""Taking things away: a quote to the clipboard, the annotations to a file."""

from textual import work

from tui.errors import SaveError
from tui.formats.citation import cite
from tui.layout.visible import paste_safe
from tui.reader.reading.navigate import Viewing
from tui.terminal.clipboard import copy_to_system


class Taking(Viewing):
    """The actions that take something out of the program."""

    def action_copy(self) -> None:
        """Copy the selection, or the quote under the cursor, with its source."""
        pane = self.pane
        if pane is None:
            return
        found = self.placed_under_cursor()
        if pane.selection:
            words = cite(pane.account, pane.selection.of(pane.account.article.text), None)
        elif found:
            words = cite(pane.account, found[0].annotation.quote, found[0].annotation)
        else:
            self.tell("Nothing to copy here: select words, or go to an annotation with ].")
            return
        words = paste_safe(words)
        self.app.copy_to_clipboard(words)
        self.run_worker(lambda: copy_to_system(words), thread=True, exclusive=True, group="clipboard")
        self.tell("Copied with its source.")

    @work(exclusive=True, group="dialogue")
    async def action_export(self) -> None:
        """Ask where to, and write the annotations as Markdown."""
        from tui.reader.dialogs.export_dialog import ExportDialog

        name = f"{self.session.workspace.root.resolve().name or 'diptych'}.md"
        written = await self.app.push_screen_wait(ExportDialog(self._export, name))
        if written:
            self.tell(f"Written: {written}")

    def _export(self, path: str, group_by: str, force: bool) -> str:
        from pathlib import Path

        from tui.analysis.survey import Survey
        from tui.formats.markdown.archive import export_markdown
        from tui.storage.files.atomic import write_new

        target = Path(path).expanduser()
        if not path.strip() or target.is_dir():
            raise SaveError("give the name of a file, such as notes.md", target)
        text = export_markdown(Survey(self.session.collation), group_by=group_by)
        write_new(target, text.encode(), force=force)
        return str(target)
