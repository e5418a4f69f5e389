"""The comparison, the people: opened from the reading screen, which they send on to the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from tui.reader.screens.linking import Linking

if TYPE_CHECKING:
    from tui.config import Config
    from tui.reader.destinations import Tour
    from tui.reader.screens.comparison import ComparisonState
    from tui.reader.session import Session


class Comparing(Linking):
    """The actions that set the accounts against each other."""

    def __init__(self, session: Session, config: Config) -> None:
        super().__init__(session, config)
        self._compared: ComparisonState | None = None

    @work(exclusive=True, group="dialogue")
    async def action_compare(self) -> None:
        """Show who says what and who is silent, and go to the evidence that is chosen there."""
        from tui.analysis.comparison import compare
        from tui.reader.screens.comparison import ComparisonScreen, ComparisonState

        if self._nothing_open():
            return
        state = self._compared = self._compared or ComparisonState()
        here = self.statement_here()
        if here and state.tour is None:
            state.slug = here.annotation.about
        screen = ComparisonScreen(compare(self.session.collation), state, ascii_only=self.config.ascii)
        self._go_on(await self.app.push_screen_wait(screen))

    @work(exclusive=True, group="dialogue")
    async def action_people(self) -> None:
        """Show who speaks and what each of them says, and go to what is chosen there."""
        from tui.analysis.people import people
        from tui.analysis.statements import tellers
        from tui.reader.screens.people import PeopleScreen

        if self._nothing_open():
            return
        codebook = self.session.codebook
        speaking = (name for each in self.placed_under_cursor() for name in each.annotation.speaker)
        here = codebook.person(next(speaking, ""))
        everybody, accounts = people(self.session.collation), tellers(self.session.collation)
        screen = PeopleScreen(everybody, accounts, codebook, here, ascii_only=self.config.ascii)
        place = await self.app.push_screen_wait(screen)
        if place:
            self.see(place)

    def _nothing_open(self) -> bool:
        if not self.columns:
            self.tell("Nothing is open; o opens articles.")
        return not self.columns

    def _go_on(self, tour: Tour | None) -> None:
        if tour:
            self.see(tour.place)
