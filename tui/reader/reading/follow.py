"""Linked reading: the other accounts brought to the same proposition, by a key or as the cursor moves."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from textual.content import Content

from tui.model import NOTE, Placed
from tui.reader.reading.navigate import Viewing
from tui.reader.widgets.pane.segments import Emphasis
from tui.session.proposition_links import PropositionLinks, next_partner

if TYPE_CHECKING:
    from tui.config import Config
    from tui.model import RecordRef
    from tui.reader.reading.frame import AccountColumn
    from tui.reader.widgets.pane.pane import Pane
    from tui.session.session import Session

REST = 4.0
"""Seconds that a pane is left alone after the user has scrolled it."""


class Linking(Viewing):
    """The actions that bring accounts together, and the marks on what belongs together."""

    def __init__(self, session: Session, config: Config) -> None:
        super().__init__(session, config)
        self.linked = False
        self._links = PropositionLinks.of(session.collation)
        self._followed = ""
        """The statement that the other panes were last brought to."""
        self._brought: list[str] = []
        """Which of how many, for each other pane."""

    @property
    def links(self) -> PropositionLinks:
        """The links among what is open now."""
        if self._links.collation is not self.session.collation:
            self._links = PropositionLinks.of(self.session.collation)
        return self._links

    def statement_here(self) -> Placed | None:
        """Return the innermost statement under the cursor that is on a proposition, or None."""
        told = (each for each in self.placed_under_cursor() if each.annotation.kind != NOTE.name)
        return next((each for each in told if each.annotation.about), None)

    def partner_here(self) -> str:
        """Return the siglum of whom `=` would bring here, "all" for several; empty where it has nothing to go by."""
        others = [column.pane.account.siglum for n, column in enumerate(self.columns) if n != self.active]
        if not others or self.statement_here() is None:
            return ""
        return others[0] if len(others) == 1 else "all"

    # What is seen

    def emphasis_of(self, pane: Pane, current: tuple[str, ...]) -> Emphasis:
        """Let the partners of the statement under the cursor stand out in the other panes."""
        if pane is self.pane:
            return super().emphasis_of(pane, current)
        return super().emphasis_of(pane, (*current, *self._partner_ids(pane)))

    def _partner_ids(self, pane: Pane) -> tuple[str, ...]:
        here = self.statement_here()
        position = next((n for n, column in enumerate(self.columns) if column.pane is pane), None)
        if here is None or position is None:
            return ()
        return tuple(each.annotation.id for each in self.links.partners(position, here.annotation))

    def status(self) -> list[Content]:
        """Say that reading is linked, and which partner is shown."""
        parts = super().status()
        here = self.statement_here()
        brought = self._brought if here and here.annotation.id == self._followed else []
        if self.linked:
            on = [Content.styled("linked", "$accent bold"), Content.styled("s off", "$quiet")]
            parts.append(Content("  ").join(on))
        if brought:
            again = "  = the next" if any(not each.endswith(" of 1") for each in brought) and not self.linked else ""
            parts.append(Content.styled(f"on the same proposition: {', '.join(brought)}{again}", "$quiet"))
        return parts

    # What is done

    def action_link(self) -> None:
        """Bring the other panes to the same proposition; once more, to the next statement on it."""
        if len(self.columns) < 2:
            self.tell("Only one account is open; o opens more.")
            return
        here = self.statement_here()
        if here is None:
            on_something = bool(self.placed_under_cursor())
            self.tell("This names no proposition." if on_something else "Go to a statement first: ] and [.")
            return
        silent = self.bring(here, again=here.annotation.id == self._followed)
        self.tell_cursor()
        if silent:
            self.tell(f"{_listed(silent)} silent on this.")

    def action_toggle_link(self) -> None:
        """Follow the cursor in the other panes, or stop."""
        self.linked = not self.linked
        self._followed = ""
        self.tell_cursor()

    def tell_cursor(self) -> None:
        """Follow the cursor, where reading is linked."""
        if self.linked and len(self.columns) > 1:
            here = self.statement_here()
            if here is None:
                self._followed = ""
            elif here.annotation.id != self._followed:
                self.bring(here, gently=True)
        super().tell_cursor()

    def bring(self, here: Placed, *, again: bool = False, gently: bool = False) -> list[str]:
        """Bring the other panes to partners of `here`; return the sigla of the accounts that have none.

        `again` goes on to the next partner; `gently` leaves alone what the user has just scrolled.
        """
        self._followed = here.annotation.id
        self._brought = []
        silent = []
        for position, column in enumerate(self.columns):
            if position == self.active:
                continue
            partners = self.links.partners(position, here.annotation)
            if not partners:
                silent.append(column.pane.account.siglum)
            elif not (gently and monotonic() - column.pane.scrolled_at < REST):
                self._bring_column(column, partners, again=again)
        return silent

    def _bring_column(self, column: AccountColumn, partners: tuple[Placed, ...], *, again: bool) -> None:
        index = next_partner(partners, column.pane.cursor, again=again)
        span = partners[index].span
        if span:
            column.pane.go_to(span[0], roomy=True)
            self._brought.append(f"{column.pane.account.siglum} {index + 1} of {len(partners)}")

    def see(self, place: RecordRef) -> None:
        """Go to an annotation, and bring the other panes to its partners."""
        found = self.session.find(place)
        positions = [n for n, column in enumerate(self.columns) if column.pane.account.article.id == place.article]
        if found is None or not positions:
            self.tell("It is no longer there.")
            return
        position = self.active if self.active in positions else positions[0]
        self.go_to_pane(position)
        pane = self.columns[position].pane
        pane.select_from(None)
        if found.span is None:
            self.tell("It has no settled place in the article; the line under the text lists it.")
            return
        pane.go_to(found.span[0], roomy=True)
        self.preferred = (place.id, pane.cursor)
        if found.annotation.about:
            self.bring(found)
        self.tell_cursor()


def _listed(sigla: list[str]) -> str:
    if len(sigla) == 1:
        return f"{sigla[0]} is"
    return f"{', '.join(sigla[:-1])} and {sigla[-1]} are"
