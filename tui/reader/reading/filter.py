"""The active filter. It dims other annotations; Esc clears it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tui.analysis.filters import Filter, filter_collation
from tui.reader.content import visible_line
from tui.reader.reading.feature import Feature
from tui.reader.reading.follow import Follow
from tui.reader.screens.records.screen import RecordsResult, RecordsScreen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.model import Collation
    from tui.reader.reading.screen import ReadingScreen
    from tui.reader.widgets.pane.pane import Pane
    from tui.reader.widgets.pane.segments import Emphasis


class FilterRecords(Feature):
    """Lists the records, and dims those that the filter leaves out."""

    name = "filter"

    def __init__(self, screen: ReadingScreen) -> None:
        super().__init__(screen)
        self.filter = Filter()
        self._dimmed: tuple[Filter, Collation, Mapping[str, frozenset[str]]] | None = None
        """What the filter leaves out of which collation, worked out once."""

    def open(self) -> None:
        """List the records, and go to what is chosen there."""
        session = self.session
        records = RecordsScreen(session.collation, self.filter, session.annotator, glyphs=self.screen.glyphs)
        self.screen.app.push_screen(records, self._apply)

    def _apply(self, result: RecordsResult | None) -> None:
        if result is None:
            return
        self.filter = result.filter
        if result.ref:
            self.screen.features.get(Follow).go_to_record(result.ref)
        self.screen.refresh_context()

    def dismiss(self) -> bool:
        if not self.filter.active:
            return False
        self.filter = Filter()
        return True

    def emphasis(self, pane: Pane, emphasis: Emphasis) -> Emphasis:
        """Dim what the filter leaves out."""
        if not self.filter.active:
            return emphasis
        return emphasis._replace(dimmed=self.dimmed.get(pane.account.article.id, frozenset()))

    def status(self) -> Sequence[Content]:
        if not self.filter.active:
            return ()
        words = f"{visible_line(self.filter.describe())}: {self._counted()}"
        return [Content.assemble((words, "$accent bold"), ("  Esc clears", "$quiet"))]

    @property
    def dimmed(self) -> Mapping[str, frozenset[str]]:
        """The ids of the annotations that the filter leaves out, by article."""
        collation = self.session.collation
        if self._dimmed is None or self._dimmed[0] != self.filter or self._dimmed[1] is not collation:
            self._dimmed = (self.filter, collation, left_out(collation, self.filter))
        return self._dimmed[2]

    def _counted(self) -> str:
        """Return how many records the filter keeps, of how many."""
        collation = self.session.collation
        placed = [(account.article.id, each) for account in collation.articles_once for each in account.placed]
        kept = sum(self.filter.matches(each, article, collation.codebook) for article, each in placed)
        return f"{kept} of {len(placed)}"


def left_out(collation: Collation, chosen: Filter) -> Mapping[str, frozenset[str]]:
    """Return the ids of the annotations that a filter leaves out, by article."""
    if not chosen.active:
        return {}
    pairs = zip(collation.accounts, filter_collation(collation, chosen).accounts, strict=True)
    return {
        whole.article.id: frozenset(each.annotation.id for each in whole.placed)
        - frozenset(each.annotation.id for each in part.placed)
        for whole, part in pairs
    }
