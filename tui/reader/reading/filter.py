"""The active filter, which dims all other annotations."""

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

    from tui.model import Account, Collation
    from tui.reader.reading.screen import ReadingScreen
    from tui.reader.widgets.pane.pane import Pane
    from tui.reader.widgets.pane.segments import Emphasis


class FilterRecords(Feature):
    """Lists the records, and dims those outside the filter."""

    name = "filter"

    def __init__(self, screen: ReadingScreen) -> None:
        super().__init__(screen)
        self.filter = Filter()
        self._dimmed: tuple[Filter, Collation, Mapping[str, frozenset[str]]] | None = None
        """A filter, the collation it was applied to, and the ids outside it by article."""

    def open(self) -> None:
        """Open the list of records, and go to the one that is chosen."""
        records = RecordsScreen(self.session, self.filter, glyphs=self.screen.glyphs)
        self.screen.app.push_screen(records, self._apply)

    def _apply(self, result: RecordsResult | None) -> None:
        if result is None:
            return
        self.filter = result.filter
        self.screen.show_session()  # records may have been changed in the list
        if result.ref:
            self.screen.features.get(Follow).go_to_record(result.ref)
        self.screen.refresh_context()

    def dismiss(self) -> bool:
        if not self.filter.active:
            return False
        self.filter = Filter()
        return True

    def emphasis(self, pane: Pane, emphasis: Emphasis) -> Emphasis:
        if not self.filter.active:
            return emphasis
        # What the filter keeps is what the user asked for, whatever the view makes of it.
        dimmed = self.dimmed.get(pane.account.article.id, frozenset())
        return emphasis._replace(dimmed=dimmed, view=emphasis.view.with_all)

    def status(self) -> Sequence[Content]:
        if not self.filter.active:
            return ()
        label = f"{visible_line(self.filter.describe())}: {self._counts()}"
        return [Content.assemble((label, "$accent bold"), ("  Esc clears", "$quiet"))]

    @property
    def dimmed(self) -> Mapping[str, frozenset[str]]:
        """The ids of the annotations outside the filter, by article."""
        collation = self.session.collation
        if self._dimmed is None or self._dimmed[0] != self.filter or self._dimmed[1] is not collation:
            self._dimmed = (self.filter, collation, filtered_out(collation, self.filter))
        return self._dimmed[2]

    def _counts(self) -> str:
        collation = self.session.collation
        pairs = [(account.article.id, placed) for account in collation.articles_once for placed in account.placed]
        matching = sum(self.filter.matches(placed, article, collation.codebook) for article, placed in pairs)
        return f"{matching} of {len(pairs)}"


def filtered_out(collation: Collation, record_filter: Filter) -> Mapping[str, frozenset[str]]:
    """Return the ids of the annotations outside a filter, by article."""
    pairs = zip(collation.accounts, filter_collation(collation, record_filter).accounts, strict=True)
    return {whole.article.id: _ids(whole) - _ids(part) for whole, part in pairs}


def _ids(account: Account) -> frozenset[str]:
    return frozenset(placed.annotation.id for placed in account.placed)
