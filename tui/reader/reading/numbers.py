"""Go to a proposition by its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reader.reading.feature import Feature
from tui.reader.reading.follow import Follow
from tui.reader.reading.views import Views
from tui.reader.widgets.key_bar import KeyBar
from tui.reader.widgets.number_line import NumberLine

if TYPE_CHECKING:
    from tui.analysis.statements import Statement
    from tui.reader.reading.footer_hints import FooterContext
    from tui.reader.reading.screen import ReadingScreen


class Numbers(Feature):
    """Asks for a number, and goes to its statements one after the other."""

    name = "numbers"

    def __init__(self, screen: ReadingScreen) -> None:
        super().__init__(screen)
        self._line: NumberLine | None = None

    def hints(self, context: FooterContext) -> FooterContext:
        return context._replace(asking_number=self._line is not None)

    def dismiss(self) -> bool:
        if self._line is None:  # a click may have left it
            return False
        self.screen.call_later(self.enter, None)
        return True

    async def ask(self) -> None:
        """Open the line for a number."""
        numbers = self.screen.features.get(Views).numbers
        if self._line is not None:
            return
        if not numbers:
            self.screen.show_message("No proposition has a number: the open accounts share none.")
            return
        self._line = NumberLine(len(numbers))
        await self.screen.mount(self._line, before=self.screen.query_one(KeyBar))
        self.screen.refresh_context()

    async def enter(self, number: int | None) -> None:
        """Close the line, and go to the number if there is one."""
        if self._line:
            await self._line.remove()
            self._line = None
        self.screen.go_to_pane(self.screen.active)
        if number is not None:
            self.go(number)

    def go(self, number: int) -> None:
        """Go to the next statement with this number, and bring the other panes."""
        numbers = self.screen.features.get(Views).numbers
        slug = next((slug for slug, own in numbers.items() if own == number), None)
        if slug is None:
            self.screen.show_message(f"There is no number {number}; the last one is {len(numbers)}.")
            return
        screen, follow = self.screen, self.screen.features.get(Follow)
        positions = (screen.active, *range(len(screen.columns)))
        position = next((each for each in positions if follow.links.placed(each, slug)), None)
        if position is None:
            screen.show_message("It has no certain place in the articles.")
            return
        target = self._next(follow.links.placed(position, slug), screen.columns[position].pane.cursor)
        follow.go_to_record(target.ref)

    def _next(self, statements: tuple[Statement, ...], cursor: int) -> Statement:
        """Return the first statement after the cursor, around the end."""
        after = (each for each in statements if each.placed.span and each.placed.span.start > cursor)
        return next(after, statements[0])
