"""A filter in force: it dims everything else in the panes, is always told, and Esc is rid of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.content import Content

from tui.analysis.filters import Filter, filter_collation
from tui.model import Collation
from tui.reader.content import visible_line
from tui.reader.reading.follow import Linking
from tui.reader.widgets.pane.segments import Emphasis

if TYPE_CHECKING:
    from tui.config import Config
    from tui.reader.screens.records.screen import RecordsResult
    from tui.reader.widgets.pane.pane import Pane
    from tui.session.session import Session


class Filtering(Linking):
    """The actions that choose records."""

    def __init__(self, session: Session, config: Config) -> None:
        super().__init__(session, config)
        self.filter = Filter()
        self._faded: tuple[Filter, Collation, Mapping[str, frozenset[str]]] | None = None

    @property
    def faded(self) -> Mapping[str, frozenset[str]]:
        """The ids of the annotations that the filter leaves out, by article."""
        collation = self.session.collation
        if self._faded is None or self._faded[0] != self.filter or self._faded[1] is not collation:
            self._faded = (self.filter, collation, left_out(collation, self.filter))
        return self._faded[2]

    @property
    def kept(self) -> str:
        """How many records the filter keeps, of how many."""
        codebook = self.session.codebook
        placed = [
            (account.article.id, each) for account in self.session.collation.articles_once for each in account.placed
        ]
        number = sum(self.filter.matches(each, article, codebook) for article, each in placed)
        return f"{number} of {len(placed)}"

    def emphasis_of(self, pane: Pane, current: tuple[str, ...]) -> Emphasis:
        """Dim what the filter leaves out."""
        emphasis = super().emphasis_of(pane, current)
        if not self.filter.active:
            return emphasis
        return emphasis._replace(faded=self.faded.get(pane.account.article.id, frozenset()))

    def status(self) -> list[Content]:
        """Tell the filter in force."""
        parts = super().status()
        if self.filter.active:
            words = f"{visible_line(self.filter.describe())}: {self.kept}"
            parts.append(Content.assemble((words, "$accent bold"), ("  Esc everything", "$quiet")))
        return parts

    def action_records(self) -> None:
        """List what is recorded, choose from it, and go to what is taken there."""
        from tui.reader.screens.records.screen import RecordsScreen

        screen = RecordsScreen(self.session.collation, self.filter, self.session.annotator, glyphs=self.glyphs)
        self.app.push_screen(screen, self._filter_by)

    def _filter_by(self, chosen: RecordsResult | None) -> None:
        if chosen is None:
            return
        self.filter = chosen.filter
        if chosen.place:
            self.see(chosen.place)
        self.tell_cursor()

    def action_escape(self) -> None:
        """Let go of the selection, else of the filter."""
        selecting = self.pane is not None and self.pane.selected_from is not None
        if selecting or not self.filter.active:
            super().action_escape()
            return
        self.filter = Filter()
        self.tell_cursor()


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
