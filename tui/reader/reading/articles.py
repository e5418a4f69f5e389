"""Choose which articles are open, or search all of them."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from tui.analysis.search import SearchQuery
from tui.reader.dialogs.source_form import ask_source
from tui.reader.reading.feature import Feature
from tui.reader.reading.find import Find
from tui.reader.screens.articles.screen import ArticleChoice, ArticlesScreen
from tui.reader.screens.search.screen import SearchScreen, SearchTarget
from tui.session.article_list import MAX_PANES
from tui.session.history import BylineChange, FilesChange
from tui.storage.files.read_only import is_read_only
from tui.storage.records.record_source import list_file, record_folder
from tui.storage.workspace.reader_state import remember_articles

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from tui.reader.reading.screen import ReadingScreen
    from tui.storage.workspace.catalogue import CatalogueEntry


class Articles(Feature):
    """Changes which articles are open."""

    name = "articles"

    def __init__(self, screen: ReadingScreen) -> None:
        super().__init__(screen)
        self._catalogue: dict[str, CatalogueEntry] = {}
        """What was read of the articles so far, by id."""
        self._was_blind = self.session.codebook.blind

    def choose(self) -> None:
        """Ask which articles are to be open, and open them."""
        self.screen.app.push_screen(ArticlesScreen(self.session, self._catalogue), self._open_chosen)

    async def _open_chosen(self, choice: ArticleChoice | None) -> None:
        self.screen.show_session()  # sources may have been edited in the list
        if choice:
            await self._show(choice.articles, choice.first)

    def source(self, article: str = "") -> None:
        """Edit the source of an article, or of the active account."""
        pane = self.screen.pane
        if is_read_only():
            self.screen.show_message("This can only be read here.")
        elif pane:
            ask_source(self.screen.app, self.session, article or pane.account.article.id, self._source_answered)

    def _source_answered(self, saved: bool | None) -> None:
        self.screen.show_session()
        if saved:
            self.screen.show_message("Saved. u undoes it.")

    def left_out(self) -> None:
        """Show what of its original the active account does not have."""
        if pane := self.screen.pane:
            from tui.reader.screens.left_out.screen import LeftOutScreen  # noqa: PLC0415 - few ask for it

            article = pane.account.article
            self.screen.app.push_screen(LeftOutScreen(self.session.workspace, article, glyphs=self.screen.glyphs))

    def session_changed(self) -> None:
        if self._was_blind is not self.session.codebook.blind:
            self._was_blind = self.session.codebook.blind
            self._catalogue.clear()
        history = self.session.history
        for change in chain(*history.done[-1:], *history.undone[-1:]):
            if isinstance(change, BylineChange):
                self._catalogue.pop(change.article, None)
            elif isinstance(change, FilesChange):
                self._forget_changed({path for file in change.files for path in (file.path, file.path.parent)})

    def _forget_changed(self, changed: Collection[Path]) -> None:
        """Read entries again whose list file, or folder of records, changed."""
        workspace = self.session.workspace
        for article in list(self._catalogue):
            if list_file(workspace, article) in changed or record_folder(workspace, article) in changed:
                del self._catalogue[article]

    def search(self) -> None:
        """Ask for a hit in any article of the workspace, and go to it."""
        text = self.screen.features.get(Find).query.text
        search = SearchScreen(self.session.workspace, text, glyphs=self.screen.glyphs)
        self.screen.app.push_screen(search, self._open_hit)

    async def _open_hit(self, target: SearchTarget | None) -> None:
        if target is None:
            return
        if target.article not in self.session.open_articles:
            others = self.session.open_articles[: MAX_PANES - 1]
            await self._show((*others, target.article), target.article)
        if target.article in self.session.open_articles:
            self.screen.go_to_pane(self.session.open_articles.index(target.article))
            self.screen.columns[self.screen.active].pane.go_to(target.start, with_context=True)
            self.screen.features.get(Find).search(SearchQuery(target.query))

    async def _show(self, articles: Sequence[str], first: str = "") -> None:
        """Open these articles instead, each at its place, and focus `first`."""
        screen, session = self.screen, self.session
        if tuple(articles) != session.open_articles:
            screen.run_command("resume.keep_places")
            session.open(articles)
            remember_articles(session.workspace, session.open_articles)
            screen.save_parsed()
            screen.active = min(screen.active, max(0, len(session.accounts) - 1))
            await screen.show_accounts()
            screen.lay_out()
            screen.show_session()
            if session.problems:
                screen.report_problems()
        if first in session.open_articles:
            screen.go_to_pane(session.open_articles.index(first))
        elif screen.columns:
            screen.go_to_pane(screen.active)
        else:
            screen.query_one("Welcome").focus()  # else the keys go to a pane that is gone
