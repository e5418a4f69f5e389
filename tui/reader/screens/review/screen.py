"""The screen that lists doubtful quotes under the panes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.analysis.counts import count_states
from tui.errors import DiptychError, SaveError
from tui.model import AnchorState, RecordRef
from tui.reader.commands import command_keys
from tui.reader.dialogs.overlay import Overlay
from tui.reader.screens.review.rows import ReviewRows, state_counts
from tui.reader.widgets.key_bar import Hint, KeyBar
from tui.reader.widgets.list_view import ListView, list_height
from tui.session.history import step_in_words
from tui.session.quote_review import QuoteCandidate, doubtful_quotes
from tui.session.told_replay import told_replay

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.app import ComposeResult

    from tui.layout.glyphs import Glyphs
    from tui.session.history import Replay
    from tui.session.session import Session


class ReviewPanes(Protocol):
    """The panes behind the list."""

    def show_candidate(self, candidate: QuoteCandidate) -> None:
        """Select a candidate's place in its pane."""

    def show_session(self) -> None:
        """Show the session as it is now."""


class CandidateList(ListView):
    """Candidates, with the heading of the current one kept in view."""

    def _reveal(self) -> None:
        super()._reveal()
        heading = self.cursor
        while heading > 0 and not self.rows.can_select(heading):
            heading -= 1
        while heading > 0 and self.rows.can_select(heading):
            heading -= 1
        if not self.size.width or not self.rows:
            return
        start = self.lines.start(heading)
        if self.lines.end(self.cursor) - start <= max(1, self.size.height):
            self.top = min(self.top, start)


class ReviewScreen(Overlay[RecordRef | None]):
    """Reviews doubtful quotes, and returns an orphan to reattach, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,r", "dismiss(None)", "Close"),
        Binding("y", "accept", "It is this one"),
        Binding("n", "refuse", "It is not this one"),
        Binding("u", "undo", "Undo", id="history.undo"),
        Binding("ctrl+r", "redo", "Redo", id="history.redo"),
        Binding("U", "skip", "Skip step", id="history.skip"),
    ]

    def __init__(
        self, session: Session, panes: ReviewPanes, first: str, *, glyphs: Glyphs, keymap: Mapping[str, str]
    ) -> None:
        super().__init__()
        self.session = session
        self.panes = panes
        self.first = first
        """The id of the annotation to begin with, or an empty string."""
        self.glyphs = glyphs
        self.keymap = keymap
        """Keys that replace the default ones, by the command's id."""
        self.rows = ReviewRows((), session.codebook, glyphs)
        self.list = CandidateList(glyphs=glyphs, empty_text="Every quote stands where it was marked. Esc closes.")

    def compose(self) -> ComposeResult:
        with Vertical(classes="review"):
            yield Static("", id="counts", classes="page-title")
            yield self.list
            yield KeyBar()

    def on_mount(self) -> None:
        self.list.focus()
        self.session_changed()

    def on_resize(self) -> None:
        self.query_one(".review").styles.height = list_height(self.size.height)

    @property
    def candidate(self) -> QuoteCandidate | None:
        """The candidate under the cursor."""
        return self.rows.candidate(self.list.cursor)

    def session_changed(self) -> None:
        candidate = self.candidate
        collation = self.session.collation
        self.rows = ReviewRows(doubtful_quotes(collation), collation.codebook, self.glyphs)
        self.list.show(self.rows, self._row_of(candidate))
        counts = state_counts(count_states(collation))
        self.query_one("#counts", Static).update(Content.assemble(("Quotes  ", "bold"), counts))

    def _row_of(self, candidate: QuoteCandidate | None) -> int:
        """Return the row below the candidate's quote, else the first quote."""
        ref = candidate.quote.annotation.ref if candidate else None
        for index, row in enumerate(self.rows.rows):
            if isinstance(row, QuoteCandidate):
                continue
            is_first = candidate is None and self.first and row.annotation.id == self.first
            if row.annotation.ref == ref or is_first:
                return index + 1
        return self.list.cursor

    @on(ListView.Moved)
    def _moved(self) -> None:
        if self.candidate:
            self.panes.show_candidate(self.candidate)
        self.query_one(KeyBar).show(self._hints())

    def _keys(self, command_id: str) -> str:
        return command_keys(command_id, self.keymap)

    def _hints(self) -> list[Hint]:
        candidate = self.candidate
        hints = [Hint(self._keys("history.undo"), "undo", "undo"), Hint("Esc", "close", "dismiss(None)")]
        if candidate is None:
            return hints
        if candidate.span is None:
            return [Hint("Enter", "select its new place", "accept"), *hints]
        label = "confirm these words" if candidate.quote.state is AnchorState.ADJUSTED else "it is here"
        return [Hint("Enter", label, "accept"), Hint("n", "not here", "refuse"), *hints]

    @on(ListView.Selected)
    def action_accept(self) -> None:
        """Write the candidate's place into its record, or return an orphan."""
        candidate = self.candidate
        if candidate is None:
            return
        if candidate.span is None:
            self.dismiss(candidate.quote.annotation.ref)
            return
        try:
            self.session.reanchor(candidate.quote.placed, candidate.span)
        except SaveError as error:
            self._show_result(f"Not written: {error.message}")
        else:
            self._show_result(f"Written. {self._keys('history.undo')} undoes it.")

    def action_refuse(self) -> None:
        """Remove the candidate under the cursor from its quote."""
        candidate = self.candidate
        if candidate and candidate.span:
            self.session.refuse(candidate.quote.annotation, candidate.span)
            self._show_result(f"Not there. {self._keys('history.undo')} undoes it.")

    def action_undo(self) -> None:
        self._replay("Undone", self.session.undo)

    def action_redo(self) -> None:
        self._replay("Redone", self.session.redo)

    def action_skip(self) -> None:
        """Skip the step that could not be undone or redone."""
        try:
            step = self.session.skip()
        except DiptychError as error:
            self._show_result(str(error))
        else:
            self._show_result(f"Skipped: {step_in_words(step, self.session.codebook)}.")

    def _replay(self, label: str, take_step: Callable[[], Replay]) -> None:
        self._show_result(told_replay(self.session, label, take_step, self._keys("history.skip")).message)

    def _show_result(self, message: str) -> None:
        self.panes.show_session()
        self.session_changed()
        self.query_one(KeyBar).show_message(message)
