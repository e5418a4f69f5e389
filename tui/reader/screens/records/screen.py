"""The list of notes and records, with filters."""

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
from tui.analysis.survey import Survey
from tui.layout.glyphs import Glyphs
from tui.model import Collation, RecordRef
from tui.reader.content import visible_line
from tui.reader.dialogs.overlay import Overlay
from tui.reader.dialogs.value_picker import ValuePicker
from tui.reader.screens.records import rows
from tui.reader.screens.records.rows import RecordRows
from tui.reader.widgets.detail_lines import DetailLines
from tui.reader.widgets.key_bar import Hint, KeyBar
from tui.reader.widgets.line_input import LineInput
from tui.reader.widgets.list_view import ListView
from tui.session import record_list
from tui.session.record_list import RecordEntry, filter_entries, other_kinds, record_entries, toggle, with_field


@dataclass(frozen=True, slots=True)
class RecordsResult:
    """What the list was left with."""

    filter: Filter
    ref: RecordRef | None = None


class RecordsScreen(Overlay[RecordsResult]):
    """Lists what is recorded; returns the filter, and the record to go to."""

    BLANK = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back"),
        Binding("q,N", "leave", "Leave"),
        Binding("slash", "type", "Text"),
        *(Binding(key, f"kind('{name}')", name) for name, key in rows.KIND_KEYS.items()),
        Binding(rows.OTHER_KEY, "others", "Other kinds"),
        Binding("s", "field('speakers')", "Speaker"),
        Binding("p", "field('about')", "Proposition"),
        Binding("w", "field('annotators')", "Annotator"),
        Binding("t", "field('tags')", "Tag"),
    ]

    def __init__(self, collation: Collation, chosen: Filter, me: str, *, glyphs: Glyphs) -> None:
        super().__init__(classes="page")
        self.collation = collation
        self.filter = chosen
        self.me = me
        self.glyphs = glyphs
        self.all = record_entries(Survey(collation))
        self.kept: tuple[RecordEntry, ...] = ()
        self.listing = ListView(glyphs=glyphs, empty_text="Nothing is like that. Esc clears the filter.")
        self.detail = DetailLines()

    def compose(self) -> ComposeResult:
        """Yield the totals, the filter, the list, what is under the cursor, and the keys."""
        yield Static("", id="totals", classes="page-title")
        yield Static("", id="asked", classes="page-query")
        yield LineInput(self.filter.text, placeholder="words in the quote, the comment, a name, a tag …")
        yield self.listing
        yield self.detail
        yield KeyBar()

    def on_mount(self) -> None:
        """Show what the filter keeps."""
        self.query_one(Input).display = False
        self.listing.focus()
        self._show()

    def on_resize(self) -> None:
        """Make the most of the width."""
        self.detail.set_class(self.size.height < 30, "-low")
        self._tell()

    def _show(self) -> None:
        here = self.kept[self.listing.cursor] if self.kept else None
        self.kept = filter_entries(self.all, self.filter, self.collation.codebook)
        listed = RecordRows(self.kept, self.collation.codebook, self.glyphs, self.me)
        self.listing.show(listed, self.kept.index(here) if here in self.kept else 0)
        self._tell()

    def _tell(self) -> None:
        codebook, roomy = self.collation.codebook, self.size.width >= 100
        totals = rows.record_totals(self.all, codebook, self.filter, glyphs=self.glyphs, roomy=roomy)
        self.query_one("#totals", Static).update(totals)
        self.query_one("#asked", Static).update(self._asked())
        self.query_one(KeyBar).show(self._hints())

    def _asked(self) -> Content:
        if not self.filter.active:
            return Content.styled("everything", "$quiet")
        words = f"{visible_line(self.filter.describe())}: {len(self.kept)} of {len(self.all)}"
        return Content.assemble((words, "$accent bold"), ("   the panes show it too   Esc clears", "$quiet"))

    def _hints(self) -> list[Hint]:
        return [
            Hint("Enter", "go to it", "take"),
            Hint("/", "words", "type"),
            Hint("s", "speaker", "field('speakers')"),
            Hint("p", "proposition", "field('about')"),
            Hint("w", "annotator", "field('annotators')"),
            Hint("t", "tag", "field('tags')"),
            *([Hint("q", "keep it, close", "leave")] if self.filter.active else []),
            Hint("Esc", "clear" if self.filter.active else "close", "back"),
        ]

    @on(ListView.Moved)
    def _moved(self) -> None:
        codebook = self.collation.codebook
        lines = rows.record_detail(self.kept[self.listing.cursor], codebook, self.me) if self.kept else ()
        self.detail.show(lines)

    @on(ListView.Selected)
    def action_take(self) -> None:
        """Go to the record under the cursor."""
        ref = self.kept[self.listing.cursor].ref if self.kept else None
        if ref:
            self.dismiss(RecordsResult(self.filter, ref))
        elif self.kept:
            self.query_one(KeyBar).show_message("This note is on a proposition, not in an article.")

    # The filter

    def action_kind(self, name: str) -> None:
        """Ask for a kind, or no longer."""
        self._ask(self.filter._replace(kinds=toggle(self.filter.kinds, (name,))))

    def action_others(self) -> None:
        """Ask for the codebook's own kinds, or no longer."""
        others = other_kinds(self.collation.codebook)
        if others:
            self._ask(self.filter._replace(kinds=toggle(self.filter.kinds, others)))

    def action_field(self, name: str) -> None:
        """Ask for one speaker, proposition, annotator or tag; where one is asked for, no longer."""
        if getattr(self.filter, name):
            self._ask(with_field(self.filter, name, ()))
            return

        question, words = self._words(name)

        def ask(picked: str | None) -> None:
            if picked is not None:
                self._ask(with_field(self.filter, name, (picked,)))

        self.app.push_screen(ValuePicker(question, words, glyphs=self.glyphs), ask)

    def _words(self, name: str) -> tuple[str, Mapping[str, tuple[str, int]]]:
        codebook = self.collation.codebook
        if name == "speakers":
            found = record_list.count_speakers(self.all, codebook)
            return "Who speaks?", {person: (person, number) for person, number in found.items()}
        if name == "about":
            slugs = record_list.count_propositions(self.all).items()
            none = "no proposition"
            return "About what?", {s: (codebook.proposition_text(s) if s else none, n) for s, n in slugs}
        if name == "annotators":
            signed = record_list.count_annotators(self.all).items()
            return "Recorded by whom?", {who: (who or "nobody named: the shared lists", n) for who, n in signed}
        return "Which tag?", {tag: (tag, number) for tag, number in record_list.count_tags(self.all).items()}

    def _ask(self, chosen: Filter) -> None:
        self.filter = chosen
        self._show()

    def action_type(self) -> None:
        """Type words to find."""
        field = self.query_one(Input)
        field.display = True
        field.focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if event.value != self.filter.text:
            self._ask(self.filter._replace(text=event.value))

    @on(Input.Submitted)
    def _typed_all(self) -> None:
        self.query_one(Input).display = bool(self.filter.text)
        self.listing.focus()

    # Leaving

    def action_back(self) -> None:
        """Show everything again; leave where everything is shown."""
        if not self.filter.active and not self.query_one(Input).has_focus:
            self.action_leave()
            return
        field = self.query_one(Input)
        self.filter = Filter()
        field.value = ""
        field.display = False
        self.listing.focus()
        self._show()

    def action_leave(self) -> None:
        """Leave; the filter stays in force in the panes."""
        self.dismiss(RecordsResult(self.filter))
