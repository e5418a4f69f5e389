"""Looking around: from pane to pane, from annotation to annotation, near and far."""

from tui.reader.screens.base import ReadingFrame


class Viewing(ReadingFrame):
    """The actions that change what is seen and nothing else."""

    def action_turn(self, by: int) -> None:
        """Go to another account; after the last comes the first."""
        if self.columns:
            self.go_to_pane((self.active + by) % len(self.columns))

    def action_pane(self, number: int) -> None:
        """Go to the account with this number, from 1."""
        self.go_to_pane(number - 1)

    def action_zoom(self) -> None:
        """Show the active account alone, or all again."""
        self.zoomed = not self.zoomed
        self.lay_out()

    def action_toggle_inspector(self) -> None:
        """Hide or show the inspector."""
        self.inspector_wanted = not self.inspector_wanted
        self.lay_out()

    def action_escape(self) -> None:
        """Let go of the selection."""
        if self.pane:
            self.pane.select_from(None)

    def action_step(self, by: int) -> None:
        """Go to the next or the previous annotation; after the last comes the first."""
        pane = self.pane
        if pane is None:
            return
        faded = pane.emphasis.faded or frozenset()
        starts = sorted({span.start for key, span in pane.markup.spans.items() if key not in faded})
        if not starts:
            left = "that the filter keeps " if faded else ""
            self.tell(f"Nothing {left}is marked in this account.")
            return
        ahead = [start for start in starts if (start > pane.cursor if by > 0 else start < pane.cursor)]
        if not ahead:
            self.tell("From the top again." if by > 0 else "From the end again.")
            ahead = starts
        pane.go_to(ahead[0] if by > 0 else ahead[-1], roomy=True)
        pane.select_from(None)

    def action_help(self) -> None:
        """Show every key."""
        from tui.reader.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.config.keys))

    def action_problems(self) -> None:
        """List what is wrong in the files."""
        from tui.reader.screens.problems import ProblemsScreen

        self.app.push_screen(ProblemsScreen(self.session.problems))

    def action_next_theme(self) -> None:
        """Change to the next of our own themes."""
        from tui.reader.themes import THEMES

        names = [theme.name for theme in THEMES]
        here = names.index(self.app.theme) if self.app.theme in names else -1
        self.app.theme = names[(here + 1) % len(names)]
        self.tell(f"Colours: {self.app.theme.removeprefix('diptych-')}")
