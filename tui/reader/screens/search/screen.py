"""The screen that searches all articles of the workspace."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from tui.formats.phrasing import count_noun
from tui.model import Workspace
from tui.reader.dialogs.overlay import Overlay
from tui.reader.screens.search.rows import HitLine, HitRows, hit_lines
from tui.reader.widgets.key_bar import Hint, KeyBar
from tui.reader.widgets.list_view import ListView
from tui.reader.widgets.search_list import SearchList
from tui.storage.fulltext.article_search import ArticleHits, FreshIndex, search_articles

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.worker import Worker

    from tui.layout.glyphs import Glyphs

MAX_ARTICLES = 200
"""Articles that are listed, at most."""
MIN_TYPED = 2
"""Characters that start a search."""
HEADING = "Search every article of the workspace"


@dataclass(frozen=True, slots=True)
class SearchTarget:
    """A hit to go to."""

    article: str
    start: int
    """In code points of the article's canonical text."""
    query: str


class SearchScreen(Overlay[SearchTarget | None]):
    """Searches while the user types, and returns a `SearchTarget`."""

    BLANK = True
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Cancel", priority=True)]

    @dataclass
    class Results(Message):
        """The articles found so far."""

        query: str
        articles: tuple[ArticleHits, ...]
        complete: bool

    @dataclass
    class IndexProgress(Message):
        """The number of articles in the index so far."""

        done: int
        total: int

    def __init__(self, workspace: Workspace, query: str, *, glyphs: Glyphs) -> None:
        super().__init__(classes="page")
        self.workspace = workspace
        self.search_query = query
        self.lines: list[HitLine] = []
        self.search = SearchList(query, placeholder="words, next to each other", empty_text="", glyphs=glyphs)
        self._index = FreshIndex(workspace)

    def compose(self) -> ComposeResult:
        yield Static(Content.styled(HEADING, "bold"), id="heading", classes="page-title")
        yield self.search
        yield KeyBar()

    def on_mount(self) -> None:
        hints = [
            Hint("Enter", "open there", "take"),
            Hint("↑ ↓", "choose", "move(1)"),
            Hint("Esc", "cancel", "dismiss(None)"),
        ]
        self.query_one(KeyBar).show(hints)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.search_query = event.value
        if len(self.search_query.strip()) >= MIN_TYPED:
            self._show_state("searching …")
            self._search(self.search_query)
        else:
            self.workers.cancel_group(self, "search")
            self._show((), "")

    @work(thread=True, exclusive=True, group="search", exit_on_error=False)
    def _search(self, query: str) -> None:
        worker = get_current_worker()
        progress = partial(self._go_on_indexing, worker)
        articles: list[ArticleHits] = []
        next_report = 1
        for hits in search_articles(self.workspace, query, progress, index=self._index):
            if worker.is_cancelled:
                return
            articles.append(hits)
            if len(articles) == MAX_ARTICLES:
                break
            if len(articles) == next_report:
                self.post_message(self.Results(query, tuple(articles), complete=False))
                next_report *= 4
        if not worker.is_cancelled:
            self.post_message(self.Results(query, tuple(articles), complete=True))

    def _go_on_indexing(self, worker: Worker[None], done: int, total: int) -> bool:
        if worker.is_cancelled:
            return False
        if done < total:
            self.post_message(self.IndexProgress(done, total))
        return True

    @on(Results)
    def _show_results(self, message: Results) -> None:
        if message.query != self.search_query:
            return
        number = sum(hits.number for hits in message.articles)
        articles = count_noun(len(message.articles), "article")
        if len(message.articles) == MAX_ARTICLES:
            articles = f"{MAX_ARTICLES} or more articles"
        end = "" if message.complete else " so far"
        self._show(message.articles, f"{count_noun(number, 'hit')} in {articles}{end}" if number else "nothing found")

    @on(IndexProgress)
    def _show_progress(self, message: IndexProgress) -> None:
        self._show_state(f"reading all articles once: {message.done:,} of {message.total:,}")

    def _show(self, articles: tuple[ArticleHits, ...], state: str) -> None:
        cursor = self.search.cursor
        has_grown = bool(self.lines) and bool(articles) and self.lines[0].article == articles[0]
        self.lines = hit_lines(articles)
        self.search.list.show(HitRows(self.lines), cursor if has_grown else 0)
        self._show_state(state)

    def _show_state(self, state: str) -> None:
        heading = Content.styled(HEADING, "bold")
        self.query_one("#heading", Static).update(Content.assemble(heading, (f"   {state}", "$accent bold")))

    def action_move(self, by: int) -> None:
        self.search.action_move(by)

    @on(Input.Submitted)
    @on(ListView.Selected)
    def action_take(self) -> None:
        if self.lines:
            line = self.lines[self.search.cursor]
            self.dismiss(SearchTarget(line.article.article, line.start, self.search_query))
