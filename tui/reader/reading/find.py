"""Finding words in all open accounts at once, as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tui.analysis.search import Searchable, SearchQuery
from tui.errors import UsageError
from tui.reader.content import visible_line
from tui.reader.reading.navigate import Viewing
from tui.reader.widgets.key_bar import Hint, KeyBar
from tui.reader.widgets.pane.segments import Emphasis
from tui.session.search_hits import MAX_HITS, SearchHit, SearchHits, hit_count

if TYPE_CHECKING:
    from tui.config import Config
    from tui.model import Span
    from tui.reader.widgets.pane.pane import Pane
    from tui.reader.widgets.search_line import SearchLine
    from tui.session.session import Session

TYPING = (
    Hint("Enter", "go to the first", "app.simulate_key('enter')"),
    Hint("Ctrl+T", "whole words", "app.simulate_key('ctrl+t')"),
    Hint("Ctrl+R", "pattern", "app.simulate_key('ctrl+r')"),
    Hint("Esc", "leave", "app.simulate_key('escape')"),
)


class Finding(Viewing):
    """The actions that look for words."""

    def __init__(self, session: Session, config: Config) -> None:
        super().__init__(session, config)
        self.query_asked = SearchQuery("")
        self.hits = SearchHits()
        self._searchable: dict[str, Searchable] = {}
        self._find_line: SearchLine | None = None
        self._origin = (0, 0)
        """The pane and the cursor that the search set out from."""
        self._gone_to: tuple[SearchHit, int] | None = None
        """The last hit that was gone to, and the cursor there: a hit may begin inside a grapheme."""

    # What is seen

    def emphasis_of(self, pane: Pane, current: tuple[str, ...]) -> Emphasis:
        """Mark the hits."""
        emphasis = super().emphasis_of(pane, current)
        for column, hits in zip(self.columns, self.hits.panes, strict=False):
            if column.pane is pane:
                return emphasis._replace(hits=hits)
        return emphasis

    def status(self) -> list[Content]:
        """Tell what was looked for, and which hit is here."""
        parts = super().status()
        if self.query_asked.text and self._find_line is None:
            number = self.hits.number(self._gone_to[0]) if self._gone_to else 0
            of = f"{number} of {len(self.hits)}" if number else f"{len(self.hits)} found"
            words = f"“{visible_line(self.query_asked.text)}”: {of}"
            parts.append(Content.assemble((words, "$accent bold"), ("  f next  F previous  Esc leave", "$quiet")))
        return parts

    # What is looked for

    async def action_find(self) -> None:
        """Open the line to type in."""
        from tui.reader.widgets.search_line import SearchLine

        if not self.columns or self._find_line is not None:
            return
        pane = self.columns[self.active].pane
        self._origin = (self.active, pane.cursor)
        self._find_line = SearchLine(self.query_asked)
        await self.mount(self._find_line, before=self.query_one(KeyBar))
        self.look_for(self.query_asked)

    def on_search_line_asked(self, message: SearchLine.Asked) -> None:
        """Look for what is typed, and show the first hit from where the search set out."""
        self.look_for(message.query)
        pane, cursor = self._origin
        hit = self.hits.from_here(pane, cursor)
        if hit and hit.pane == pane:
            self.columns[pane].pane.go_to(hit.span.start, roomy=True)

    async def on_search_line_entered(self) -> None:
        """Keep the hits, and go to the first from where the search set out."""
        await self._close()
        hit = self.hits.from_here(*self._origin)
        if hit:
            self._go_to_hit(hit)
        elif self.query_asked.text:
            self.tell("Nothing is found.")

    async def on_search_line_left(self) -> None:
        """Give the search up: everything as it was before."""
        pane, cursor = self._origin
        self.columns[pane].pane.go_to(cursor)
        self.look_for(SearchQuery(""))
        await self._close()

    async def _close(self) -> None:
        if self._find_line:
            await self._find_line.remove()
            self._find_line = None
        self.go_to_pane(self._origin[0])

    def action_find_next(self, by: int) -> None:
        """Go to the next hit or the one before, from pane to pane; after the last comes the first."""
        if not len(self.hits):
            self.tell("Nothing is found." if self.query_asked.text else "/ finds words first.")
            return
        here = self.columns[self.active].pane.cursor
        if self._gone_to and self._gone_to == (self._gone_to[0]._replace(pane=self.active), here):
            here = self._gone_to[0].span.start
        hit, around = self.hits.beside(self.active, here, by)
        if around:
            self.tell("From the top again." if by > 0 else "From the end again.")
        self._go_to_hit(hit)

    def _go_to_hit(self, hit: SearchHit) -> None:
        self.go_to_pane(hit.pane)
        pane = self.columns[hit.pane].pane
        pane.select_from(None)
        pane.go_to(hit.span.start, roomy=True)
        self._gone_to = (hit, pane.cursor)
        self.tell_cursor()

    def tell_cursor(self) -> None:
        """While one types, tell the keys for that."""
        super().tell_cursor()
        if self._find_line:
            self.query_one(KeyBar).show(TYPING)

    def show_session(self) -> None:
        """Look again: an article may have changed."""
        super().show_session()
        if self.query_asked.text:
            self.look_for(self.query_asked)

    def action_escape(self) -> None:
        """Let go of the selection, else of what was found."""
        selecting = self.pane is not None and self.pane.selected_from is not None
        if selecting or not self.query_asked.text:
            super().action_escape()
            return
        self.look_for(SearchQuery(""))

    def look_for(self, query: SearchQuery) -> None:
        """Find something in all open accounts, or no longer: an empty query."""
        self.query_asked = query
        self._gone_to = None
        wrong = ""
        try:
            self.hits = SearchHits(tuple(self._found(column.pane, query) for column in self.columns))
        except UsageError as error:
            self.hits = SearchHits()
            wrong = str(error)
        self._show_hits()
        if self._find_line:
            self._find_line.say(wrong or self._in_words(), wrong=bool(wrong))

    def _found(self, pane: Pane, query: SearchQuery) -> tuple[Span, ...]:
        text = pane.account.article.text
        known = self._searchable.get(pane.account.article.id)
        if known is None or known.text is not text:
            known = self._searchable[pane.account.article.id] = Searchable(text)
        return known.find(query, MAX_HITS)

    def _in_words(self) -> str:
        if not self.query_asked.text:
            return ""
        pairs = zip(self.columns, self.hits.panes, strict=False)
        return " · ".join(f"{column.pane.account.siglum} {hit_count(hits)}" for column, hits in pairs)

    def _show_hits(self) -> None:
        for number, column in enumerate(self.columns):
            asked = bool(self.query_asked.text) and number < len(self.hits.panes)
            column.header.find(len(self.hits.panes[number]) if asked else None)
        self.tell_cursor()
