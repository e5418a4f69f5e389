"""The list of quotes whose place is not sure, under the panes that show the place looked at."""

from __future__ import annotations

from typing import ClassVar, Protocol

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.analysis.counts import count_states
from tui.layout.glyphs import Glyphs
from tui.model import AnchorState, Collation
from tui.reader.dialogs.overlay import Overlay
from tui.reader.screens.review.rows import ReviewRows, state_counts
from tui.reader.widgets.key_bar import Hint, KeyBar
from tui.reader.widgets.list_view import ListView
from tui.session.quote_review import DoubtfulQuote, QuoteCandidate, doubtful_quotes


class Reviewer(Protocol):
    """Who carries out what is decided here."""

    @property
    def collation(self) -> Collation:
        """What is open now."""

    def look_at(self, choice: QuoteCandidate) -> None:
        """Show a place in its pane."""

    def accept(self, choice: QuoteCandidate) -> str:
        """Write a place into its record; return what to say."""

    def refuse(self, choice: QuoteCandidate) -> str:
        """Pass a place over from now on; return what to say."""

    def take_back(self) -> str:
        """Undo the last change; return what to say."""

    def do_again(self) -> str:
        """Redo what was taken back; return what to say."""


def list_height(height: int) -> int:
    """Return how many rows of a screen of this height the list takes."""
    return max(8, min(20, height * 45 // 100))


class CandidateList(ListView):
    """The choices, with the heading of the one under the cursor in view."""

    def _reveal(self) -> None:
        super()._reveal()
        heading = self.cursor
        while heading > 0 and not self.rows.can_take(heading):
            heading -= 1
        while heading > 0 and self.rows.can_take(heading):
            heading -= 1
        if self._ends and self._ends[self.cursor] - self._start(heading) <= max(1, self.size.height):
            self.top = min(self.top, self._start(heading))


class ReviewScreen(Overlay[DoubtfulQuote | None]):
    """Settles doubtful quotes one by one; returns an orphan whose new place is to be selected, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,r", "dismiss(None)", "Leave"),
        Binding("y", "accept", "It is this one"),
        Binding("n", "refuse", "It is not this one"),
        Binding("u", "undo", "Undo"),
        Binding("ctrl+r", "redo", "Redo"),
    ]

    def __init__(self, reviewer: Reviewer, first: str, *, glyphs: Glyphs) -> None:
        super().__init__()
        self.reviewer = reviewer
        self.first = first
        """The id of the annotation to begin with, or an empty string."""
        self.glyphs = glyphs
        self.rows = ReviewRows((), reviewer.collation.codebook)
        self.listing = CandidateList(glyphs=glyphs, nothing="Every quote stands where it was marked. Esc leaves.")

    def compose(self) -> ComposeResult:
        """Yield the counts, the list and the keys, at the bottom of the screen."""
        with Vertical(classes="review"):
            yield Static("", id="counts", classes="page-title")
            yield self.listing
            yield KeyBar()

    def on_mount(self) -> None:
        """Begin with the annotation asked for, else with the first."""
        self.listing.focus()
        self.show_session()

    def on_resize(self) -> None:
        """Take a share of the rows."""
        self.query_one(".review").styles.height = list_height(self.size.height)

    @property
    def choice(self) -> QuoteCandidate | None:
        """The choice under the cursor."""
        return self.rows.choice(self.listing.cursor)

    def show_session(self) -> None:
        """Show what is doubtful now, with the cursor where it was or on what follows."""
        here = self.choice
        collation = self.reviewer.collation
        self.rows = ReviewRows(doubtful_quotes(collation), collation.codebook, self.glyphs)
        self.listing.show(self.rows, self._row_of(here))
        totals = state_counts(count_states(collation))
        self.query_one("#counts", Static).update(Content.assemble(("Quotes  ", "bold"), totals))

    def _row_of(self, here: QuoteCandidate | None) -> int:
        wanted = (here.doubt.account.article.id, here.doubt.annotation.id) if here else None
        for index, row in enumerate(self.rows.rows):
            if isinstance(row, QuoteCandidate):
                continue
            found = (row.account.article.id, row.annotation.id)
            if found == wanted or (here is None and self.first and row.annotation.id == self.first):
                return index + 1
        return self.listing.cursor

    @on(ListView.Moved)
    def _moved(self) -> None:
        if self.choice:
            self.reviewer.look_at(self.choice)
        self.query_one(KeyBar).show(self._hints())

    def _hints(self) -> list[Hint]:
        choice = self.choice
        hints = [Hint("u", "undo", "undo"), Hint("Esc", "leave", "dismiss(None)")]
        if choice is None:
            return hints
        if choice.span is None:
            return [Hint("Enter", "select its new place", "accept"), *hints]
        yes = "confirm these words" if choice.doubt.state is AnchorState.ADJUSTED else "it is here"
        return [Hint("Enter", yes, "accept"), Hint("n", "not here", "refuse"), *hints]

    @on(ListView.Taken)
    def action_accept(self) -> None:
        """Accept the place under the cursor; for an orphan, go and select one."""
        choice = self.choice
        if choice is None:
            return
        if choice.span is None:
            self.dismiss(choice.doubt)
        else:
            self._did(self.reviewer.accept(choice))

    def action_refuse(self) -> None:
        """Refuse the place under the cursor."""
        choice = self.choice
        if choice and choice.span:
            self._did(self.reviewer.refuse(choice))

    def action_undo(self) -> None:
        """Take the last change back."""
        self._did(self.reviewer.take_back())

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._did(self.reviewer.do_again())

    def _did(self, said: str) -> None:
        self.show_session()
        self.query_one(KeyBar).say(said)
