"""Settling quotes whose place is not sure: accept, refuse, confirm, reattach; each can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.content import Content

from tui.errors import DiptychError, SaveError
from tui.model import AnchorState, Collation, RecordRef, Span
from tui.reader.content import visible_line
from tui.reader.reading.edit import Editing
from tui.reader.widgets.inspector import Inspector
from tui.session.quote_review import reanchored

if TYPE_CHECKING:
    from tui.config import Config
    from tui.model import Placed
    from tui.reader.reading.footer_hints import FooterContext
    from tui.reader.widgets.pane.pane import Pane, ViewState
    from tui.session.quote_review import DoubtfulQuote, QuoteCandidate
    from tui.session.session import Session

UNSURE = (AnchorState.REVIEW, AnchorState.ORPHAN)


class Reviewing(Editing):
    """The actions that give doubtful annotations their place."""

    def __init__(self, session: Session, config: Config) -> None:
        super().__init__(session, config)
        self.orphan: RecordRef | None = None
        """The annotation whose new place is being looked for."""
        self.came_from: dict[Pane, ViewState] = {}
        """Where the reader was in each pane when the list was opened; empty when it is not open."""
        self._looked_through: tuple[Collation | None, bool] = (None, False)

    # What is seen

    def status(self) -> list[Content]:
        """Say which annotation waits for its new place."""
        parts = super().status()
        found = self.session.find(self.orphan) if self.orphan else None
        if found:
            words = visible_line(found.annotation.quote)
            quote = f"“{words if len(words) <= 30 else words[:29] + '…'}”"
            parts.append(
                Content.assemble((quote, "$accent bold"), ("  select its new place, then r  Esc let go", "$quiet"))
            )
        return parts

    def situated(self, situation: FooterContext) -> FooterContext:
        """Tell whether there is something to settle, here or elsewhere."""
        return situation._replace(
            unsure=self._unsure,
            changed=any(each.state is AnchorState.ADJUSTED for each in self.placed_under_cursor()),
            placing=self.orphan is not None,
        )

    @property
    def _unsure(self) -> bool:
        """Whether a place is to be settled; not counted anew for every move of the cursor."""
        collation = self.session.collation
        if self._looked_through[0] is not collation:
            found = any(each.state in UNSURE for account in collation.accounts for each in account.placed)
            self._looked_through = (collation, found)
        return self._looked_through[1]

    def lay_out(self, width: int = 0, height: int = 0) -> None:
        """Leave room for the list while it is open."""
        super().lay_out(width, height)
        if self.came_from:
            from tui.reader.screens.review.screen import list_height

            under = self.query_one(Inspector)
            under.display = True
            under.styles.height = list_height(height or self.size.height) - 1

    def action_escape(self) -> None:
        """Let go of the selection, else of the annotation that waits for its place."""
        selecting = self.pane is not None and self.pane.selected_from is not None
        if selecting or not self.orphan:
            super().action_escape()
            return
        self.orphan = None
        self.tell_cursor()

    # The list

    @work(exclusive=True, group="dialogue")
    async def action_review(self) -> None:
        """List the quotes whose place is not sure; while one waits for its place, put it at the selection."""
        if self.orphan:
            self._reattach(self.orphan)
            return
        if not any(each.state in (*UNSURE, AnchorState.ADJUSTED) for a in self.session.accounts for each in a.placed):
            self.tell("Every quote stands where it was marked.")
            return
        self._seek_place(await self._reviewed())

    async def _reviewed(self) -> DoubtfulQuote | None:
        from tui.reader.screens.review.screen import ReviewScreen

        here = self.keys_under_cursor()
        active = self.active
        self.came_from = {column.pane: column.pane.standing for column in self.columns}
        self.lay_out()
        doubt = await self.app.push_screen_wait(ReviewScreen(self, here[0] if here else "", glyphs=self.glyphs))
        standings, self.came_from = self.came_from, {}
        for pane, standing in standings.items():
            pane.stand(standing)
        self.go_to_pane(active)
        return doubt

    def _seek_place(self, doubt: DoubtfulQuote | None) -> None:
        if doubt is None:
            return
        article = doubt.account.article.id
        self.orphan = RecordRef(article, doubt.annotation.id)
        shown_in = [n for n, column in enumerate(self.columns) if column.pane.account.article.id == article]
        if self.active not in shown_in and shown_in:
            self.go_to_pane(shown_in[0])
        self.tell_cursor()

    # What the list asks for

    @property
    def collation(self) -> Collation:
        """What is open now."""
        return self.session.collation

    def look_at(self, choice: QuoteCandidate) -> None:
        """Select a place in its pane; an orphan's pane comes into view as it is."""
        for column in self.columns:
            column.pane.select_from(None)
        article = choice.doubt.account.article.id
        positions = [n for n, column in enumerate(self.columns) if column.pane.account.article.id == article]
        if not positions:
            return
        if self.active not in positions:
            self.go_to_pane(positions[0])
        if choice.span and self.pane:
            self.pane.go_to(choice.span.start, roomy=True)
            self.pane.select(choice.span)

    def accept(self, choice: QuoteCandidate) -> str:
        """Write a place into its record; return what to say."""
        if choice.span is None:
            return ""
        said = self._settle(choice.doubt.placed, choice.doubt.account.article.text, choice.span)
        return said or "Written. u takes it back."

    def refuse(self, choice: QuoteCandidate) -> str:
        """Pass a place over from now on; return what to say."""
        if choice.span is None:
            return ""
        self.session.refuse(choice.doubt.annotation, choice.span)
        self.show_session()
        return "Not there. u takes it back."

    def take_back(self) -> str:
        """Undo the last change; return what to say."""
        return self._stepped("Took back", back=True)

    def do_again(self) -> str:
        """Redo what was taken back; return what to say."""
        return self._stepped("Did again", back=False)

    def _stepped(self, what: str, *, back: bool) -> str:
        try:
            step = self.session.undo() if back else self.session.redo()
        except DiptychError as error:
            return str(error)
        self.show_session()
        change = step[-1]
        return f"{what}: {self.session.codebook.kind(change.annotation.kind).label.lower()} {change.verb}."

    # In the panes

    @work(exclusive=True, group="dialogue")
    async def action_confirm(self) -> None:
        """Write today's words into the annotation under the cursor, where they changed since it was made."""
        pane = self.pane
        found = [each for each in self.placed_under_cursor() if each.state is AnchorState.ADJUSTED]
        if pane is None or not found:
            self.tell("No words changed here since they were marked.")
            return
        chosen = await self._choose(found, "Confirm which?")
        if chosen and chosen.span:
            said = self._settle(chosen, pane.account.article.text, chosen.span)
            self.tell(said or "Confirmed: today's words are in the record. u takes it back.", wrong=bool(said))

    def _reattach(self, ref: RecordRef) -> None:
        pane = self.pane
        found = self.session.find(ref)
        if pane is None or found is None:
            self.orphan = None
            self.tell("It is no longer there.")
            return
        if pane.account.article.id != ref.article:
            account = self.session.account(ref.article)
            self.tell(f"Its place is in account {account.siglum if account else ref.article}.")
            return
        if pane.selection is None or not pane.selection.of(pane.account.article.text).strip():
            self.tell("Select its new place first: v, then move.")
            return
        text = pane.account.article.text
        span = pane.selection.stripped(text)
        said = self._settle(found, text, span)
        if said:
            self.tell(said, wrong=True)
            return
        self.orphan = None
        pane.select_from(None)
        pane.go_to(span.start)
        self.tell("Reattached. u takes it back.")

    def _settle(self, placed: Placed, text: str, span: Span) -> str:
        """Write a place into a record; return what went wrong, or an empty string."""
        try:
            self.session.edit(placed.record, reanchored(placed.annotation, text, *span))
        except SaveError as error:
            return f"Not written: {error.message}"
        finally:
            self.show_session()
        return ""
