"""Help, the list of problems, and the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.errors import DiptychError
from tui.reader.dialogs.conflict_dialog import ConflictDialog
from tui.reader.dialogs.help_dialog import HelpDialog
from tui.reader.dialogs.legend import legend
from tui.reader.dialogs.problems_dialog import ProblemsDialog
from tui.reader.reading.feature import Feature, opens_dialog
from tui.reader.themes import THEMES
from tui.session.conflicts import open_record_copies
from tui.storage.workspace.kept_theme import keep_theme

if TYPE_CHECKING:
    from tui.model import Placed, Record


class Program(Feature):
    """Commands for the program rather than the accounts."""

    name = "program"

    def help(self) -> None:
        """Show the legend and the keys."""
        signs = legend(self.session.codebook, self.screen.glyphs)
        self.screen.app.push_screen(HelpDialog(self.screen.config.keys, legend=signs))

    @opens_dialog
    async def problems(self) -> None:
        """List the problems, and compare records with their copies if asked to."""
        app, copies = self.screen.app, open_record_copies(self.session)
        if await app.push_screen_wait(ProblemsDialog(self.session.problems, len(copies))):
            for placed, copy in copies:
                await self._settle(placed, copy)

    async def _settle(self, placed: Placed, copy: Record) -> None:
        shows = self.session.shows
        if not (shows(placed.annotation.annotator) and shows(copy.annotation.annotator)):
            return  # blind mode has begun since
        dialog = ConflictDialog(placed.annotation, copy.annotation, copy_name=copy.file.name)
        chosen = await self.screen.app.push_screen_wait(dialog)
        if chosen is None:
            return
        shown = self.session.find(placed.annotation.ref)
        if shown is None or shown.record.file != placed.record.file:
            self.screen.report("The record that was shown is no longer there, so its copy stays.")
            return
        try:
            self.session.settle_copy(placed.record, copy, chosen)
        except DiptychError as error:
            self.screen.report(str(error))
        self.screen.show_session()

    def next_theme(self) -> None:
        """Change to the next of our own themes."""
        app = self.screen.app
        names = [theme.name for theme in THEMES]
        position = names.index(app.theme) if app.theme in names else -1
        app.theme = names[(position + 1) % len(names)]
        name = app.theme.removeprefix("diptych-")
        configured = self.screen.config.theme
        if configured:
            until = f", until you quit: config.yaml says {configured}"
        else:
            until = "" if keep_theme(name) else ", until you quit: it could not be stored"
        self.screen.show_message(f"Colours: {name}{until}")
