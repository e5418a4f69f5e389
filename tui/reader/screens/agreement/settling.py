"""Settle the disagreement under the cursor, and undo it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.errors import DiptychError
from tui.formats.agreement_words import shown_annotator
from tui.model import RecordRef
from tui.reader.commands import command_keys
from tui.reader.content import visible_line
from tui.reader.widgets.key_bar import KeyBar
from tui.session import adjudication
from tui.session.history import RecordChange, step_in_words
from tui.session.told_replay import told_replay

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tui.analysis.agreement.matching import Unit
    from tui.model import Annotation
    from tui.reader.dialogs.statement_form import StatementForm
    from tui.reader.screens.agreement.screen import AgreementScreen
    from tui.session.agreement_list import DisagreedPlace
    from tui.session.history import Replay, Step
    from tui.session.session import Session

_SAVED = "Settled"


class Settling:
    """Settles a place for all annotators, even if only two are compared."""

    def __init__(self, screen: AgreementScreen, keymap: Mapping[str, str]) -> None:
        self.screen = screen
        self.session = screen.session
        self.keymap = keymap

    def side(self, annotator: str) -> None:
        """Settle the place as somebody marked it, or did not mark it."""
        place = self.screen.place
        if place is None:
            return
        coding = place.coding_of(annotator)
        name = shown_annotator(annotator)
        if coding is None:
            self._save(place, adjudication.take_neither, f"like {name}, who did not mark it")
        else:
            side = coding
            self._save(place, lambda session, unit: adjudication.take_side(session, unit, side), f"like {name}")

    def both(self) -> None:
        """Settle the place by what each of those compared marked."""
        place = self.screen.place
        if place:
            sides = adjudication.differing_sides(place.unit.codings)
            self._save(place, lambda session, unit: adjudication.take_sides(session, unit, sides), "each mark stays")

    def neither(self) -> None:
        """Settle that nothing is to be marked there."""
        if place := self.screen.place:
            self._save(place, adjudication.take_neither, "nothing is to be marked")

    def third(self) -> None:
        """Settle the place by a form, filled in with what was marked first."""
        place = self.screen.place
        if place is None:
            return
        try:
            draft = adjudication.third_draft(self.session, self._unit(place), place.unit.codings[0])
        except DiptychError as error:
            self._report(str(error))
            return
        self.screen.app.push_screen(self._form(draft), self._show_saved)

    def _form(self, draft: Annotation) -> StatementForm:
        from tui.reader.dialogs.statement_form import StatementForm  # noqa: PLC0415 - not needed to open the list
        from tui.reader.reading.new_kind import KindMaker  # noqa: PLC0415 - not needed to open the list
        from tui.session.codebook_names import known_names  # noqa: PLC0415 - not needed to open the list
        from tui.session.pending_edit import PendingEdit  # noqa: PLC0415 - not needed to open the list

        names, pending = known_names(self.session.collation, draft), PendingEdit(self.session)
        maker, glyphs = KindMaker(self.session), self.screen.glyphs
        return StatementForm(draft, "Settle it", names, pending, glyphs=glyphs, kind_maker=maker)

    def _show_saved(self, saved: bool | None) -> None:
        self.screen.session_changed()
        if saved:
            self._tell(f"{_SAVED} by the form. u undoes it.")

    def undo(self) -> None:
        self._replay("Undone", self.session.undo)

    def redo(self) -> None:
        self._replay("Redone", self.session.redo)

    def skip(self) -> None:
        """Skip the step that could not be undone or redone."""
        try:
            step = self.session.skip()
        except DiptychError as error:
            self._tell(str(error))
        else:
            self._tell(f"Skipped: {step_in_words(step, self.session.codebook)}.")

    def _unit(self, place: DisagreedPlace) -> Unit:
        return self.screen.work.unit_of_all(place.unit)

    def _save(self, place: DisagreedPlace, settle: Callable[[Session, Unit], object], how: str) -> None:
        try:
            settle(self.session, self._unit(place))
        except DiptychError as error:
            self._report(f"Nothing was saved: {error}")
        else:
            self._tell(f"{_SAVED}: {how}. u undoes it.")
        self.screen.session_changed()

    def _replay(self, label: str, take_step: Callable[[], Replay]) -> None:
        replayed = told_replay(self.session, label, take_step, command_keys("history.skip", self.keymap))
        if replayed.step:
            self._find(replayed.step)
        self._tell(replayed.message)
        self.screen.session_changed()

    def _find(self, step: Step) -> None:
        """Put the cursor on the place that a step settled."""
        changes = (change.annotation for change in step if isinstance(change, RecordChange))
        for annotation in changes:
            if annotation.resolves:
                self.screen.state.ref = RecordRef(annotation.article, annotation.resolves[0])

    def _tell(self, message: str) -> None:
        self.screen.query_one(KeyBar).show_message(message)

    def _report(self, error: str) -> None:
        self.screen.notify(visible_line(error), severity="error", markup=False, timeout=8)
