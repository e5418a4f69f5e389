"""Find words in all open accounts as the user types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tui.analysis.search import SearchQuery, TextSearcher
from tui.errors import UsageError
from tui.reader.content import visible_line
from tui.reader.reading.feature import Feature
from tui.reader.widgets.key_bar import KeyBar
from tui.reader.widgets.search_line import SearchLine
from tui.session.search_hits import MAX_HITS, SearchHit, SearchHits, hit_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model import Span
    from tui.reader.reading.footer_hints import FooterContext
    from tui.reader.reading.screen import ReadingScreen
    from tui.reader.widgets.pane.pane import Pane
    from tui.reader.widgets.pane.segments import Emphasis


class Find(Feature):
    """Highlights what is looked for, and goes from hit to hit."""

    name = "find"

    def __init__(self, screen: ReadingScreen) -> None:
        super().__init__(screen)
        self.query = SearchQuery("")
        self.hits = SearchHits()
        self._searchable: dict[str, TextSearcher] = {}
        self._line: SearchLine | None = None
        """The line to type in, while it is open."""
        self._origin = (0, 0)
        """The pane and the cursor that the search started from."""
        self._gone_to: tuple[SearchHit, int] | None = None
        """The last hit that was gone to, and the cursor there: a hit may begin inside a grapheme."""

    # What the screen asks

    def hints(self, context: FooterContext) -> FooterContext:
        return context._replace(finding=self._line is not None)

    def emphasis(self, pane: Pane, emphasis: Emphasis) -> Emphasis:
        """Highlight the hits."""
        for column, hits in zip(self.screen.columns, self.hits.panes, strict=False):
            if column.pane is pane:
                return emphasis._replace(hits=hits)
        return emphasis

    def status(self) -> Sequence[Content]:
        if not self.query.text or self._line is not None:
            return ()
        number = self.hits.number(self._gone_to[0]) if self._gone_to else 0
        position = f"{number} of {len(self.hits)}" if number else f"{len(self.hits)} found"
        words = f"“{visible_line(self.query.text)}”: {position}"
        return [Content.assemble((words, "$accent bold"), ("  f next  F previous  Esc clears", "$quiet"))]

    def dismiss(self) -> bool:
        if not self.query.text:
            return False
        self.look_for(SearchQuery(""))
        return True

    def session_changed(self) -> None:
        """Search again: an article may have changed."""
        if self.query.text:
            self.look_for(self.query)

    # The line to type in

    async def open(self) -> None:
        """Open the line to type in."""
        screen = self.screen
        if not screen.columns or self._line is not None:
            return
        self._origin = (screen.active, screen.columns[screen.active].pane.cursor)
        self._line = SearchLine(self.query)
        await screen.mount(self._line, before=screen.query_one(KeyBar))
        self.look_for(self.query)

    def preview(self, query: SearchQuery) -> None:
        """Search, and show the first hit after the place that the search started from."""
        self.look_for(query)
        pane, cursor = self._origin
        hit = self.hits.first_from(pane, cursor)
        if hit and hit.pane == pane:
            self.screen.columns[pane].pane.go_to(hit.span.start, with_context=True)

    async def keep(self) -> None:
        """Close the line, keep the hits, and go to the first after the place that the search started from."""
        await self._close()
        hit = self.hits.first_from(*self._origin)
        if hit:
            self._go_to_hit(hit)
        elif self.query.text:
            self.screen.show_message("Nothing is found.")

    async def cancel(self) -> None:
        """Close the line and clear the search; the cursor goes back to where it was."""
        pane, cursor = self._origin
        self.screen.columns[pane].pane.go_to(cursor)
        self.look_for(SearchQuery(""))
        await self._close()

    async def _close(self) -> None:
        if self._line:
            await self._line.remove()
            self._line = None
        self.screen.go_to_pane(self._origin[0])

    # Hits

    def step(self, by: int) -> None:
        """Go to the next hit or the one before, from pane to pane; after the last comes the first."""
        screen = self.screen
        if not len(self.hits):
            screen.show_message("Nothing is found." if self.query.text else "/ finds words first.")
            return
        cursor = screen.columns[screen.active].pane.cursor
        if self._gone_to and self._gone_to == (self._gone_to[0]._replace(pane=screen.active), cursor):
            cursor = self._gone_to[0].span.start
        hit, wrapped = self.hits.step_from(screen.active, cursor, by)
        if wrapped:
            screen.show_message("From the top again." if by > 0 else "From the end again.")
        self._go_to_hit(hit)

    def _go_to_hit(self, hit: SearchHit) -> None:
        self.screen.go_to_pane(hit.pane)
        pane = self.screen.columns[hit.pane].pane
        pane.select_from(None)
        pane.go_to(hit.span.start, with_context=True)
        self._gone_to = (hit, pane.cursor)
        self.screen.refresh_context()

    def look_for(self, query: SearchQuery) -> None:
        """Search all open accounts; an empty query clears the search."""
        self.query = query
        self._gone_to = None
        error = ""
        try:
            self.hits = SearchHits(tuple(self._search(column.pane) for column in self.screen.columns))
        except UsageError as wrong:
            self.hits = SearchHits()
            error = str(wrong)
        self._show_counts()
        if self._line:
            self._line.show_result(error or self._counts_in_words(), failed=bool(error))

    def _search(self, pane: Pane) -> tuple[Span, ...]:
        text, article = pane.article_text, pane.account.article.id
        searchable = self._searchable.get(article)
        if searchable is None or searchable.text is not text:
            searchable = self._searchable[article] = TextSearcher(text)
        return searchable.find(self.query, MAX_HITS)

    def _counts_in_words(self) -> str:
        if not self.query.text:
            return ""
        pairs = zip(self.screen.columns, self.hits.panes, strict=False)
        return " · ".join(f"{column.siglum} {hit_count(hits)}" for column, hits in pairs)

    def _show_counts(self) -> None:
        for number, column in enumerate(self.screen.columns):
            searched = bool(self.query.text) and number < len(self.hits.panes)
            column.header.show_hits(len(self.hits.panes[number]) if searched else None)
        self.screen.refresh_context()
