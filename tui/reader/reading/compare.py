"""Open the comparison and the people, and go to the chosen evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reader.reading.feature import Feature
from tui.reader.reading.filter import FilterRecords
from tui.reader.reading.follow import Follow
from tui.reader.screens.comparison.screen import ComparisonScreen, ComparisonState
from tui.reader.screens.people.screen import PeopleScreen

if TYPE_CHECKING:
    from tui.model import RecordRef
    from tui.reader.reading.screen import ReadingScreen


class Compare(Feature):
    """Compares the open accounts."""

    name = "compare"

    def __init__(self, screen: ReadingScreen) -> None:
        super().__init__(screen)
        self._state = ComparisonState()

    def table(self) -> None:
        """Show who says what and who is silent."""
        if self._is_empty():
            return
        state = self._state
        statement = self.screen.features.get(Follow).statement_under_cursor()
        if statement and state.tour is None:
            state.slug = statement.annotation.about
        table = ComparisonScreen(
            self.session,
            state,
            glyphs=self.screen.glyphs,
            run_command=self.screen.action_run,
        )
        table.not_applied = self.screen.features.get(FilterRecords).not_applied
        self.screen.app.push_screen(table, lambda tour: self._go_to(tour.place if tour else None))

    def people(self) -> None:
        """Show who speaks and what each of them says."""
        if self._is_empty():
            return
        speakers = (name for placed in self.screen.placed_under_cursor() for name in placed.annotation.speaker)
        first = self.session.codebook.canonical_name(next(speakers, ""))
        people = PeopleScreen(self.session, first, glyphs=self.screen.glyphs)
        people.not_applied = self.screen.features.get(FilterRecords).not_applied
        self.screen.app.push_screen(people, self._go_to)

    def _go_to(self, ref: RecordRef | None) -> None:
        if ref:
            self.screen.features.get(Follow).go_to_record(ref)

    def _is_empty(self) -> bool:
        """Return whether no account is open, and if so, show how to open one."""
        if not self.screen.columns:
            self.screen.show_message("Nothing is open; o opens articles.")
        return not self.screen.columns
