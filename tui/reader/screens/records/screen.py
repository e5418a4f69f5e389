"""The screen that lists and filters the records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from tui.analysis.filters import Filter
from tui.layout.glyphs import Glyphs
from tui.model import Codebook, RecordRef
from tui.reader.content import visible_line
from tui.reader.dialogs.value_picker import ValuePicker
from tui.reader.screens.prepared import PreparedPage
from tui.reader.screens.records import rows
from tui.reader.screens.records.annotator_choice import annotator_choice
from tui.reader.screens.records.keys import RECORDS_KEYS, choice_hints, filter_hints
from tui.reader.screens.records.many import ManyRecords
from tui.reader.screens.records.rows import RecordRows
from tui.reader.widgets.choosing_list import ChoosingList
from tui.reader.widgets.detail_lines import DetailLines
from tui.reader.widgets.filter_field import FilterField
from tui.reader.widgets.key_bar import Hint, KeyBar
from tui.reader.widgets.list_view import BAR, EDGE, ListView
from tui.session import record_list
from tui.session.overview import Overview, Part
from tui.session.record_list import RecordEntry, RecordList, other_kinds, toggle, with_field
from tui.session.row_choice import RowChoice
from tui.session.session import Session

_NO_MATCH = "Nothing is like that. Esc clears the filter."
_PLACEHOLDER = "words in the quote, the comment, a name, a tag …"


@dataclass(frozen=True, slots=True)
class RecordsResult:
    """The filter, and the record to go to."""

    filter: Filter
    ref: RecordRef | None = None


class RecordsScreen(PreparedPage[RecordsResult]):
    """Lists and filters the records, and returns a `RecordsResult`."""

    BLANK = True
    PAGE_KEYS = ("Among the records", RECORDS_KEYS)
    PARTS = (Part.RECORDS, Part.TEXTS)
    CHANGES: ClassVar[frozenset[str]] = frozenset(
        f"many('{name}')" for name in ("tag", "about", "kind", "delete", "undo", "redo")
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back"),
        Binding("q,N", "leave", "Leave"),
        Binding("slash", "type", "Text"),
        Binding("question_mark,f1", "app.page_help", "Help"),
        *(Binding(key, f"kind('{name}')", name) for name, key in rows.KIND_KEYS.items()),
        Binding(rows.OTHER_KEY, "others", "Other kinds"),
        Binding("s", "field('speakers')", "Speaker"),
        Binding("p", "field('about')", "Proposition"),
        Binding("w", "field('annotators')", "Annotator"),
        Binding("t", "field('tags')", "Tag"),
        Binding("T", "many('tag')", "Tag these"),
        Binding("P", "many('about')", "Proposition of these"),
        Binding("K", "many('kind')", "Kind of these"),
        Binding("x", "many('delete')", "Delete these"),
        Binding("E", "many('export')", "Export these"),
        Binding("u", "many('undo')", "Undo"),
        Binding("ctrl+r", "many('redo')", "Redo"),
    ]

    def __init__(self, session: Session, record_filter: Filter, *, glyphs: Glyphs) -> None:
        super().__init__(classes="page")
        self.session = session
        self.filter = record_filter
        self.glyphs = glyphs
        self.matching: tuple[RecordEntry, ...] = ()
        self._refs: list[RecordRef] | None = None
        """Those that match, once they are needed."""
        self._sought: tuple[int, RecordRef] | None = None
        """The row and the record to put the cursor on when the records are listed."""
        self.choice = RowChoice()
        self.many = ManyRecords(self)
        self.list = ChoosingList(glyphs=glyphs, empty_text=_NO_MATCH)
        self.field = FilterField(self.list, self.filter.text, placeholder=_PLACEHOLDER)
        self.detail = DetailLines()

    def compose(self) -> ComposeResult:
        yield Static("", id="totals", classes="page-title")
        yield Static("", id="filter", classes="page-query")
        yield self.field
        yield self.list
        yield self.detail
        yield KeyBar()

    def on_mount(self) -> None:
        self.list.focus()
        self._show()
        self.prepare()

    def on_resize(self) -> None:
        self.detail.set_class(self.size.height < 30, "-low")
        self._show_summary()

    @property
    def overview(self) -> Overview:
        return self.session.overview

    @property
    def records(self) -> RecordList:
        return self.overview.records_in_time()

    @property
    def entries(self) -> tuple[RecordEntry, ...]:
        return self.records.entries

    @property
    def codebook(self) -> Codebook:
        return self.session.codebook

    @property
    def me(self) -> str:
        return self.session.annotator

    @property
    def chosen_or_current(self) -> frozenset[RecordRef]:
        """The chosen records, or the one under the cursor if none is chosen."""
        entry = self.entry
        return self.choice.refs or (frozenset({entry.annotation.ref}) if entry else frozenset())

    @property
    def entry(self) -> RecordEntry | None:
        """The entry under the cursor."""
        return self.matching[self.list.cursor] if self.matching else None

    def show_message(self, message: str) -> None:
        """Show a message in the footer for a moment."""
        self.query_one(KeyBar).show_message(message)

    def session_changed(self) -> None:
        self.show_records()

    def show_records(self) -> None:
        """Show the records as they are now, with the cursor where it was."""
        if self.entry:
            self._sought = self.list.cursor, self.entry.annotation.ref
        self.show_prepared()
        self.prepare()

    def show_prepared(self) -> None:
        is_ready = self.overview.has(Part.RECORDS)
        if is_ready and self.choice.refs:
            self.choice.keep([entry.annotation.ref for entry in self.entries])
        self._show()
        if is_ready and self._sought:
            (cursor, ref), self._sought = self._sought, None
            shown = self._shown
            self.list.go_to(shown.index(ref) if ref in shown else min(cursor, len(shown) - 1))

    def _show(self) -> None:
        entry, waits_for = self.entry, self._waits_for()
        self.list.empty_text = self.waiting_text(waits_for) if waits_for else _NO_MATCH
        self._show_matching(() if waits_for else self.records.matching(self.filter), entry)

    def _waits_for(self) -> str:
        """Return what is done before records can be shown, or an empty string."""
        if not self.overview.has(Part.RECORDS):
            return "Listing"
        return "Searching" if self.filter.text and not self.overview.has(Part.TEXTS) else ""

    def _show_matching(self, matching: tuple[RecordEntry, ...], entry: RecordEntry | None) -> None:
        self.matching, self._refs = matching, None
        annotators = self.records.has_annotators
        records = RecordRows(matching, self.codebook, self.glyphs, self.me, annotators=annotators)
        records.chosen = self.choice.refs
        # Compared by identity: to compare the fields of many entries takes longer than a key may take.
        self.list.show(records, next((index for index, other in enumerate(matching) if other is entry), 0))
        self._show_summary()

    def _show_summary(self) -> None:
        sign = self.sign
        width = max(1, self.size.width - EDGE - BAR - sign.cell_length)
        totals = rows.record_totals(self.records, self.filter, glyphs=self.glyphs, width=width)
        self.query_one("#totals", Static).update(totals + sign)
        self.query_one("#filter", Static).update(self._filter_in_words())
        self.query_one(KeyBar).show(self._hints())

    def _filter_in_words(self) -> Content:
        if self.choice.refs:
            return Content.assemble((self._choice_in_words(), "$accent bold"), ("   Esc chooses none", "$quiet"))
        if not self.filter.active:
            return Content.styled("everything", "$quiet")
        label = f"{visible_line(self.filter.describe())}: {len(self.matching)} of {len(self.entries)}"
        return Content.assemble((label, "$accent bold"), ("   the panes show it too   Esc clears", "$quiet"))

    def _choice_in_words(self) -> str:
        hidden = len(self.choice.refs.difference(self._shown))
        not_shown = f", {hidden:,} of them not shown" if hidden else ""
        return f"{len(self.choice.refs):,} chosen of {len(self.entries):,}{not_shown}"

    def _hints(self) -> list[Hint]:
        can_undo = bool(self.session.history.done)
        if self.choice.refs:
            return choice_hints(in_range=self.choice.in_range, can_undo=can_undo)
        return filter_hints(filtered=self.filter.active, empty=not self.matching, can_undo=can_undo)

    @on(ListView.Moved)
    def _moved(self) -> None:
        entry, codebook = self.entry, self.codebook
        if self.choice.in_range and self.matching:
            self.choice.follow(self._shown, self.list.cursor)
            self._show_choice()
        self.detail.show(rows.record_detail(entry, codebook, self.me) if entry else ())

    @property
    def _shown(self) -> list[RecordRef]:
        if self._refs is None:
            self._refs = [entry.annotation.ref for entry in self.matching]
        return self._refs

    def _show_choice(self) -> None:
        if isinstance(self.list.rows, RecordRows):
            self.list.rows.chosen = self.choice.refs
        self.list.refresh()
        self._show_summary()

    def action_choose(self) -> None:
        """Choose the record under the cursor or not, and go to the next."""
        if self.entry:
            self.choice.toggle(self.entry.annotation.ref)
            self.list.action_move(1)
            self._show_choice()

    def action_choose_all(self) -> None:
        """Choose all records that are shown, or none of them."""
        self.choice.toggle_all(self._shown)
        self._show_choice()

    def action_choose_range(self) -> None:
        """Choose from here to where the cursor goes, or end that."""
        if self.entry:
            self.choice.toggle_range(self.entry.annotation.ref)
            self._show_choice()

    def action_extend(self, by: int) -> None:
        """Choose from here to the next row or the one before."""
        start = self.list.cursor
        self.list.action_move(by)
        if self.matching:
            self.choice.extend(self._shown, start, self.list.cursor)
            self._show_choice()

    def action_many(self, name: str) -> None:
        """Do something with the chosen records, or the one under the cursor."""
        getattr(self.many, name)()

    @on(ListView.Selected)
    def action_take(self) -> None:
        """Go to the record under the cursor."""
        entry = self.entry
        if entry and entry.ref:
            self.dismiss(RecordsResult(self.filter, entry.ref))
        elif entry:
            self.query_one(KeyBar).show_message("This note is on a proposition, not in an article.")

    def action_kind(self, name: str) -> None:
        self._set_filter(self.filter._replace(kinds=toggle(self.filter.kinds, (name,))))

    def action_others(self) -> None:
        self._set_filter(self.filter._replace(kinds=toggle(self.filter.kinds, other_kinds(self.codebook))))

    def action_field(self, name: str) -> None:
        """Pick a speaker, proposition, annotator or tag, or clear the one picked."""
        if getattr(self.filter, name):
            self._set_filter(with_field(self.filter, name, ()))
            return

        def apply(value: str | None) -> None:
            if value is not None:
                self._set_filter(with_field(self.filter, name, (value,)))

        question, values = self._values(name)
        self.app.push_screen(ValuePicker(question, values, glyphs=self.glyphs), apply)

    def _values(self, name: str) -> tuple[str, Mapping[str, tuple[str, int]]]:
        """Return a field's question, and its values with labels and counts."""
        codebook = self.codebook
        if name == "speakers":
            people = record_list.count_speakers(self.entries, codebook).items()
            return "Who speaks?", {person: (person, number) for person, number in people}
        if name == "about":
            slugs = record_list.count_propositions(self.entries).items()
            none = "no proposition"
            return "About what?", {slug: (codebook.proposition_text(slug) if slug else none, n) for slug, n in slugs}
        if name == "annotators":
            return annotator_choice((entry.annotation for entry in self.entries), codebook, self.me)
        return "Which tag?", {tag: (tag, number) for tag, number in record_list.count_tags(self.entries).items()}

    def _set_filter(self, record_filter: Filter) -> None:
        self.filter = record_filter
        self._show()

    def action_type(self) -> None:
        """Show and focus the field for words to find."""
        self.field.open()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if event.value != self.filter.text:
            self._set_filter(self.filter._replace(text=event.value))

    def action_back(self) -> None:
        """Choose none, else clear the filter, else close."""
        if self.field.has_focus or (self.filter.active and not self.choice.refs):
            self.filter = Filter()
            self.field.close()
            self._show()
        elif self.choice.clear():
            self._show_choice()
        else:
            self.action_leave()

    def action_leave(self) -> None:
        """Close, and keep the filter in the panes."""
        self.dismiss(RecordsResult(self.filter))
