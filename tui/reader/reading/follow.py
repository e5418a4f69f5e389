"""Linked reading: show the same proposition in the other accounts."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from textual.content import Content

from tui.model import NOTE
from tui.reader.reading.feature import Feature
from tui.session.proposition_links import PropositionLinks, next_partner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.statements import Statement
    from tui.model import Placed, RecordRef
    from tui.reader.reading.account_column import AccountColumn
    from tui.reader.reading.footer_hints import FooterContext
    from tui.reader.reading.screen import ReadingScreen
    from tui.reader.widgets.pane.pane import Pane
    from tui.reader.widgets.pane.segments import Emphasis

SCROLL_REST = 4.0
"""Seconds for which a pane does not follow after the user has scrolled it."""


class Follow(Feature):
    """Highlights partners of a statement, and scrolls to them."""

    name = "follow"

    def __init__(self, screen: ReadingScreen) -> None:
        super().__init__(screen)
        self.linked = False
        self._links = PropositionLinks(screen.session.collation)
        self._followed = ""
        """The id of the statement that the other panes show partners of."""
        self._silent: list[str] = []
        """The sigla of the accounts without a partner."""
        self._positions: list[str] = []
        """Which partner each other pane shows, as in `B 1 of 2`."""

    @property
    def links(self) -> PropositionLinks:
        """The links among the open accounts."""
        if self._links.collation is not self.session.collation:
            self._links = PropositionLinks(self.session.collation)
        return self._links

    def statement_under_cursor(self) -> Placed | None:
        """Return the innermost statement that names a proposition, or None."""
        for placed in self.screen.placed_under_cursor():
            if placed.annotation.about and placed.annotation.kind != NOTE.name:
                return placed
        return None

    def hints(self, context: FooterContext) -> FooterContext:
        others = [column.siglum for column in self.screen.columns if column.pane is not self.screen.pane]
        if not others or self.statement_under_cursor() is None:
            return context
        return context._replace(partner=others[0] if len(others) == 1 else "all")

    def emphasis(self, pane: Pane, emphasis: Emphasis) -> Emphasis:
        statement = None if pane is self.screen.pane else self.statement_under_cursor()
        panes = [column.pane for column in self.screen.columns]
        if statement is None or pane not in panes:
            return emphasis
        partners = self.links.partners(panes.index(pane), statement.record)
        records = (record.annotation.id for partner in partners for record in partner.records)
        return emphasis._replace(current=emphasis.current.union(records))

    def status(self) -> Sequence[Content]:
        parts = []
        statement = self.statement_under_cursor()
        positions = self._positions if statement and statement.annotation.id == self._followed else []
        if self.linked:
            parts.append(Content.assemble(("linked", "$accent bold"), "  ", ("s off", "$quiet")))
        if positions:
            several = any(not position.endswith(" of 1") for position in positions) and not self.linked
            more = "  = the next" if several else ""
            parts.append(Content.styled(f"on the same proposition: {', '.join(positions)}{more}", "$quiet"))
        return parts

    def cursor_moved(self) -> None:
        if not self.linked or len(self.screen.columns) < 2:
            return
        statement = self.statement_under_cursor()
        if statement is None:
            self._followed = ""
        elif statement.annotation.id != self._followed:
            self.show_partners(statement, skip_scrolled=True)

    def link(self) -> None:
        """Show the next statement on the proposition in the other panes."""
        if len(self.screen.columns) < 2:
            self.screen.show_message("Only one account is open; o opens more.")
            return
        statement = self.statement_under_cursor()
        if statement is None:
            on_record = bool(self.screen.placed_under_cursor())
            reason = "This names no proposition." if on_record else "Go to a statement first: ] and [."
            self.screen.show_message(reason)
            return
        silent = self.show_partners(statement, again=statement.annotation.id == self._followed)
        self.screen.refresh_context()
        if silent:
            self.screen.show_message(self._silence(statement.annotation.about, silent))

    def _silence(self, slug: str, sigla: Sequence[str]) -> str:
        """Return why accounts have no statement on a proposition to show."""
        if not sigla:
            return ""
        doubtful = [
            column.siglum
            for position, column in enumerate(self.screen.columns)
            if column.siglum in sigla and self.links.has_only_doubtful(position, slug)
        ]
        articles = self.links.contrary(slug)
        opposed = [column.siglum for column in self.screen.columns if column.pane.account.article.id in articles]
        contrary = [siglum for siglum in sigla if siglum in opposed]
        silent = [siglum for siglum in sigla if siglum not in (*doubtful, *contrary)]
        parts = [f"{_subject(silent)} silent on this." if silent else ""]
        parts.append(
            f"{_names(contrary)} {'says' if len(contrary) == 1 else 'say'} what contradicts this." if contrary else ""
        )
        parts.append(f"What {_names(doubtful)} said of this is doubtful in today's text." if doubtful else "")
        return " ".join(filter(None, parts))

    def toggle(self) -> None:
        """Start or stop following the cursor in the other panes."""
        self.linked = not self.linked
        self._followed = ""
        self.screen.refresh_context()
        statement = self.statement_under_cursor()
        silence = self._silence(statement.annotation.about, self._silent) if self.linked and statement else ""
        state = "on: the other accounts come along." if self.linked else "off."
        self.screen.show_message(f"Linked reading is {state} {silence}".rstrip())

    def show_partners(self, statement: Placed, *, again: bool = False, skip_scrolled: bool = False) -> list[str]:
        """Scroll the other panes to a statement's partners.

        `again` goes on to the next partner; `skip_scrolled` skips panes that the user has just scrolled.
        Return the sigla of the accounts without a partner.
        """
        self._followed = statement.annotation.id
        self._positions = []
        silent = []
        for position, column in enumerate(self.screen.columns):
            if position == self.screen.active:
                continue
            partners = self.links.partners(position, statement.record)
            if not partners:
                silent.append(column.siglum)
            elif not (skip_scrolled and monotonic() - column.pane.scrolled_at < SCROLL_REST):
                self._show_partner(column, partners, again=again)
        self._silent = silent
        return silent

    def _show_partner(self, column: AccountColumn, partners: tuple[Statement, ...], *, again: bool) -> None:
        index = next_partner(partners, column.pane.cursor, again=again)
        span = partners[index].placed.span
        if span:
            column.pane.go_to(span.start, with_context=True, brought=True)
            self._positions.append(f"{column.siglum} {index + 1} of {len(partners)}")

    def go_to_record(self, ref: RecordRef) -> None:
        """Go to an annotation, and show its partners in the other panes."""
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
            self.show_partners(placed)
        screen.refresh_context()


def _subject(sigla: list[str]) -> str:
    return f"{_names(sigla)} {'is' if len(sigla) == 1 else 'are'}"


def _names(sigla: list[str]) -> str:
    return sigla[0] if len(sigla) == 1 else f"{', '.join(sigla[:-1])} and {sigla[-1]}"
