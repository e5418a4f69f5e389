"""Words looked for in every article of the workspace, open or not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from tui.layout.glyphs import Glyphs
from tui.reader.dialogs.overlay import Overlay
from tui.reader.screens.search.rows import HitLine, HitRows, hit_lines
from tui.reader.widgets.inputs import LineInput
from tui.reader.widgets.key_bar import Hint, KeyBar
from tui.reader.widgets.list_view import ListView
from tui.storage.cache.article_search import ArticleHits
from tui.storage.cache.search_index import Progress

MOST_ARTICLES = 200
"""Articles that are shown; more words find fewer."""
LEAST_TYPED = 2
"""Characters from which on it is looked for them."""

Look = Callable[[str, Progress], Iterator[ArticleHits]]


@dataclass(frozen=True, slots=True)
class SearchTarget:
    """A hit to go to."""

    article: str
    start: int
    """In code points of the article's canonical text."""
    words: str
    """What was looked for."""


class SearchScreen(Overlay[SearchTarget | None]):
    """Finds as one types, in a thread of its own; returns the hit to be seen."""

    BLANK = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Leave", priority=True),
        Binding("down", "move(1)", "Down", priority=True),
        Binding("up", "move(-1)", "Up", priority=True),
        Binding("pagedown", "page(1)", "Page down", priority=True),
        Binding("pageup", "page(-1)", "Page up", priority=True),
    ]

    @dataclass
    class Results(Message):
        """What was found so far."""

        words: str
        found: tuple[ArticleHits, ...]
        complete: bool

    @dataclass
    class Indexing(Message):
        """How far the index is."""

        done: int
        total: int

    def __init__(self, look: Look, words: str, *, glyphs: Glyphs) -> None:
        super().__init__(classes="page")
        self._look = look
        self.words = words
        self.lines: list[HitLine] = []
        self.listing = ListView(glyphs=glyphs, nothing="")
        self.listing.can_focus = False

    def compose(self) -> ComposeResult:
        """Yield the line to type in, what was found, and the keys."""
        yield Static(Content.styled("Search every article of the workspace", "bold"), id="asked", classes="page-title")
        yield LineInput(self.words, placeholder="words, next to each other")
        yield self.listing
        yield KeyBar()

    def on_mount(self) -> None:
        """Look for what was looked for in the open articles."""
        hints = [
            Hint("Enter", "open there", "take"),
            Hint("↑ ↓", "choose", "move(1)"),
            Hint("Esc", "leave", "dismiss(None)"),
        ]
        self.query_one(KeyBar).show(hints)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.words = event.value
        if len(self.words.strip()) >= LEAST_TYPED:
            self._say("looking …")
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
        told = 1
        for each in self._look(words, progress):
            if worker.is_cancelled:
                return
            found.append(each)
            if len(found) == MOST_ARTICLES:
                break
            if len(found) == told:
                self.post_message(self.Results(words, tuple(found), complete=False))
                told *= 4
        if not worker.is_cancelled:
            self.post_message(self.Results(words, tuple(found), complete=True))

    @on(Results)
    def _found(self, message: Results) -> None:
        if message.words != self.words:
            return
        number = sum(each.number for each in message.found)
        more = " or more" if len(message.found) == MOST_ARTICLES else ""
        end = "" if message.complete else " so far"
        articles = f"{len(message.found)}{more} article{'' if len(message.found) == 1 else 's'}"
        self._show(message.found, f"{number:,} in {articles}{end}" if number else "nothing found")

    @on(Indexing)
    def _indexing(self, message: Indexing) -> None:
        self._say(f"reading all articles once: {message.done:,} of {message.total:,}")

    def _show(self, found: tuple[ArticleHits, ...], words: str) -> None:
        here = self.listing.cursor
        grown = bool(self.lines) and bool(found) and self.lines[0].found == found[0]
        self.lines = hit_lines(found)
        self.listing.show(HitRows(self.lines), here if grown else 0)
        self._say(words)

    def _say(self, words: str) -> None:
        title = Content.styled("Search every article of the workspace", "bold")
        self.query_one("#asked", Static).update(Content.assemble(title, (f"   {words}", "$accent bold")))

    def action_move(self, by: int) -> None:
        """Go to another line."""
        self.listing.action_move(by)

    def action_page(self, by: int) -> None:
        """Go to another page."""
        self.listing.action_page(by)

    @on(Input.Submitted)
    @on(ListView.Taken)
    def action_take(self) -> None:
        """Go to the hit under the cursor."""
        if self.lines:
            line = self.lines[self.listing.cursor]
            self.dismiss(SearchTarget(line.found.article, line.start, self.words))
