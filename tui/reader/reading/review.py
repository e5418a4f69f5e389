"""Review moved quotes: accept, refuse, confirm or reattach them."""

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

    from tui.model import Placed, RecordRef, Span
    from tui.reader.reading.footer_hints import FooterContext
    from tui.reader.reading.screen import ReadingScreen
    from tui.session.quote_review import QuoteCandidate


class Review(Feature):
    """Writes the places of doubtful quotes into their records."""

    name = "review"

    def __init__(self, screen: ReadingScreen) -> None:
        super().__init__(screen)
        self.orphan: RecordRef | None = None
        """The annotation whose new place the user selects."""

    def dismiss(self) -> bool:
        if not self.orphan:
            return False
        self.orphan = None
        return True

    def hints(self, context: FooterContext) -> FooterContext:
        return context._replace(reattaching=self.orphan is not None)

    def status(self) -> Sequence[Content]:
        placed = self.session.find(self.orphan) if self.orphan else None
        if placed is None:
            return ()
        quote = visible_line(placed.annotation.quote)
        label = f"“{quote if len(quote) <= 30 else quote[:29] + '…'}”"
        return [Content.assemble((label, "$accent bold"), ("  select its new place, then r  Esc cancels", "$quiet"))]

    @opens_dialog
    async def open(self) -> None:
        """List the doubtful quotes, or reattach the orphan to the selection."""
        if self.orphan:
            self._reattach(self.orphan)
        elif not self.session.has_doubtful_quotes:
            self.screen.show_message("Every quote stands where it was marked.")
        elif orphan := await self._list_quotes():
            self._start_reattaching(orphan)

    async def _list_quotes(self) -> RecordRef | None:
        """Show the list over the panes, and return the orphan to reattach, if any."""
        screen = self.screen
        ids, active = screen.ids_under_cursor(), screen.active
        screen.saved_views = {column.pane: column.pane.view_state for column in screen.columns}
        screen.lay_out()
        quotes = ReviewScreen(
            self.session, self, ids[0] if ids else "", glyphs=screen.glyphs, keymap=screen.config.keys
        )
        orphan = await screen.app.push_screen_wait(quotes)
        saved_views, screen.saved_views = screen.saved_views, {}
        for pane, view_state in saved_views.items():
            pane.restore_view(view_state)
        screen.go_to_pane(active)
        return orphan

    def _start_reattaching(self, orphan: RecordRef) -> None:
        self.orphan = orphan
        positions = self.screen.positions_of(orphan.article)
        if positions and self.screen.active not in positions:
            self.screen.go_to_pane(positions[0])
        self.screen.refresh_context()

    def show_candidate(self, candidate: QuoteCandidate) -> None:
        """Select a candidate's place in its pane, or show an orphan's pane."""
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
        self.screen.show_session()

    @opens_dialog
    async def confirm(self) -> None:
        """Write today's words into an adjusted annotation under the cursor."""
        adjusted = [placed for placed in self.screen.placed_under_cursor() if placed.is_adjusted]
        if not adjusted:
            self.screen.show_message("No words changed here since they were marked.")
            return
        chosen = await self.screen.features.get(Edit).choose(adjusted, "Confirm which?")
        # Looked up again, since the file may have changed while the dialog was open.
        placed = self.session.find(chosen.annotation.ref) if chosen else None
        if placed is None or placed.span is None:
            return
        if self._reanchor(placed, placed.span):
            self.screen.show_message("Confirmed: today's words are in the record. u undoes it.")
        self.screen.show_session()

    def _reattach(self, ref: RecordRef) -> None:
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
        if self._reanchor(placed, span):
            self.orphan = None
            pane.select_from(None)
            pane.go_to(span.start)
            screen.show_message("Reattached. u undoes it.")
        screen.show_session()

    def _reanchor(self, placed: Placed, span: Span) -> bool:
        try:
            self.session.reanchor(placed, span)
        except SaveError as error:
            self.screen.report(f"Not written: {error.message}")
            return False
        return True
