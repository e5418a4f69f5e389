"""Show results of adjudication without what they settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tui.formats.phrasing import count_noun
from tui.reader.reading.feature import Feature

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.reader.reading.screen import ReadingScreen
    from tui.reader.widgets.pane.pane import Pane
    from tui.reader.widgets.pane.segments import Emphasis
    from tui.session.overview import Overview


class AdjudicatedOnly(Feature):
    """Leaves out what was settled, in the panes and in every list."""

    name = "adjudicated"

    def __init__(self, screen: ReadingScreen) -> None:
        super().__init__(screen)
        self._computed_for: Overview | None = None
        self._left_out: Mapping[str, frozenset[str]] = {}
        """The ids of what is left out, by article."""

    @property
    def is_on(self) -> bool:
        return self.session.overviews.adjudicated_only

    def toggle(self) -> None:
        """Leave out what was settled, or show it again."""
        self._show(only=not self.is_on)

    def dismiss(self) -> bool:
        if not self.is_on:
            return False
        self._show(only=False)
        return True

    def _show(self, *, only: bool) -> None:
        self.session.overviews.adjudicated_only = only
        self.screen.show_session()
        if only and not any(self.left_out.values()):
            self.screen.show_message("No disagreement is settled yet, so nothing is left out.")

    @property
    def left_out(self) -> Mapping[str, frozenset[str]]:
        """The ids of what was settled, by article."""
        overview = self.session.overview
        if self._computed_for is not overview:
            pairs = zip(self.session.accounts, overview.collation.accounts, strict=True)
            self._left_out = {old.article.id: frozenset(old.by_id).difference(new.by_id) for old, new in pairs}
            self._computed_for = overview
        return self._left_out

    def emphasis(self, pane: Pane, emphasis: Emphasis) -> Emphasis:
        if not self.is_on:
            return emphasis
        dimmed = (emphasis.dimmed or frozenset()) | self.left_out.get(pane.account.article.id, frozenset())
        return emphasis._replace(dimmed=dimmed)

    def status(self) -> Sequence[Content]:
        if not self.is_on:
            return ()
        number = count_noun(sum(map(len, self.left_out.values())), "record")
        label = f"adjudicated only: {number} left out"
        return [Content.assemble((label, "$accent bold"), ("  Esc shows all", "$quiet"))]
