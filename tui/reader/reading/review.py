"""Review quotes whose place is not sure: accept, refuse, confirm, reattach. Each can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tui.errors import SaveError
from tui.reader.content import visible_line
from tui.reader.reading.edit import Edit
from tui.reader.reading.feature import Feature, opens_dialog
from tui.reader.screens.review.screen import ReviewScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model import RecordRef
    from tui.reader.reading.footer_hints import FooterContext
    from tui.reader.reading.screen import ReadingScreen
    from tui.session.quote_review import QuoteCandidate


class Review(Feature):
    """Gives doubtful annotations their place."""

    name = "review"

    def __init__(self, screen: ReadingScreen) -> None:
        super().__init__(screen)
        self.orphan: RecordRef | None = None
        """The annotation whose new place is being looked for."""

    def dismiss(self) -> bool:
        if not self.orphan:
            return False
        self.orphan = None
        return True

    def hints(self, context: FooterContext) -> FooterContext:
        return context._replace(placing=self.orphan is not None)

    def status(self) -> Sequence[Content]:
        placed = self.session.find(self.orphan) if self.orphan else None
        if placed is None:
            return ()
        words = visible_line(placed.annotation.quote)
        quote = f"“{words if len(words) <= 30 else words[:29] + '…'}”"
        return [Content.assemble((quote, "$accent bold"), ("  select its new place, then r  Esc cancels", "$quiet"))]

    # The list

    @opens_dialog
    async def open(self) -> None:
        """List the quotes whose place is not sure; while one waits for its place, put it at the selection."""
        if self.orphan:
            self._reattach(self.orphan)
            return
        if not self.session.has_doubtful_quotes:
            self.screen.show_message("Every quote stands where it was marked.")
            return
        orphan = await self._list_quotes()
        if orphan:
            self._look_for_place(orphan)

    async def _list_quotes(self) -> RecordRef | None:
        """Show the list over the panes, and put them back as they were; return an orphan to be placed, or None."""
        screen = self.screen
        ids, active = screen.ids_under_cursor(), screen.active
        screen.saved_views = {column.pane: column.pane.view_state for column in screen.columns}
        screen.lay_out()
        quotes = ReviewScreen(self.session, self, ids[0] if ids else "", glyphs=screen.glyphs)
        orphan = await screen.app.push_screen_wait(quotes)
        saved_views, screen.saved_views = screen.saved_views, {}
        for pane, view_state in saved_views.items():
            pane.restore_view(view_state)
        screen.go_to_pane(active)
        return orphan

    def _look_for_place(self, orphan: RecordRef) -> None:
        self.orphan = orphan
        positions = self.screen.positions_of(orphan.article)
        if positions and self.screen.active not in positions:
            self.screen.go_to_pane(positions[0])
        self.screen.refresh_context()

    def show_candidate(self, candidate: QuoteCandidate) -> None:
        """Select a place in its pane; an orphan's pane comes into view as it is."""
        screen = self.screen
        for column in screen.columns:
            column.pane.select_from(None)
        positions = screen.positions_of(candidate.quote.account.article.id)
        if not positions:
            return
        if screen.active not in positions:
            screen.go_to_pane(positions[0])
        if candidate.span and screen.pane:
            screen.pane.go_to(candidate.span.start, with_context=True)
            screen.pane.select(candidate.span)

    def show_session(self) -> None:
        """Show the session in the panes behind the list."""
        self.screen.show_session()

    # In the panes

    @opens_dialog
    async def confirm(self) -> None:
        """Write today's words into the annotation under the cursor, if they changed since it was made."""
        placed = [each for each in self.screen.placed_under_cursor() if each.is_adjusted]
        if not placed:
            self.screen.show_message("No words changed here since they were marked.")
            return
        chosen = await self.screen.features.get(Edit).choose(placed, "Confirm which?")
        if chosen is None or chosen.span is None:
            return
        try:
            self.session.reanchor(chosen, chosen.span)
        except SaveError as error:
            self.screen.report(f"Not written: {error.message}")
        else:
            self.screen.show_message("Confirmed: today's words are in the record. u undoes it.")
        self.screen.show_session()

    def _reattach(self, ref: RecordRef) -> None:
        """Put the annotation that waits for its place at the selection."""
        screen, pane, placed = self.screen, self.screen.pane, self.session.find(ref)
        if pane is None or placed is None:
            self.orphan = None
            screen.show_message("It is no longer there.")
            return
        if pane.account.article.id != ref.article:
            account = self.session.account(ref.article)
            screen.show_message(f"Its place is in account {account.siglum if account else ref.article}.")
            return
        if pane.selection is None or not pane.selection.of(pane.article_text).strip():
            screen.show_message("Select its new place first: v, then move.")
            return
        span = pane.selection.stripped(pane.article_text)
        try:
            self.session.reanchor(placed, span)
        except SaveError as error:
            screen.report(f"Not written: {error.message}")
        else:
            self.orphan = None
            pane.select_from(None)
            pane.go_to(span.start)
            screen.show_message("Reattached. u undoes it.")
        screen.show_session()
