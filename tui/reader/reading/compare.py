"""The comparison, the people: opened from the reading screen, which they send on to the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reader.reading.follow import Linking

if TYPE_CHECKING:
    from tui.config import Config
    from tui.reader.screens.comparison.screen import ComparisonState
    from tui.session.session import Session


class Comparing(Linking):
    """The actions that set the accounts against each other."""

    def __init__(self, session: Session, config: Config) -> None:
        super().__init__(session, config)
        self._compared: ComparisonState | None = None

    def action_compare(self) -> None:
        """Show who says what and who is silent, and go to the evidence that is chosen there."""
        from tui.analysis.comparison import compare
        from tui.reader.screens.comparison.screen import ComparisonScreen, ComparisonState

        if self._nothing_open():
            return
        state = self._compared = self._compared or ComparisonState()
        here = self.statement_here()
        if here and state.tour is None:
            state.slug = here.annotation.about
        screen = ComparisonScreen(compare(self.session.collation), state, glyphs=self.glyphs)
        self.app.push_screen(screen, lambda tour: self.see(tour.place) if tour else None)

    def action_people(self) -> None:
        """Show who speaks and what each of them says, and go to what is chosen there."""
        from tui.analysis.survey import Survey
        from tui.reader.screens.people.screen import PeopleScreen

        if self._nothing_open():
            return
        codebook = self.session.codebook
        speaking = (name for each in self.placed_under_cursor() for name in each.annotation.speaker)
        here = codebook.person(next(speaking, ""))
        survey = Survey(self.session.collation)
        screen = PeopleScreen(survey.people, survey.accounts, codebook, here, glyphs=self.glyphs)
        self.app.push_screen(screen, lambda place: self.see(place) if place else None)

    def _nothing_open(self) -> bool:
        if not self.columns:
            self.tell("Nothing is open; o opens articles.")
        return not self.columns
