"""Linked reading: bring the other accounts to the same proposition, by a key or as the cursor moves."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from textual.content import Content

from tui.model import NOTE
from tui.reader.reading.feature import Feature
from tui.session.proposition_links import PropositionLinks, next_partner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model import Placed, RecordRef
    from tui.reader.reading.account_column import AccountColumn
    from tui.reader.reading.footer_hints import FooterContext
    from tui.reader.reading.screen import ReadingScreen
    from tui.reader.widgets.pane.pane import Pane
    from tui.reader.widgets.pane.segments import Emphasis

REST_SECONDS = 4.0
"""How long a pane is left alone after the user has scrolled it."""


class Follow(Feature):
    """Brings accounts together, and highlights what belongs together."""

    name = "follow"

    def __init__(self, screen: ReadingScreen) -> None:
        super().__init__(screen)
        self.linked = False
        """Whether the other panes follow the cursor."""
        self._links = PropositionLinks.of(screen.session.collation)
        self._followed = ""
        """The id of the statement that the other panes were last brought to."""
        self._positions: list[str] = []
        """Which of how many partners is in view, for each other pane."""

    @property
    def links(self) -> PropositionLinks:
        """The links among the open accounts."""
        if self._links.collation is not self.session.collation:
            self._links = PropositionLinks.of(self.session.collation)
        return self._links

    def statement_under_cursor(self) -> Placed | None:
        """Return the innermost statement under the cursor that is about a proposition, or None."""
        statements = (each for each in self.screen.placed_under_cursor() if each.annotation.kind != NOTE.name)
        return next((each for each in statements if each.annotation.about), None)

    # What the screen asks

    def hints(self, context: FooterContext) -> FooterContext:
        others = [column.siglum for n, column in enumerate(self.screen.columns) if n != self.screen.active]
        if not others or self.statement_under_cursor() is None:
            return context
        return context._replace(partner=others[0] if len(others) == 1 else "all")

    def emphasis(self, pane: Pane, emphasis: Emphasis) -> Emphasis:
        """Let the partners of the statement under the cursor stand out in the other panes."""
        statement = None if pane is self.screen.pane else self.statement_under_cursor()
        position = next((n for n, column in enumerate(self.screen.columns) if column.pane is pane), None)
        if statement is None or position is None:
            return emphasis
        partners = self.links.partners(position, statement.annotation)
        return emphasis._replace(current=emphasis.current.union(each.annotation.id for each in partners))

    def status(self) -> Sequence[Content]:
        parts = []
        statement = self.statement_under_cursor()
        positions = self._positions if statement and statement.annotation.id == self._followed else []
        if self.linked:
            parts.append(Content.assemble(("linked", "$accent bold"), "  ", ("s off", "$quiet")))
        if positions:
            several = any(not each.endswith(" of 1") for each in positions) and not self.linked
            more = "  = the next" if several else ""
            parts.append(Content.styled(f"on the same proposition: {', '.join(positions)}{more}", "$quiet"))
        return parts

    def cursor_moved(self) -> None:
        """Follow the cursor, if reading is linked."""
        if not self.linked or len(self.screen.columns) < 2:
            return
        statement = self.statement_under_cursor()
        if statement is None:
            self._followed = ""
        elif statement.annotation.id != self._followed:
            self.bring(statement, spare_scrolled=True)

    # Commands

    def link(self) -> None:
        """Bring the other panes to the same proposition; once more, to the next statement about it."""
        if len(self.screen.columns) < 2:
            self.screen.show_message("Only one account is open; o opens more.")
            return
        statement = self.statement_under_cursor()
        if statement is None:
            on_something = bool(self.screen.placed_under_cursor())
            nothing = "This names no proposition." if on_something else "Go to a statement first: ] and [."
            self.screen.show_message(nothing)
            return
        silent = self.bring(statement, again=statement.annotation.id == self._followed)
        self.screen.refresh_context()
        if silent:
            self.screen.show_message(f"{_listed(silent)} silent on this.")

    def toggle(self) -> None:
        """Follow the cursor in the other panes, or stop."""
        self.linked = not self.linked
        self._followed = ""
        self.screen.refresh_context()

    def bring(self, statement: Placed, *, again: bool = False, spare_scrolled: bool = False) -> list[str]:
        """Bring the other panes to partners of a statement; return the sigla of the accounts that have none.

        `again` goes on to the next partner; `spare_scrolled` leaves alone what the user has just scrolled.
        """
        self._followed = statement.annotation.id
        self._positions = []
        silent = []
        for position, column in enumerate(self.screen.columns):
            if position == self.screen.active:
                continue
            partners = self.links.partners(position, statement.annotation)
            if not partners:
                silent.append(column.siglum)
            elif not (spare_scrolled and monotonic() - column.pane.scrolled_at < REST_SECONDS):
                self._bring_column(column, partners, again=again)
        return silent

    def _bring_column(self, column: AccountColumn, partners: tuple[Placed, ...], *, again: bool) -> None:
        index = next_partner(partners, column.pane.cursor, again=again)
        span = partners[index].span
        if span:
            column.pane.go_to(span.start, with_context=True)
            self._positions.append(f"{column.siglum} {index + 1} of {len(partners)}")

    def go_to_record(self, ref: RecordRef) -> None:
        """Go to an annotation, and bring the other panes to its partners."""
        screen = self.screen
        placed, positions = self.session.find(ref), screen.positions_of(ref.article)
        if placed is None or not positions:
            screen.show_message("It is no longer there.")
            return
        position = screen.active if screen.active in positions else positions[0]
        screen.go_to_pane(position)
        pane = screen.columns[position].pane
        pane.select_from(None)
        if placed.span is None:
            screen.show_message("It has no certain place in the article; the inspector lists it.")
            return
        pane.go_to(placed.span.start, with_context=True)
        screen.preferred = (ref.id, pane.cursor)
        if placed.annotation.about:
            self.bring(placed)
        screen.refresh_context()


def _listed(sigla: list[str]) -> str:
    if len(sigla) == 1:
        return f"{sigla[0]} is"
    return f"{', '.join(sigla[:-1])} and {sigla[-1]} are"
