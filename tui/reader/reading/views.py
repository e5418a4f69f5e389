"""The view: which highlights stand out, and the numbers of propositions."""

from __future__ import annotations

from contextlib import suppress
from types import MappingProxyType
from typing import TYPE_CHECKING

from tui.analysis.account_view import AccountView, View, view_account
from tui.reader.reading.feature import Feature
from tui.storage.workspace.reader_state import update_reader_state

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.analysis.comparison import Comparison
    from tui.analysis.survey import Survey
    from tui.model import Account
    from tui.reader.reading.footer_hints import FooterContext
    from tui.reader.reading.screen import ReadingScreen
    from tui.reader.widgets.pane.pane import Pane
    from tui.reader.widgets.pane.segments import Emphasis


_LESS = (View.MINE, View.NONE)
"""The views that leave annotations out."""


class Views(Feature):
    """Shows a view of each account, and remembers which."""

    name = "views"

    def __init__(self, screen: ReadingScreen) -> None:
        super().__init__(screen)
        self.view = View.CONTRAST
        with suppress(ValueError):
            self.view = View(self.session.reader_state.view)
        self._views: dict[str, AccountView] = {}
        """The view of each article, as computed last."""
        self._computed_for: tuple[object, ...] = (None, None, None)
        """The view, the collation and the survey that those were computed for."""

    @property
    def survey(self) -> Survey | None:
        """The survey, or None while it would take longer than a key may take."""
        return self.session.overview.survey_in_time()

    @property
    def comparison(self) -> Comparison | None:
        """The comparison of the open accounts, or None until it is known."""
        return self.survey.comparison if self.survey else None

    @property
    def numbers(self) -> Mapping[str, int]:
        """The number of each shared proposition by slug, none until known."""
        survey = self.survey
        return survey.comparison.numbers if survey else MappingProxyType({})

    def account_view(self, account: Account) -> AccountView:
        """Return what the view makes of an open account."""
        article = account.article.id
        inputs = (self.view, self.session.collation, self.survey)
        # To compare collations by their records would take longer than a key may take.
        if any(value is not old for value, old in zip(inputs, self._computed_for, strict=True)):
            self._computed_for = inputs
            self._views = {}
        if article not in self._views:
            codebook, survey = self.session.codebook, self.survey
            view = view_account(account, codebook, self.view, self.numbers, self.session.annotator)
            together = survey.together.get(article) if survey else None
            self._views[article] = view._replace(together=together) if together else view
        return self._views[article]

    def cursor_moved(self) -> None:
        # Also after a change of the session, which ends with a call of this.
        survey = self.survey
        if survey is None:
            return
        for column in self.screen.columns:
            if counts := survey.counts.get(column.article):
                column.header.show_counts(counts)

    def emphasis(self, pane: Pane, emphasis: Emphasis) -> Emphasis:
        scope = f"view {self.view}" if self.view in _LESS else ""
        return emphasis._replace(view=self.account_view(pane.account), scope=scope)

    def hints(self, context: FooterContext) -> FooterContext:
        return context._replace(view=self.view.value)

    def turn(self) -> None:
        """Change to the next view, and remember it."""
        self.view = self.view.following
        update_reader_state(self.session.workspace, view=self.view.value)
        self.screen.refresh_context()
