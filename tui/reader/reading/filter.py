"""The active filter, which dims all other annotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tui.analysis.account_view import View
from tui.analysis.filters import Filter
from tui.reader.content import visible_line
from tui.reader.dialogs.value_picker import ValuePicker
from tui.reader.reading.feature import Feature
from tui.reader.reading.follow import Follow
from tui.reader.reading.views import Views
from tui.reader.screens.records.annotator_choice import annotator_choice
from tui.reader.screens.records.screen import RecordsResult, RecordsScreen
from tui.session.outside_filter import Outside, outside
from tui.session.overview import Part

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.reader.reading.screen import ReadingScreen
    from tui.reader.widgets.pane.pane import Pane
    from tui.reader.widgets.pane.segments import Emphasis


def scope_in_words(condition: Filter) -> str:
    """Return what a header says of a filter: `only Ada`, `only kind claim`."""
    words = visible_line(condition.describe())
    is_of_people = all(condition.annotators) and condition == Filter(annotators=condition.annotators)
    return f"only {words.removeprefix('annotator ') if is_of_people else words}"


class FilterRecords(Feature):
    """Lists the records, and dims those outside the filter."""

    name = "filter"

    def __init__(self, screen: ReadingScreen) -> None:
        super().__init__(screen)
        self.filter = Filter()
        self._outside = Outside()
        """The annotations outside the filter, as computed last."""
        self._computed_for: tuple[object, object] = (None, None)
        """The filter and the collation that they were computed for."""

    def open(self) -> None:
        """Open the list of records, and go to the one that is chosen."""
        records = RecordsScreen(self.session, self.filter, glyphs=self.screen.glyphs)
        self.screen.app.push_screen(records, self._apply)

    def choose_annotator(self) -> None:
        """Show only what one annotator marked, or what all did again."""
        if self.filter.annotators:
            self._set_annotators(())
            return
        session = self.session
        records = [placed.annotation for account in session.collation.articles_once for placed in account.placed]
        question, values = annotator_choice(records, session.codebook, session.annotator)

        def show(name: str | None) -> None:
            if name is not None:
                self._set_annotators((name,))

        self.screen.app.push_screen(ValuePicker(question, values, glyphs=self.screen.glyphs), show)

    def _set_annotators(self, names: tuple[str, ...]) -> None:
        self.filter = self.filter._replace(annotators=names)
        self.screen.refresh_context()

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
        scope = scope_in_words(self.filter)
        return emphasis._replace(dimmed=dimmed, view=emphasis.view.with_all, scope=scope)

    def status(self) -> Sequence[Content]:
        if not self.filter.active:
            return ()
        label = f"{visible_line(self.filter.describe())}: {self._current().counts}"
        return [Content.assemble((label, "$accent bold"), ("  Esc clears", "$quiet"))]

    @property
    def not_applied(self) -> str:
        """What lists of everything say of the filter or the view: `not only Ada`."""
        if self.filter.active:
            return f"all, not {scope_in_words(self.filter)}"
        return "all, not only mine" if self.screen.features.get(Views).view is View.MINE else ""

    @property
    def dimmed(self) -> Mapping[str, frozenset[str]]:
        """The ids of the annotations outside the filter, by article."""
        return self._current().ids

    def _current(self) -> Outside:
        """Return what is outside the filter, or nothing until it is known."""
        overview = self.session.overview
        before = self._computed_for
        if self.filter == before[0] and overview.collation is before[1]:
            return self._outside
        if overview.has(Part.TEXTS):
            self._computed_for = self.filter, overview.collation
            self._outside = outside(overview.records, overview.survey, self.filter)
        elif self.filter != before[0]:
            self._computed_for, self._outside = (None, None), Outside()
        return self._outside
