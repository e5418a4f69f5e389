"""Find words in every article of the workspace, open or not."""

from __future__ import annotations

from dataclasses import dataclass
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
from tui.storage.cache.article_search import ArticleHits, FreshIndex, search_articles

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui.layout.glyphs import Glyphs

MAX_ARTICLES = 200
"""Articles that are shown; more words find fewer."""
MIN_TYPED = 2
"""Characters that have to be typed before the search begins."""
HEADING = "Search every article of the workspace"


@dataclass(frozen=True, slots=True)
class SearchTarget:
    """A hit to go to."""

    article: str
    start: int
    """In code points of the article's canonical text."""
    words: str
    """What was looked for."""


class SearchScreen(Overlay[SearchTarget | None]):
    """Searches in a thread as the user types; returns the hit to go to."""

    BLANK = True
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Cancel", priority=True)]

    @dataclass
    class Results(Message):
        """What was found so far."""

        words: str
        found: tuple[ArticleHits, ...]
        complete: bool

    @dataclass
    class Indexing(Message):
        """How many articles are in the index."""

        done: int
        total: int

    def __init__(self, workspace: Workspace, words: str, *, glyphs: Glyphs) -> None:
        super().__init__(classes="page")
        self.workspace = workspace
        self.words = words
        self.lines: list[HitLine] = []
        self.search = SearchList(words, placeholder="words, next to each other", empty_text="", glyphs=glyphs)
        self._index = FreshIndex(workspace)

    def compose(self) -> ComposeResult:
        yield Static(Content.styled(HEADING, "bold"), id="asked", classes="page-title")
        yield self.search
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the keys; the words that the screen was opened with are searched at once."""
        hints = [
            Hint("Enter", "open there", "take"),
            Hint("↑ ↓", "choose", "move(1)"),
            Hint("Esc", "cancel", "dismiss(None)"),
        ]
        self.query_one(KeyBar).show(hints)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.words = event.value
        if len(self.words.strip()) >= MIN_TYPED:
            self._show_state("searching …")
            self._search(self.words)
        else:
            self.workers.cancel_group(self, "search")
            self._show((), "")

    @work(thread=True, exclusive=True, group="search", exit_on_error=False)
    def _search(self, words: str) -> None:
        worker = get_current_worker()

        def progress(done: int, total: int) -> bool:
            if done < total:
                self.post_message(self.Indexing(done, total))
            return not worker.is_cancelled

        found: list[ArticleHits] = []
        next_report = 1
        for hits in search_articles(self.workspace, words, progress, index=self._index):
            if worker.is_cancelled:
                return
            found.append(hits)
            if len(found) == MAX_ARTICLES:
                break
            if len(found) == next_report:
                self.post_message(self.Results(words, tuple(found), complete=False))
                next_report *= 4
        if not worker.is_cancelled:
            self.post_message(self.Results(words, tuple(found), complete=True))

    @on(Results)
    def _show_results(self, message: Results) -> None:
        if message.words != self.words:
            return
        number = sum(hits.number for hits in message.found)
        articles = count_noun(len(message.found), "article")
        if len(message.found) == MAX_ARTICLES:
            articles = f"{MAX_ARTICLES} or more articles"
        end = "" if message.complete else " so far"
        self._show(message.found, f"{number:,} in {articles}{end}" if number else "nothing found")

    @on(Indexing)
    def _show_indexing(self, message: Indexing) -> None:
        self._show_state(f"reading all articles once: {message.done:,} of {message.total:,}")

    def _show(self, found: tuple[ArticleHits, ...], state: str) -> None:
        cursor = self.search.cursor
        has_grown = bool(self.lines) and bool(found) and self.lines[0].found == found[0]
        self.lines = hit_lines(found)
        self.search.list.show(HitRows(self.lines), cursor if has_grown else 0)
        self._show_state(state)

    def _show_state(self, state: str) -> None:
        title = Content.styled(HEADING, "bold")
        self.query_one("#asked", Static).update(Content.assemble(title, (f"   {state}", "$accent bold")))

    def action_move(self, by: int) -> None:
        """Go to another line."""
        self.search.action_move(by)

    @on(Input.Submitted)
    @on(ListView.Selected)
    def action_take(self) -> None:
        """Go to the hit under the cursor."""
        if self.lines:
            line = self.lines[self.search.cursor]
            self.dismiss(SearchTarget(line.found.article, line.start, self.words))
