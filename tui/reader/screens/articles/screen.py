"""The screen that chooses the open articles."""

from __future__ import annotations

from collections.abc import Sequence
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
from tui.layout.visible import make_visible
from tui.reader.dialogs.overlay import Overlay
from tui.reader.dialogs.source_form import ask_source
from tui.reader.runtime.key_queue import DIALOG
from tui.reader.screens.articles.keys import ARTICLES_KEYS, article_hints
from tui.reader.screens.articles.rows import ArticleRows, article_detail, article_head
from tui.reader.screens.left_out.screen import show_left_out
from tui.reader.widgets.detail_lines import DetailLines
from tui.reader.widgets.key_bar import Hint, KeyBar
from tui.reader.widgets.list_view import BAR, EDGE, ListView
from tui.reader.widgets.search_list import SearchList
from tui.session.article_list import (
    MAX_PANES,
    ArticleOrder,
    SharedPropositions,
    matching_articles,
    moved,
    search_text,
    sort_articles,
)
from tui.session.read_marks import toggle_read
from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.catalogue import CatalogueEntry, read_entry

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui.session.added_document import AddedDocument
    from tui.session.session import Session

FIRST_BATCH = 60
"""Articles read before the list is first sorted; each later batch is twice as large."""


@dataclass(frozen=True, slots=True)
class ArticleChoice:
    """The ids of the articles to open, and of the one to focus."""

    articles: tuple[str, ...]
    first: str = ""


