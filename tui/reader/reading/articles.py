"""Other articles beside those that are open: picked from a list, or found by their words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tui.analysis.search import SearchQuery
from tui.reader.reading.find import Finding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.config import Config
    from tui.reader.reading.frame import AccountColumn
    from tui.reader.screens.articles.screen import ArticleChoice
    from tui.reader.screens.search.screen import SearchTarget
    from tui.session.session import Session
    from tui.storage.workspace.catalogue import CatalogueEntry


class Opening(Finding):
    """The actions that change which articles are open."""

    def __init__(self, session: Session, config: Config) -> None:
        super().__init__(session, config)
        self._catalogue: dict[str, CatalogueEntry] = {}

    @property
    def opened(self) -> tuple[str, ...]:
        """The ids of the articles that are open, in order."""
        return tuple(account.article.id for account in self.session.accounts)

    def action_articles(self) -> None:
        """Choose which articles are open."""
        from tui.reader.screens.articles.screen import ArticlesScreen
        from tui.storage.workspace.article_files import article_ids
        from tui.storage.workspace.catalogue import read_entry

        workspace = self.session.workspace
        picker = ArticlesScreen(
            article_ids(workspace),
            self.opened,
            self._catalogue,
            lambda article_id: read_entry(workspace, article_id),
            self.session.codebook,
        )
        self.app.push_screen(picker, self._open_picked)

    async def _open_picked(self, picked: ArticleChoice | None) -> None:
        if picked:
            await self.show_articles(picked.articles, picked.first)

    def action_search_all(self) -> None:
        """Look for words in every article of the workspace, and go to what is found."""
        from tui.reader.screens.search.screen import SearchScreen
        from tui.storage.cache.article_search import FreshIndex, search_articles

        workspace = self.session.workspace
        index = FreshIndex(workspace)
        screen = SearchScreen(
            lambda words, progress: search_articles(workspace, words, progress, index=index),
            self.query_asked.text,
            ascii_only=self.config.ascii,
        )
        self.app.push_screen(screen, self._open_found)

    async def _open_found(self, found: SearchTarget | None) -> None:
        from tui.session.article_list import MOST_PANES

        if found is None:
            return
        if found.article not in self.opened:
            await self.show_articles((*self.opened[: MOST_PANES - 1], found.article), found.article)
        if found.article in self.opened:
            self.go_to_pane(self.opened.index(found.article))
            self.columns[self.active].pane.go_to(found.start, roomy=True)
            self.look_for(SearchQuery(found.words))

    async def show_articles(self, articles: Sequence[str], first: str = "") -> None:
        """Open these articles instead of those that are open; each keeps its cursor, and `first` gets the keys."""
        if tuple(articles) != self.opened:
            from tui.storage.workspace.open_set import remember_open

            places = self._places()
            self.session.open(articles)
            remember_open(self.session.workspace, self.opened)
            self.active = min(self.active, max(0, len(self.session.accounts) - 1))
            await self.show_accounts()
            for key, column in self._keyed():
                column.pane.go_to(places.get(key, column.pane.cursor))
            self.lay_out()
            self.show_session()
            if self.session.problems:
                self.tell_problems()
        if first in self.opened:
            self.go_to_pane(self.opened.index(first))
        elif self.columns:
            self.go_to_pane(self.active)

    def _places(self) -> dict[tuple[str, int], int]:
        return {key: column.pane.cursor for key, column in self._keyed()}

    def _keyed(self) -> list[tuple[tuple[str, int], AccountColumn]]:
        """Return the columns by their article, and the how manieth pane of it they are."""
        seen: Counter[str] = Counter()
        keyed = []
        for column in self.columns:
            article = column.pane.account.article.id
            keyed.append(((article, seen[article]), column))
            seen[article] += 1
        return keyed
