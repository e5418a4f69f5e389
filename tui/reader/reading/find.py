"""Find words in all open accounts while the user types."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from tui.analysis.search import SearchQuery, TextSearcher
from tui.reader.commands import command_keys
from tui.reader.content import visible_line
from tui.reader.reading.feature import Feature
from tui.reader.widgets.key_bar import KeyBar
from tui.reader.widgets.search_line import SearchLine
from tui.reader.widgets.status_line import StatusLine
from tui.session.pattern_search import find_pattern
from tui.session.search_hits import SearchHit, SearchHits, find_hits, hit_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.reader.reading.footer_hints import FooterContext
    from tui.reader.reading.screen import ReadingScreen
    from tui.reader.widgets.pane.pane import Pane
    from tui.reader.widgets.pane.segments import Emphasis


PAUSE_SECONDS = 0.12
"""How long typing must pause before the search starts."""
_KEYS = (("find.next", "next"), ("find.previous", "previous"), ("mark.hits", "mark all"), ("select.none", "clears"))
"""The commands that hits have, in the status line."""
_GROUP = "find"
"""The group of the worker that searches."""


class _Place(NamedTuple):
    """A place in an article, and the position of its pane."""

    position: int = 0
    article: str = ""
    cursor: int = 0


class Find(Feature):
    """Highlights the hits, and goes from one to the next."""

    name = "find"

    def __init__(self, screen: ReadingScreen) -> None:
        super().__init__(screen)
        self.query = SearchQuery("")
        self.hits = SearchHits()
        self.is_searching = False
        """Whether a search waits for a pause in typing, or is running."""
        self._searchers: dict[str, TextSearcher] = {}
        self._search_line: SearchLine | None = None
        self._submit_when_found = False
        """Whether Enter was pressed before the search had ended."""
        self._origin = _Place()
        """Where the search started."""
        self._searched: list[str] = []
        """The articles that the hits are of."""
        self._visited: tuple[SearchHit, int] | None = None
        """The hit last visited, and the cursor there: a hit may begin inside a grapheme."""

    def hints(self, context: FooterContext) -> FooterContext:
        return context._replace(searching=self._search_line is not None)

    def emphasis(self, pane: Pane, emphasis: Emphasis) -> Emphasis:
        for column, hits in zip(self.screen.columns, self.hits.panes, strict=False):
            if column.pane is pane:
                return emphasis._replace(hits=hits)
        return emphasis

    def status(self) -> Sequence[Content]:
        if not self.query.text or self._search_line is not None:
            return ()
        number = self.hits.number(self._visited[0]) if self._visited else 0
        position = f"{number} of {len(self.hits)}" if number else f"{len(self.hits)} found"
        label = f"“{visible_line(self.query.text)}”: {position}"
        keys = "  ".join(f"{command_keys(command_id, self.screen.config.keys)} {does}" for command_id, does in _KEYS)
        return [Content.assemble((label, "$accent bold"), (f"  {keys}", "$quiet"))]

    def dismiss(self) -> bool:
        if self._search_line:  # a click has left it
            self.screen.call_later(self.cancel)
            return True
        if not self.query.text:
            return False
        self.search(SearchQuery(""))
        return True

    def session_changed(self) -> None:
        if self._searched != self._articles():
            self.hits = SearchHits()
        if self._search_line and self._origin_pane() is None:
            self._origin = self._here()
        if self.query.text:
            self.search(self.query)

    @property
    def shows_hits(self) -> bool:
        """Whether a search was submitted and has found something."""
        return bool(self.query.text) and self._search_line is None and len(self.hits) > 0

    async def open(self) -> None:
        """Open the search line."""
        screen = self.screen
        if not screen.columns or self._search_line is not None:
            return
        self._origin = self._here()
        self._search_line = SearchLine(self.query)
        await screen.mount(self._search_line, before=screen.query_one(KeyBar))
        self.search(self.query)

    def preview(self, query: SearchQuery) -> None:
        """Search when typing pauses, and show the first hit after the cursor."""
        self._start(query)
        self.screen.run_worker(self._search_later(query, PAUSE_SECONDS), group=_GROUP, exclusive=True)

    async def submit(self) -> None:
        """Close the line, keep the hits, and go to the first after the cursor."""
        if self.is_searching and self.query.regex:
            self._submit_when_found = True
            return
        if self.is_searching:
            self.search(self.query)
        await self._close()
        hit = self.hits.first_from(self._origin.position, self._origin.cursor)
        if hit:
            self.screen.query_one(StatusLine).drop_message()
            self._go_to_hit(hit)
        elif self.query.text:
            self.screen.show_message("Nothing is found.")

    async def cancel(self) -> None:
        """Close the line, clear the search, and restore the cursor."""
        if pane := self._origin_pane():
            pane.go_to(self._origin.cursor)
        self.search(SearchQuery(""))
        await self._close()

    async def _close(self) -> None:
        line, self._search_line = self._search_line, None  # first, for the files may change while it is removed
        if line:
            await line.remove()
        self.screen.go_to_pane(self._origin.position)

    def _here(self) -> _Place:
        if not self.screen.columns:
            return _Place()
        column = self.screen.columns[self.screen.active]
        return _Place(self.screen.active, column.article, column.pane.cursor)

    def _origin_pane(self) -> Pane | None:
        """Return the pane of the origin, unless it has another article now."""
        origin = self._origin
        is_there = origin.position in self.screen.positions_of(origin.article)
        return self.screen.columns[origin.position].pane if is_there else None

    def _articles(self) -> list[str]:
        return [column.article for column in self.screen.columns]

    def step(self, by: int) -> None:
        """Go to the next (`by` 1) or previous (-1) hit, around the end."""
        screen = self.screen
        if not len(self.hits):
            screen.show_message("Nothing is found." if self.query.text else "/ finds words first.")
            return
        cursor = screen.columns[screen.active].pane.cursor
        if self._visited and self._visited == (self._visited[0]._replace(pane=screen.active), cursor):
            cursor = self._visited[0].span.start
        hit, wrapped = self.hits.step_from(screen.active, cursor, by)
        if wrapped:
            screen.show_message("From the top again." if by > 0 else "From the end again.")
        else:
            screen.query_one(StatusLine).drop_message()
        self._go_to_hit(hit)

    def _go_to_hit(self, hit: SearchHit) -> None:
        self.screen.go_to_pane(hit.pane)
        pane = self.screen.columns[hit.pane].pane
        pane.select_from(None)
        pane.go_to(hit.span.start, with_context=True)
        self._visited = (hit, pane.cursor)
        self.screen.refresh_context()

    def search(self, query: SearchQuery) -> None:
        """Search all open accounts, or clear the search if the query is empty."""
        self._start(query)
        self.screen.workers.cancel_group(self.screen, _GROUP)
        if query.regex and query.text:
            self.screen.run_worker(self._search_later(query, 0), group=_GROUP, exclusive=True)
        else:
            self._show(find_hits(self._current_searchers(), query))

    def _start(self, query: SearchQuery) -> None:
        self.query = query
        self.is_searching = True
        self._submit_when_found = False
        self._visited = None

    async def _search_later(self, query: SearchQuery, delay: float) -> None:
        await asyncio.sleep(delay)
        searchers = self._current_searchers()
        self._show(await find_pattern(searchers, query) if query.regex else find_hits(searchers, query))
        if self._search_line:
            self._show_first_hit()
        if self._submit_when_found:
            await self.submit()

    def _show(self, hits: SearchHits) -> None:
        self.hits = hits
        self.is_searching = False
        self._show_counts()
        if self._search_line:
            self._search_line.show_result(hits.error or self._counts_in_words(), failed=bool(hits.error))

    def _show_first_hit(self) -> None:
        hit = self.hits.first_from(self._origin.position, self._origin.cursor)
        pane = self._origin_pane()
        if hit and pane and hit.pane == self._origin.position:
            pane.go_to(hit.span.start, with_context=True)

    def _current_searchers(self) -> list[TextSearcher]:
        self._searched = self._articles()
        return [self._searcher(column.pane) for column in self.screen.columns]

    def _searcher(self, pane: Pane) -> TextSearcher:
        text, article = pane.article_text, pane.account.article.id
        searcher = self._searchers.get(article)
        if searcher is None or searcher.text is not text:
            searcher = self._searchers[article] = TextSearcher(text)
        return searcher

    def _counts_in_words(self) -> str:
        if not self.query.text:
            return ""
        pairs = zip(self.screen.columns, self.hits.panes, strict=False)
        return " · ".join(f"{column.siglum} {hit_count(hits)}" for column, hits in pairs)

    def _show_counts(self) -> None:
        for position, column in enumerate(self.screen.columns):
            searched = bool(self.query.text) and position < len(self.hits.panes)
            column.header.show_hits(len(self.hits.panes[position]) if searched else None)
        self.screen.refresh_context()
