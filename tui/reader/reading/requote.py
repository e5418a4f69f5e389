"""Select the quote of an annotation, and make a selection its quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.errors import DiptychError
from tui.model import Span
from tui.reader.dialogs.quote_dialog import QuoteDialog
from tui.reader.reading.feature import Feature
from tui.session.quote_change import is_quote, quotes_in, requoted

if TYPE_CHECKING:
    from tui.model import Annotation, Placed
    from tui.reader.reading.screen import ReadingScreen
    from tui.reader.widgets.pane.pane import Pane


class Requote(Feature):
    """Changes the quotes of annotations to what is selected."""

    name = "requote"

    def __init__(self, screen: ReadingScreen) -> None:
        super().__init__(screen)
        self._subject = ""
        """The id of the annotation whose quote was selected, while there is a selection."""

    def cursor_moved(self) -> None:
        if self.screen.pane is None or self.screen.pane.selection_start is None:
            self._subject = ""

    def select(self) -> None:
        """Select the quote under the cursor, or move a selection's other end."""
        pane = self.screen.pane
        if pane is None:
            return
        if pane.selection_start:
            pane.swap_ends()
            return
        quoted = [placed for placed in self.screen.placed_under_cursor() if placed.spans]
        if not quoted:
            self.screen.show_message("Nothing is marked here. ] goes to the next annotation.")
            return
        spans = quoted[0].spans
        pane.select(Span(spans[0].start, spans[-1].end))
        self._subject = quoted[0].annotation.id
        self.screen.preferred = (self._subject, pane.cursor)

    async def offer(self, pane: Pane, selection: Span) -> None:
        """Offer the selection as the quote of an annotation, in a worker."""
        text = pane.article_text  # the file may change while the dialog is open
        span = selection.stripped(text)
        annotations = quotes_in(pane.account, span, self._likely_ids(pane, span)) if span.start < span.end else ()
        changed = [placed for placed in annotations if not is_quote(placed, span)]
        if not annotations:
            self.screen.show_message("Nothing is marked in the selection. Select words of the quote to change, then e.")
        elif not changed:
            self.screen.show_message("That is the quote already. Select more or less, then e.")
        elif chosen := await self._ask(span.of(text), changed):
            self._change(pane, chosen, requoted(chosen, text, span))

    def _likely_ids(self, pane: Pane, span: Span) -> list[str]:
        """Return the ids of the annotations that are probably meant."""
        preferred, cursor = self.screen.preferred
        went_to = preferred if span.start <= cursor < span.end else ""
        return [self._subject, went_to, *pane.under_cursor()]

    async def _ask(self, words: str, annotations: list[Placed]) -> Placed | None:
        dialog = QuoteDialog(words, annotations, self.session.codebook, glyphs=self.screen.glyphs)
        return await self.screen.app.push_screen_wait(dialog)

    def _change(self, pane: Pane, placed: Placed, annotation: Annotation) -> None:
        try:
            self.session.edit(placed.record, annotation)
        except DiptychError as error:
            self.screen.report(f"Not saved: {error}")
        else:
            pane.select_from(None)
            changed = self.session.find(annotation.ref)
            if changed and changed.span:
                pane.go_to(changed.span.start)
            self.screen.preferred = (placed.annotation.id, pane.cursor)
            self.screen.show_message("The quote is changed. u undoes it.")
        self.screen.show_session()
