"""Looking around: from pane to pane, from annotation to annotation, near and far."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence

from tui.reader.reading.frame import ReadingFrame
from tui.reader.widgets.pane.painter import OrderKey, order_key
from tui.reader.widgets.pane.pane import Pane


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
        order = pane.markup.order
        found = next_after(order, self._stepping_from(pane), by, faded)
        if found is None:
            found = next_after(order, None, by, faded)
            if found is None:
                left = "that the filter keeps " if faded else ""
                self.tell(f"Nothing {left}is marked in this account.")
                return
            self.tell("From the top again." if by > 0 else "From the end again.")
        start, _, key = found
        pane.go_to(start, roomy=True)
        self.preferred = (key, pane.cursor)
        pane.select_from(None)

    def _stepping_from(self, pane: Pane) -> OrderKey:
        """Return the place of the annotation that the inspector tells of, or one just before all that begin here."""
        spans = pane.markup.spans
        sent_to, cursor = self.preferred
        if cursor == pane.cursor and sent_to in spans:
            return order_key(sent_to, spans[sent_to])
        for key in self.keys_under_cursor()[:1]:
            if spans[key].start == pane.cursor:
                return order_key(key, spans[key])
        return (pane.cursor, -len(pane.article_text) - 1, "")

    def action_help(self) -> None:
        """Show every key."""
        from tui.reader.dialogs.help_dialog import HelpDialog

        self.app.push_screen(HelpDialog(self.config.keys))

    def action_problems(self) -> None:
        """List what is wrong in the files."""
        from tui.reader.dialogs.problems_dialog import ProblemsDialog

        self.app.push_screen(ProblemsDialog(self.session.problems))

    def action_next_theme(self) -> None:
        """Change to the next of our own themes."""
        from tui.reader.themes import THEMES

        names = [theme.name for theme in THEMES]
        here = names.index(self.app.theme) if self.app.theme in names else -1
        self.app.theme = names[(here + 1) % len(names)]
        self.tell(f"Colours: {self.app.theme.removeprefix('diptych-')}")


def next_after(order: Sequence[OrderKey], here: OrderKey | None, by: int, left_out: Collection[str]) -> OrderKey | None:
    """Return the next place after `here` (`by` 1) or the one before (-1) whose annotation is not left out, or None.

    Where `here` is None, it is the first of all, or the last.
    """
    if by > 0:
        ahead = range(0 if here is None else bisect_right(order, here), len(order))
    else:
        ahead = range((len(order) if here is None else bisect_left(order, here)) - 1, -1, -1)
    return next((order[at] for at in ahead if order[at][2] not in left_out), None)
