"""Change, delete or export the chosen records, or the one at the cursor."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from tui.errors import DiptychError
from tui.formats.phrasing import count_noun
from tui.layout.visible import make_visible
from tui.reader.dialogs.choice import AnnotationChoice
from tui.reader.dialogs.export_dialog import ExportDialog, Exported
from tui.reader.dialogs.tag_dialog import TagDialog
from tui.reader.dialogs.value_picker import ValuePicker
from tui.session import export, record_list
from tui.session.history import step_in_words
from tui.session.record_changes import (
    about_edits,
    chosen_records,
    delete_records,
    kind_edits,
    outcome,
    save_edits,
    tag_edits,
    with_notes,
)

if TYPE_CHECKING:
    from tui.model import Record, RecordRef
    from tui.reader.screens.records.screen import RecordsScreen
    from tui.session.history import Replay
    from tui.session.record_changes import RecordEdit

FILE = "chosen-records.md"


class ManyRecords:
    """Asks what to do with records, does it as one step, and shows the result."""

    def __init__(self, screen: RecordsScreen) -> None:
        self.screen = screen
        self.session = screen.session

    def _records(self) -> tuple[Record, ...]:
        return chosen_records(self.session.collation, self.screen.chosen_or_current)

    def tag(self) -> None:
        """Ask for tags to add or remove."""
        records, known = self._records(), record_list.count_tags(self.screen.entries)

        def save(typed: str | None) -> None:
            if typed is not None:
                self._edit(records, tag_edits(records, typed))

        if records:
            self.screen.app.push_screen(TagDialog(records, known), save)

    def about(self) -> None:
        """Ask for the proposition that they are about."""
        self._pick("Set the proposition of", self._propositions, about_edits)

    def _propositions(self) -> Mapping[str, tuple[str, int]]:
        numbers = record_list.count_propositions(self.screen.entries)
        sentences = {slug: proposition.text for slug, proposition in self.session.codebook.propositions.items()}
        return {slug: (text, numbers.get(slug, 0)) for slug, text in {**sentences, "": "no proposition"}.items()}

    def kind(self) -> None:
        """Ask for their kind."""
        self._pick("Set the kind of", self._kinds, kind_edits)

    def _kinds(self) -> Mapping[str, tuple[str, int]]:
        counts, kinds = self.screen.records.kind_counts, self.session.codebook.kinds.values()
        return {kind.name: (kind.label, counts.get(kind.name, 0)) for kind in kinds}

    def _pick(
        self,
        question: str,
        find_values: Callable[[], Mapping[str, tuple[str, int]]],
        edits: Callable[[Sequence[Record], str], list[RecordEdit]],
    ) -> None:
        records, values = self._records(), find_values()

        def save(value: str | None) -> None:
            if value is None:
                return
            if self.session.codebook.complete and value not in find_values():
                self._report(f"“{values[value][0]}” is not in the codebook any more")
            else:
                self._edit(records, edits(records, value))

        if records:
            heading = f"{question} {count_noun(len(records), 'record')}"
            self.screen.app.push_screen(ValuePicker(heading, values, glyphs=self.screen.glyphs), save)

    def _edit(self, records: Sequence[Record], edits: list[RecordEdit]) -> None:
        if not edits:
            self.screen.show_message(f"Nothing to save: {outcome(len(records), edits)}.")
            return
        self._save(lambda: save_edits(self.session, edits), f"Saved: {outcome(len(records), edits)}.")

    def delete(self) -> None:
        """Delete them with the notes on them, several after a question."""
        chosen = self._records()
        records = with_notes(self.session.collation, chosen)
        notes = len(records) - len(chosen)
        also = f" with {count_noun(notes, 'note')} on {'it' if len(chosen) == 1 else 'them'}" if notes else ""
        what = f"{count_noun(len(chosen), 'record')}{also}"

        def save(answer: int | None) -> None:
            if answer == 0:
                self._save(lambda: delete_records(self.session, records), f"Deleted: {what}.")

        if len(records) > 1:
            answers = [Content("Yes"), Content("No")]
            self.screen.app.push_screen(AnnotationChoice(f"Delete {what}?", answers), save)
        elif records:
            save(0)

    def export(self) -> None:
        """Export them alone."""
        refs: frozenset[RecordRef] = self.screen.chosen_or_current

        def show(made: Exported | None) -> None:
            if made:
                self.screen.show_message(made.copied or f"Exported: {made.file}")

        if refs:
            overview = self.session.overview
            is_adjudicated = overview.is_adjudicated
            source = export.only_chosen(overview.survey, refs, self.session.annotator, is_adjudicated=is_adjudicated)
            self.screen.app.push_screen(ExportDialog(source, FILE), show)

    def undo(self) -> None:
        self._replay("Undone", self.session.undo)

    def redo(self) -> None:
        self._replay("Redone", self.session.redo)

    def _replay(self, made: str, take_step: Callable[[], Replay]) -> None:
        try:
            step = take_step().step
        except DiptychError as error:
            self.screen.show_message(str(error))
        else:
            self.screen.show_message(f"{made}: {step_in_words(step, self.session.codebook)}.")
        self.screen.show_records()

    def _save(self, save: Callable[[], None], done: str) -> None:
        try:
            save()
        except DiptychError as error:
            self._report(str(error))
        else:
            self.screen.show_message(f"{done} u undoes it.")
        self.screen.show_records()

    def _report(self, reason: str) -> None:
        message = f"Nothing was saved: {reason}"
        self.screen.app.notify(make_visible(message), severity="error", markup=False, timeout=8)