class ArticlesScreen(Overlay[ArticleChoice | None]):
    """Lists the workspace's articles and returns an `ArticleChoice`."""

    BLANK = True
    PAGE_KEYS = ("Among the articles", ARTICLES_KEYS)
    CHANGES: ClassVar[frozenset[str]] = frozenset({"add_document", "source"})
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel", priority=True),
        Binding("tab", "toggle_article", "In or out", priority=True),
        Binding("ctrl+t", "add_again", "Once more", priority=True),
        Binding("ctrl+o", "order", "Order", priority=True),
        Binding("ctrl+e", "source", "Source", priority=True),
        Binding("ctrl+d", "toggle_read", "Read or not", priority=True),
        Binding("ctrl+a", "add_document", "Add", priority=True),
        Binding("ctrl+l", "left_out", "Left out", priority=True),
        Binding("shift+up", "shift(-1)", "Earlier", priority=True),
        Binding("f1", "app.page_help", "Help", priority=True),
        Binding("shift+down", "shift(1)", "Later", priority=True),
    ]

    @dataclass
    class EntriesRead(Message):
        """A batch of catalogue entries was read."""

        entries: Sequence[CatalogueEntry]

    def __init__(self, session: Session, catalogue: dict[str, CatalogueEntry]) -> None:
        super().__init__(classes="page")
        self.session = session
        self.workspace = session.workspace
        self.ids = article_ids(self.workspace)
        self.opened = session.open_articles
        self.chosen = list(self.opened)
        self.catalogue = catalogue
        """The entries read so far, by id; the caller keeps them for the next time."""
        self.sentences = {slug: proposition.text for slug, proposition in session.codebook.propositions.items()}
        self.order = ArticleOrder.SHARED
        self.shown: list[CatalogueEntry] = []
        self._cursor_was_moved = False
        """Whether the user put the cursor where it is."""
        self._search_texts = {article: search_text(self._entry(article)) for article in self.ids}
        self.search = SearchList(placeholder="title, outlet, date …", empty_text="No article is called that.")
        self.detail = DetailLines()

    def compose(self) -> ComposeResult:
        yield Static("", id="counts", classes="page-title")
        yield self.search
        yield self.detail
        yield KeyBar()

    def on_mount(self) -> None:
        self.session_changed()

    def session_changed(self) -> None:
        """Read what the catalogue lacks: all of it when blind mode begins or ends."""
        self._show()
        missing = [article for article in (*self.opened, *self.ids) if article not in self.catalogue]
        if missing:
            self._read_all(tuple(dict.fromkeys(missing)))

    def on_resize(self) -> None:
        self.detail.set_class(self.size.height < 30, "-low")
        self._show_head()

    def _show_head(self) -> None:
        rows = self.search.list.rows
        if isinstance(rows, ArticleRows):
            self.search.show_head(Content.assemble(" " * EDGE, article_head(rows, self.size.width - EDGE - BAR)))

    @work(thread=True, exclusive=True, group="catalogue")
    def _read_all(self, ids: Sequence[str]) -> None:
        worker = get_current_worker()
        batch: list[CatalogueEntry] = []
        batch_size = FIRST_BATCH
        for article_id in ids:
            if worker.is_cancelled:
                return
            batch.append(self._read(article_id))
            if len(batch) >= batch_size:
                self.post_message(self.EntriesRead(batch))
                batch, batch_size = [], batch_size * 2
        self.post_message(self.EntriesRead(batch))

    @on(EntriesRead)
    def _add_entries(self, message: EntriesRead) -> None:
        self.catalogue.update({entry.id: entry for entry in message.entries})
        self._search_texts.update({entry.id: search_text(entry) for entry in message.entries})
        self._show()

    def _read(self, article_id: str) -> CatalogueEntry:
        return read_entry(self.workspace, article_id, blind=self.session.codebook.blind)

    def _entry(self, article_id: str) -> CatalogueEntry:
        return self.catalogue.get(article_id) or CatalogueEntry(article_id, article_id)

    @property
    def open_propositions(self) -> SharedPropositions:
        """The propositions of the open articles."""
        return SharedPropositions.of(map(self._entry, self.opened))

    @property
    def article_under_cursor(self) -> str:
        """The id of the article under the cursor, or an empty string."""
        return self.shown[self.search.cursor].id if self.shown else ""

    def _show(self) -> None:
        article = self.article_under_cursor if self._cursor_was_moved else ""
        matching = matching_articles(self.search.typed, self._search_texts)
        self.shown = sort_articles(map(self._entry, self.ids), self.order, self.open_propositions, matching)
        first_new = next((n for n, entry in enumerate(self.shown) if entry.id not in self.opened), 0)
        cursor = next((n for n, entry in enumerate(self.shown) if entry.id == article), first_new)
        rows = ArticleRows(self.shown, tuple(self.chosen), self.open_propositions, self.session.reader_state.read)
        self.search.list.show(rows, cursor)
        self._show_head()
        self._show_counts()

    def _show_counts(self) -> None:
        number, read = len(self.ids), sum(article in self.catalogue for article in self.ids)
        found = f"   {len(self.shown):,} found" if self.search.typed.strip() else ""
        progress = f"   reading titles: {read:,}" if read < number else ""
        state = Content.styled(f"{found}   {self.order.value}{progress}", "$quiet")
        self.query_one("#counts", Static).update(Content.assemble((count_noun(number, "article"), "bold"), state))
        self.query_one(KeyBar).show(self._hints())

    def _hints(self) -> list[Hint]:
        return article_hints(len(self.chosen), changed=tuple(self.chosen) != self.opened)

    @on(Input.Changed)
    def _typed(self) -> None:
        self._cursor_was_moved = False
        self._show()

    @on(ListView.Moved)
    def _moved(self, message: ListView.Moved) -> None:
        self._cursor_was_moved = self._cursor_was_moved or message.by_user
        entry = self.shown[self.search.cursor] if self.shown else None
        self.detail.show(article_detail(entry, self.open_propositions, self.sentences) if entry else ())

    def action_order(self) -> None:
        """Sort in the next order."""
        self.order = self.order.next()
        self._show()

    def action_toggle_article(self) -> None:
        """Add the article under the cursor to those to open, or remove it."""
        article = self.article_under_cursor
        if article in self.chosen:
            self.chosen = [other for other in self.chosen if other != article]
            self._cursor_was_moved = True
            self._show()
        else:
            self.action_add_again()

    def action_add_again(self) -> None:
        """Add the article under the cursor, even if it is chosen already."""
        if self.article_under_cursor and self._has_room():
            self.chosen.append(self.article_under_cursor)
            self._cursor_was_moved = True
            self._show()

    def action_shift(self, by: int) -> None:
        """Move the pane of the article under the cursor, or its choice."""
        if self.article_under_cursor in self.chosen:
            self.chosen = moved(self.chosen, self.article_under_cursor, by)
            self._cursor_was_moved = True
            self._show()
        else:
            self.query_one(KeyBar).show_message("Tab adds this article first.")

    def action_toggle_read(self) -> None:
        """Mark the article under the cursor as read, or as not read."""
        if self.article_under_cursor:
            toggle_read(self.session, self.article_under_cursor)
            self._cursor_was_moved = True
            self._show()

    def action_source(self) -> None:
        """Edit the source of the article under the cursor."""
        article = self.article_under_cursor
        if article:
            ask_source(self.app, self.session, article, partial(self._show_source, article))

    def _show_source(self, article: str, saved: bool | None) -> None:
        if saved:
            self._cursor_was_moved = True
            self._add_entries(self.EntriesRead([self._read(article)]))
            self.query_one(KeyBar).show_message("Saved. In the reader, u undoes it.")

    @work(group=DIALOG, exclusive=True)
    async def action_add_document(self) -> None:
        """Ask for a document, add it as an article, and choose that."""
        from tui.reader.screens.articles.adding import ask_document  # noqa: PLC0415 - only if a document is added

        added = await ask_document(self.app, self.workspace, self.query_one(KeyBar).show_message)
        if added:
            self._choose_added(added)

    def _choose_added(self, added: AddedDocument) -> None:
        self.app.notify(make_visible(added.message), severity=added.severity, markup=False, timeout=8)
        self.ids = article_ids(self.workspace)
        self._add_entries(self.EntriesRead([self._read(article) for article in added.articles]))
        for article in added.articles:
            if article not in self.chosen and len(self.chosen) < MAX_PANES:
                self.chosen.append(article)
        self._show()
        if added.new_article:
            ask_source(self.app, self.session, added.new_article, partial(self._show_source, added.new_article))

    def action_left_out(self) -> None:
        """Show what the article under the cursor does not have of its page."""
        if article := self.article_under_cursor:
            show_left_out(self.app, self.workspace, article, self._entry(article).byline)

    def _has_room(self) -> bool:
        if len(self.chosen) < MAX_PANES:
            return True
        self.query_one(KeyBar).show_message(f"{MAX_PANES} are open at most; Tab removes one.")
        return False

    @on(Input.Submitted)
    @on(ListView.Selected)
    def action_take(self) -> None:
        """Open the chosen articles, or add the one under the cursor."""
        article = self.article_under_cursor
        if tuple(self.chosen) == self.opened and article and article not in self.chosen:
            if not self._has_room():
                return
            self.chosen.append(article)
        if self.chosen:
            self.dismiss(ArticleChoice(tuple(self.chosen), article))
        else:
            self.query_one(KeyBar).show_message("Tab adds an article.")
