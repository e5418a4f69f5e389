"""Help, the list of problems, and the theme."""

from __future__ import annotations

from tui.reader.dialogs.help_dialog import HelpDialog
from tui.reader.dialogs.legend import legend
from tui.reader.dialogs.problems_dialog import ProblemsDialog
from tui.reader.reading.feature import Feature
from tui.reader.themes import THEMES


class Program(Feature):
    """Commands for the program rather than the accounts."""

    name = "program"

    def help(self) -> None:
        """Show the legend and the keys."""
        signs = legend(self.session.codebook, self.screen.glyphs)
        self.screen.app.push_screen(HelpDialog(self.screen.config.keys, legend=signs))

    def problems(self) -> None:
        self.screen.app.push_screen(ProblemsDialog(self.session.problems))

    def next_theme(self) -> None:
        """Change to the next of our own themes."""
        app = self.screen.app
        names = [theme.name for theme in THEMES]
        position = names.index(app.theme) if app.theme in names else -1
        app.theme = names[(position + 1) % len(names)]
        self.screen.show_message(f"Colours: {app.theme.removeprefix('diptych-')}")
