"""Looking around: from pane to pane, from annotation to annotation, near and far."""

from tui.reader.screens.base import ReadingFrame
from tui.reader.widgets.pane import Pane
from tui.reader.widgets.rows import Span

Place = tuple[int, int, str]
"""Where an annotation comes in reading order: its start, what begins there the longer first, its id."""


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
        order = sorted(_place(key, span) for key, span in pane.markup.spans.items() if key not in faded)
        if not order:
            left = "that the filter keeps " if faded else ""
            self.tell(f"Nothing {left}is marked in this account.")
            return
        here = self._stepping_from(pane)
        ahead = [each for each in order if (each > here if by > 0 else each < here)]
        if not ahead:
            self.tell("From the top again." if by > 0 else "From the end again.")
            ahead = order
        start, _, key = ahead[0] if by > 0 else ahead[-1]
        pane.go_to(start, roomy=True)
        self.preferred = (key, pane.cursor)
        pane.select_from(None)

    def _stepping_from(self, pane: Pane) -> Place:
        """Return the place of the annotation that the inspector tells of, or one just before all that begin here."""
        spans = pane.markup.spans
        sent_to, cursor = self.preferred
        if cursor == pane.cursor and sent_to in spans:
            return _place(sent_to, spans[sent_to])
        for key in self.keys_under_cursor()[:1]:
            if spans[key].start == pane.cursor:
                return _place(key, spans[key])
        return (pane.cursor, -len(pane.article_text) - 1, "")

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


def _place(key: str, span: Span) -> Place:
    return (span.start, -span.end, key)
