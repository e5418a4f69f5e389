"""The picker: which articles are to be open, found as one types."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from tui.model import Codebook
from tui.reader.dialogs.overlay import Overlay
from tui.reader.screens.articles.rows import ArticleRows, article_detail, article_head
from tui.reader.widgets.detail_lines import DetailLines
from tui.reader.widgets.inputs import LineInput
from tui.reader.widgets.key_bar import Hint, KeyBar
from tui.reader.widgets.list_view import BAR, EDGE, ListView
from tui.session.article_list import (
    MOST_PANES,
    ArticleOrder,
    SharedPropositions,
    matching_articles,
    search_text,
    sort_articles,
)
from tui.storage.workspace.catalogue import CatalogueEntry

FIRST_READ = 60
"""Articles that are read before the list is first sorted; each time after, twice as many."""


@dataclass(frozen=True, slots=True)
class ArticleChoice:
    """What is to be open, and what of it the reader wants to see first."""

    articles: tuple[str, ...]
    first: str = ""


class ArticlesScreen(Overlay[ArticleChoice | None]):
    """Lists the workspace's articles; returns those that are to be open."""

    BLANK = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Leave", priority=True),
        Binding("down", "move(1)", "Down", priority=True),
        Binding("up", "move(-1)", "Up", priority=True),
        Binding("pagedown", "page(1)", "Page down", priority=True),
        Binding("pageup", "page(-1)", "Page up", priority=True),
        Binding("tab", "toggle_article", "In or out", priority=True),
        Binding("ctrl+t", "twice", "Once more", priority=True),
        Binding("ctrl+o", "order", "Order", priority=True),
    ]

    @dataclass
    class Known(Message):
        """Some more articles have been read."""

        entries: Sequence[CatalogueEntry]

    def __init__(
        self,
        ids: Sequence[str],
        opened: Sequence[str],
        known: dict[str, CatalogueEntry],
        read: Callable[[str], CatalogueEntry],
        codebook: Codebook,
    ) -> None:
        super().__init__(classes="page")
        self.ids = ids
        self.opened = tuple(opened)
        self.chosen = list(opened)
        self.known = known
        """What has been read so far, kept from one time to the next."""
        self._read = read
        self.sentences: Mapping[str, str] = {slug: each.text for slug, each in codebook.propositions.items()}
        self.order = ArticleOrder.SHARED
        self.shown: list[CatalogueEntry] = []
        self._moved_to = False
        """Whether the cursor was put where it is by hand."""
        self._search_texts = {each: search_text(self._entry(each)) for each in ids}
        self.listing = ListView(nothing="No article is called that.")
        self.listing.can_focus = False
        self.detail = DetailLines()

    def compose(self) -> ComposeResult:
        """Yield the line to type in, the articles, what is under the cursor, and the keys."""
        yield Static("", id="asked", classes="page-title")
        yield LineInput(placeholder="title, outlet, date …")
        yield Static("", id="head", classes="page-head")
        yield self.listing
        yield self.detail
        yield KeyBar()

    def on_mount(self) -> None:
        """Show what is known, and read the rest meanwhile."""
        self._show()
        missing = [each for each in (*self.opened, *self.ids) if each not in self.known]
        if missing:
            self._read_all(tuple(dict.fromkeys(missing)))

    def on_resize(self) -> None:
        """Leave the list its room."""
        self.detail.set_class(self.size.height < 30, "-low")
        head = Content.assemble(" " * EDGE, article_head(self.size.width - EDGE - BAR))
        self.query_one("#head", Static).update(head)

    @work(thread=True, exclusive=True, group="catalogue")
    def _read_all(self, ids: Sequence[str]) -> None:
        worker = get_current_worker()
        batch: list[CatalogueEntry] = []
        size = FIRST_READ
        for article_id in ids:
            if worker.is_cancelled:
                return
            batch.append(self._read(article_id))
            if len(batch) >= size:
                self.post_message(self.Known(batch))
                batch, size = [], size * 2
        self.post_message(self.Known(batch))

    @on(Known)
    def _learnt(self, message: Known) -> None:
        self.known.update({entry.id: entry for entry in message.entries})
        self._search_texts.update({entry.id: search_text(entry) for entry in message.entries})
        self._show()

    def _entry(self, article_id: str) -> CatalogueEntry:
        return self.known.get(article_id) or CatalogueEntry(article_id, article_id)

    @property
    def common(self) -> SharedPropositions:
        """What is spoken of in the articles that are open."""
        return SharedPropositions.of(map(self._entry, self.opened))

    def _show(self) -> None:
        here = self.here if self._moved_to else ""
        self.shown = self._ordered(map(self._entry, self.ids))
        new = next((n for n, entry in enumerate(self.shown) if entry.id not in self.opened), 0)
        place = next((n for n, entry in enumerate(self.shown) if entry.id == here), new)
        self.listing.show(ArticleRows(self.shown, tuple(self.chosen), self.common), place)
        self._tell()

    def _ordered(self, entries: Iterable[CatalogueEntry]) -> list[CatalogueEntry]:
        return sort_articles(
            entries, self.order, self.common, matching_articles(self.query_one(Input).value, self._search_texts)
        )

    def _tell(self) -> None:
        number, read = len(self.ids), sum(each in self.known for each in self.ids)
        words = f"{number:,} article{'' if number == 1 else 's'}"
        found = f"   {len(self.shown):,} found" if self.query_one(Input).value.strip() else ""
        progress = f"   reading titles: {read:,}" if read < number else ""
        self.query_one("#asked", Static).update(
            Content.assemble((words, "bold"), (f"{found}   {self.order.value}{progress}", "$quiet"))
        )
        self.query_one(KeyBar).show(self._hints())

    def _hints(self) -> list[Hint]:
        changed = tuple(self.chosen) != self.opened
        return [
            Hint("Enter", f"open these {len(self.chosen)}" if changed else "open it too", "take"),
            Hint("Tab", "in or out", "toggle_article"),
            Hint("Ctrl+T", "once more", "twice"),
            Hint("Ctrl+O", "order", "order"),
            Hint("Esc", "leave", "dismiss(None)"),
        ]

    @on(Input.Changed)
    def _typed(self) -> None:
        self._moved_to = False
        self._show()

    @on(ListView.Moved)
    def _moved(self) -> None:
        found = self.shown[self.listing.cursor] if self.shown else None
        self.detail.show(article_detail(found, self.common, self.sentences) if found else ())

    @property
    def here(self) -> str:
        """The id of the article under the cursor, or an empty string."""
        return self.shown[self.listing.cursor].id if self.shown else ""

    # What is done

    def action_move(self, by: int) -> None:
        """Go to another article."""
        self._moved_to = True
        self.listing.action_move(by)

    def action_page(self, by: int) -> None:
        """Go to another page."""
        self._moved_to = True
        self.listing.action_page(by)

    def action_order(self) -> None:
        """Sort in the next order."""
        self.order = self.order.next()
        self._show()

    def action_toggle_article(self) -> None:
        """Take the article in, or out."""
        if self.here in self.chosen:
            self.chosen = [each for each in self.chosen if each != self.here]
            self._moved_to = True
            self._show()
        else:
            self.action_twice()

    def action_twice(self) -> None:
        """Take the article in once more."""
        if self.here and self._has_room():
            self.chosen.append(self.here)
            self._moved_to = True
            self._show()

    def _has_room(self) -> bool:
        if len(self.chosen) < MOST_PANES:
            return True
        self.query_one(KeyBar).say(f"{MOST_PANES} are open at most; Tab takes one out.")
        return False

    @on(Input.Submitted)
    @on(ListView.Taken)
    def action_take(self) -> None:
        """Open what is chosen; where nothing was changed, the article under the cursor too."""
        if tuple(self.chosen) == self.opened and self.here and self.here not in self.chosen:
            if not self._has_room():
                return
            self.chosen.append(self.here)
        if self.chosen:
            self.dismiss(ArticleChoice(tuple(self.chosen), self.here))
        else:
            self.query_one(KeyBar).say("Tab takes an article in.")
