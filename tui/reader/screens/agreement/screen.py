"""The agreement screen: figures, and every place where annotators differ."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from tui.analysis.agreement.disagreements import Difference
from tui.formats.agreement_words import contrast_title
from tui.model import RecordRef
from tui.reader.content import visible_line
from tui.reader.dialogs.overlay import close_above
from tui.reader.dialogs.value_picker import ValuePicker
from tui.reader.screens.agreement import summary
from tui.reader.screens.agreement.figure_rows import FIRST_COUNT, chosen_figures, cut_figures, figure_lines
from tui.reader.screens.agreement.keys import AGREEMENT_KEYS, DIFFERENCE_KEYS, agreement_hints
from tui.reader.screens.agreement.rows import (
    DisagreementRows,
    difference_totals,
    disagreement_detail,
    listed_annotators,
    settled_line,
    sides_head,
)
from tui.reader.screens.agreement.settling import Settling
from tui.reader.screens.prepared import PreparedPage
from tui.reader.widgets.detail_lines import MOST_LINES, DetailLines
from tui.reader.widgets.filter_field import FilterField
from tui.reader.widgets.key_bar import KeyBar
from tui.reader.widgets.list_view import BAR, EDGE, ListView, Rows
from tui.session.agreement_list import DisagreedPlace, PlaceQuery, matching_places
from tui.session.agreement_steps import AgreementSteps
from tui.session.blind_mode import blind_refusal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textual.app import ComposeResult

    from tui.analysis.agreement.agreement import Contrast
    from tui.layout.glyphs import Glyphs
    from tui.session.overview import Overview
    from tui.session.session import Session

OTHER_ROWS = 13
"""Rows of a low screen that are not for figures: title, head, places, details and keys."""
HIGH = 36
"""Rows of a screen that has room for the details of many annotators."""
_NO_MATCH = "No place is like that. Esc shows all of them."
_NO_PLACES = "They agree at every place."
_ALL_SETTLED = "All places at which they differ are settled. t shows them."
_PLACEHOLDER = "words of the quote, a name, a kind, a proposition …"


@dataclass
class AgreementState:
    """What the screen remembers until it is opened again."""

    annotators: tuple[str, ...] = ()
    """Who is compared; everybody if empty."""
    query: PlaceQuery = field(default_factory=PlaceQuery)
    ref: RecordRef | None = None
    """The first record of the place under the cursor."""
    all_figures: bool = False
    work: AgreementSteps | None = None
    """What was computed, as long as nothing but results of adjudication changed."""


class AgreementScreen(PreparedPage[RecordRef | None]):
    """Shows how far annotators agree and where not, and returns a place."""

    BLANK = True
    PAGE_KEYS = ("Among the disagreements", AGREEMENT_KEYS)
    CHANGES: ClassVar[frozenset[str]] = frozenset(
        (
            *(f"settle('{name}')" for name in ("both", "third", "neither", "undo", "redo", "skip")),
            *(f"settle_side({number})" for number in range(1, 10)),
        )
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back"),
        Binding("q,C", "dismiss(None)", "Close"),
        Binding("tab", "turn(1)", "Next two", priority=True),
        Binding("shift+tab", "turn(-1)", "The two before", priority=True),
        Binding("w", "choose", "Whom"),
        Binding("slash", "type", "Words"),
        Binding("o", "order", "Sort"),
        Binding("f", "figures", "Figures"),
        Binding("t", "settled", "Settled"),
        Binding("question_mark,f1", "app.page_help", "Help"),
        Binding("b", "settle('both')", "Both"),
        Binding("e", "settle('third')", "Other"),
        Binding("0", "settle('neither')", "Neither"),
        Binding("u", "settle('undo')", "Undo"),
        Binding("ctrl+r", "settle('redo')", "Redo"),
        Binding("U", "settle('skip')", "Skip step"),
        *(Binding(str(number), f"settle_side({number})", f"As {number}") for number in range(1, 10)),
        *(Binding(key, f"differing('{difference.value}')", difference) for difference, key in DIFFERENCE_KEYS.items()),
    ]

    def __init__(self, session: Session, state: AgreementState, keymap: Mapping[str, str], *, glyphs: Glyphs) -> None:
        super().__init__(classes="page")
        self.session = session
        self.state = state
        self.settling = Settling(self, keymap)
        self.glyphs = glyphs
        self.shown: tuple[DisagreedPlace, ...] = ()
        self.is_hidden = False
        """Whether blind mode hides what others marked."""
        self.list = ListView(glyphs=glyphs)
        self.field = FilterField(self.list, state.query.text, placeholder=_PLACEHOLDER)
        self.detail = DetailLines()

    def compose(self) -> ComposeResult:
        yield Static("", id="totals", classes="page-title")
        yield Static("", id="query", classes="page-query")
        yield self.field
        yield Static("", id="figures")
        yield Static("", id="head", classes="page-head")
        yield self.list
        yield self.detail
        yield Static("", id="outside", classes="page-outside")
        yield KeyBar()

    def on_mount(self) -> None:
        self.list.focus()
        self.session_changed()

    @property
    def overview(self) -> Overview:
        return self.session.overview

    @property
    def work(self) -> AgreementSteps:
        """What is computed by now."""
        work, collation = self.state.work, self.session.collation
        if work is None or work.collation is not collation:
            work = self.state.work = work.updated(collation) if work else AgreementSteps(collation)
        return work

    @property
    def is_prepared(self) -> bool:
        if self.session.codebook.blind:
            return True
        contrast = self.contrast
        return contrast is not None and self.work.is_complete(contrast.annotators)

    def steps(self) -> Iterator[object]:
        return self.work.steps(self.state.annotators)

    @property
    def contrast(self) -> Contrast | None:
        """Who is compared, or None in blind mode, and until it is known."""
        contrasts = () if self.session.codebook.blind else self.work.contrasts
        chosen = (contrast for contrast in contrasts if contrast.annotators == self.state.annotators)
        return next(chosen, contrasts[0] if contrasts else None)

    @property
    def places(self) -> tuple[DisagreedPlace, ...] | None:
        """Where they disagree, or None until that is known."""
        return self.work.places.get(self.contrast.annotators) if self.contrast else None

    @property
    def place(self) -> DisagreedPlace | None:
        """The place under the cursor."""
        return self.shown[self.list.cursor] if self.shown else None

    def session_changed(self) -> None:
        """Compare the annotators again, with the cursor on the same place."""
        self.show_prepared()
        self.prepare()

    def show_prepared(self) -> None:
        contrast, places = self.contrast, self.places
        self.list.empty_text = self._empty_text()
        has_begun = self.session.codebook.blind and not self.is_hidden
        self.is_hidden = self.session.codebook.blind
        if has_begun:
            close_above(self)
        if self.is_hidden:
            self._hide()
        elif places is not None and contrast:
            self._show_places(contrast, places)
        self._show_summary()

    def _hide(self) -> None:
        """Show nothing of what others marked."""
        self.shown = ()
        self.list.show(Rows())
        for name in ("query", "figures", "head", "outside"):
            self.query_one(f"#{name}", Static).update("")
        hints = agreement_hints(empty=True, annotators=0, pairs=False, filtered=False, can_undo=False)
        self.query_one(KeyBar).show(hints)

    def _empty_text(self) -> str:
        if reason := blind_refusal(self.session):
            return reason
        places = self.places
        if places is None:
            return self.waiting_text("Comparing")
        if self.work.agreement and (reason := summary.too_few(self.work.agreement)):
            return visible_line(reason)
        if places and not self.state.query.active:
            return _ALL_SETTLED
        return _NO_MATCH if places else _NO_PLACES

    def _show_places(self, contrast: Contrast, places: tuple[DisagreedPlace, ...]) -> None:
        shown = matching_places(places, self.state.query, self.session.codebook)
        rows = self.list.rows
        if shown == self.shown and isinstance(rows, DisagreementRows) and rows.annotators == contrast.annotators:
            return
        self.shown = shown
        cursor = next((index for index, place in enumerate(shown) if place.ref == self.state.ref), self.list.cursor)
        self.list.show(DisagreementRows(shown, contrast.annotators, self.session.codebook, self.glyphs), cursor)

    def _show_summary(self) -> None:
        contrast, places, agreement = self.contrast, self.places, self.work.agreement
        if contrast is None or places is None or agreement is None:
            self.query_one("#totals", Static).update(Content.styled("Agreement", "bold"))
            return
        query = self.state.query
        listed = [place for place in places if query.with_settled or not place.settled_by]
        totals, words = Content(""), Content("")
        if contrast.articles:
            totals = difference_totals(listed, query.differences, self.glyphs)
            words = summary.places_line(query, len(self.shown), places)
        outside = summary.left_out(agreement, self.glyphs)
        self.query_one("#totals", Static).update(Content.assemble(("Agreement   ", "bold"), totals))
        width = self.size.width - EDGE - BAR
        compared = summary.compared_line(contrast, words, width, self.glyphs) if contrast.articles else Content("")
        self.query_one("#query", Static).update(compared)
        self.query_one("#figures", Static).update(self._figures(contrast))
        self.query_one("#outside", Static).update(outside)
        self.query_one("#outside").display = bool(outside)
        self._show_head(contrast)
        self._fit_detail(len(contrast.annotators))
        hints = agreement_hints(
            empty=not self.shown,
            annotators=len(contrast.annotators),
            pairs=bool(agreement.pairs),
            filtered=query.active,
            can_undo=bool(self.session.history.done),
        )
        self.query_one(KeyBar).show(hints)

    def _show_head(self, contrast: Contrast) -> None:
        width = max(1, self.size.width - EDGE - BAR)
        head = sides_head(contrast.annotators, width) if self.shown else Content("")
        self.query_one("#head", Static).update(Content.assemble(" " * EDGE, head))

    def _figures(self, contrast: Contrast) -> Content:
        if not contrast.articles:
            return Content("")
        figures = self.work.figures.get(contrast.annotators, ())
        known = self.work.intervals.get(contrast.annotators, 0)
        chosen = chosen_figures(figures, complete=self.state.all_figures)
        lines = figure_lines(contrast, chosen, known, self.glyphs)
        least = 1 + FIRST_COUNT
        shown = cut_figures(lines, max(least, self.size.height - OTHER_ROWS))
        return Content("\n").join(shown + [Content("")] * (least - len(shown)))

    def on_resize(self) -> None:
        self.detail.set_class(self.size.height < 30, "-low")
        self._show_summary()

    def _fit_detail(self, annotators: int) -> None:
        """Make room for a line for each annotator if the screen is high."""
        is_high = self.size.height >= HIGH
        self.detail.styles.min_height = 1 + min(annotators, MOST_LINES) if is_high else None

    @on(ListView.Moved)
    def _moved(self) -> None:
        place = self.place
        if not place:
            self.detail.show(())
            return
        self.state.ref = place.ref
        codebook, glyphs = self.session.codebook, self.glyphs
        results = [(result, self.session.find(RecordRef(place.article, result.id))) for result in place.unit.results]
        settled = [settled_line(result, placed, codebook, glyphs=glyphs) for result, placed in results if placed]
        self.detail.show([*settled, *disagreement_detail(place, listed_annotators(self.list.rows), codebook, glyphs)])

    # What is shown

    def action_turn(self, by: int) -> None:
        """Compare the next two annotators, or all after the last two."""
        contrasts = [contrast.annotators for contrast in self.work.contrasts]
        if self.contrast and len(contrasts) > 1:
            position = contrasts.index(self.contrast.annotators) + by
            self._compare(contrasts[position % len(contrasts)])

    def action_choose(self) -> None:
        """Ask who is compared."""
        contrasts = self.work.contrasts
        if len(contrasts) <= 1:
            return
        values = {
            str(number): (contrast_title(contrast), len(contrast.articles)) for number, contrast in enumerate(contrasts)
        }

        def compare(number: str | None) -> None:
            if number is not None:
                self._compare(contrasts[int(number)].annotators)

        self.app.push_screen(ValuePicker("Compare whom, in how many articles?", values, glyphs=self.glyphs), compare)

    def _compare(self, annotators: tuple[str, ...]) -> None:
        self.state.annotators = annotators
        self.session_changed()

    def action_differing(self, difference: str) -> None:
        self._set_query(self.state.query.toggle(Difference(difference)))

    def action_order(self) -> None:
        self._set_query(self.state.query.next_order())

    def action_figures(self) -> None:
        """Show all figures, or the first of each sort."""
        self.state.all_figures = not self.state.all_figures
        self._show_summary()

    def action_settled(self) -> None:
        """Show settled places too, or only open ones."""
        query = self.state.query
        self._set_query(replace(query, with_settled=not query.with_settled))

    def action_type(self) -> None:
        """Show and focus the field for words to find."""
        self.field.open()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if event.value != self.state.query.text:
            self._set_query(replace(self.state.query, text=event.value))

    def _set_query(self, query: PlaceQuery) -> None:
        self.state.query = query
        self.show_prepared()

    def action_back(self) -> None:
        """Show all places, or close if all are shown."""
        if self.state.query.active or self.field.has_focus:
            self.state.query = self.state.query.cleared()
            self.field.close()
            self.show_prepared()
        else:
            self.dismiss(None)

    @on(ListView.Selected)
    def action_take(self) -> None:
        """Go to the place under the cursor."""
        if self.place:
            self.dismiss(self.place.ref)

    # Adjudication

    def action_settle_side(self, number: int) -> None:
        """Settle the place as the annotator with this number marked it."""
        annotators = listed_annotators(self.list.rows)
        if number <= len(annotators):
            self.settling.side(annotators[number - 1])

    def action_settle(self, name: str) -> None:
        """Settle the place in another way, or undo that."""
        getattr(self.settling, name)()
