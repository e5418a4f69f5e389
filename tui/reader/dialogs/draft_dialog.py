"""The base of the note editor and the statement form."""

from dataclasses import replace
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tui.errors import DiptychError
from tui.layout.visible import make_visible
from tui.model import Annotation
from tui.reader.dialogs.choice import DISCARD, ELSEWHERE, confirm_discard
from tui.reader.dialogs.conflict_dialog import ConflictDialog
from tui.reader.dialogs.marks_dialog import CLOSED, MarksDialog
from tui.reader.runtime.key_queue import DIALOG, drop_keys
from tui.session.conflicts import Resolution
from tui.session.pending_edit import PendingEdit
from tui.storage.records.locate import RecordConflict

DRAFT_INTERVAL = 1.0
"""Seconds between two checks for text that no draft holds yet."""
_KEPT_DRAFT = "Blind mode has begun. What you typed is kept as a draft. The next start without blind mode offers it."


class DraftDialog(MarksDialog[bool | None]):
    """Edit an annotation and keep drafts.

    Return whether it was saved.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", priority=True),
        Binding("escape", "cancel", "Cancel", priority=True),
    ]
    QUIT_ADVICE = "Ctrl+S saves, Esc cancels; then q quits."

    def __init__(self, annotation: Annotation, pending: PendingEdit) -> None:
        super().__init__()
        self.annotation = annotation
        """What the dialog was opened with."""
        self.pending = pending
        self._last_draft = annotation
        self._is_finished = False
        self._has_failed = False
        """Whether a draft or the annotation could not be saved."""
        self._is_draft_problem_told = False

    @property
    def edited_annotation(self) -> Annotation:
        """The annotation as typed so far."""
        raise NotImplementedError

    @property
    def draft(self) -> Annotation:
        """The annotation from which a dialog can be opened again as it is now."""
        return self.edited_annotation

    def save(self) -> None:
        """Save the edited annotation.

        Raise DiptychError if that fails.
        """
        self.pending.save(self.edited_annotation)

    def validation_error(self) -> str:
        """Return why the annotation cannot be saved, or an empty string."""
        return ""

    def focus_error(self) -> None:
        """Go to the field that `validation_error` is about."""

    def on_mount(self) -> None:
        self.set_interval(DRAFT_INTERVAL, self.keep_draft)

    def keep_draft(self) -> None:
        """Save a draft if something was typed since the last one.

        Report the first error, such as a full disk, and try again with the next call.
        """
        if self._is_finished:
            return
        draft = self.draft
        if draft in (self._last_draft, self.annotation):
            return
        try:
            self.pending.keep_draft(draft)
            self._last_draft = draft
        except DiptychError as error:
            self._report_lost_draft(f"No draft could be kept: {error}")

    @property
    def stays_open(self) -> bool:
        # On a record of somebody else it closes, for what is typed is kept as a draft.
        return not self.pending.hides_edited(self.annotation)

    def close_for_blind_mode(self) -> None:
        drop_keys(self.app)
        self.leave()
        if self._is_finished:
            self.app.notify(CLOSED, markup=False)

    def leave(self) -> None:
        self.keep_draft()
        draft = self.draft
        if draft == self.annotation and not self.pending.recovered:
            self._close(saved=False)
        elif draft in (self._last_draft, self.annotation):
            self.app.notify(_KEPT_DRAFT, markup=False, timeout=8)
            super().leave()

    def _report_lost_draft(self, problem: str) -> None:
        """Report once that no draft is kept, beside the error of a save."""
        if self._is_draft_problem_told:
            return
        self._is_draft_problem_told = True
        if self._has_failed:
            self.app.notify(make_visible(problem), severity="error", markup=False, timeout=20)
        else:
            self._report_failure(problem)

    def action_save(self) -> None:
        """Save and close, or show why that is not possible."""
        if error := self.validation_error():
            self.show_error(error)
            self.focus_error()
            return
        try:
            self.save()
        except RecordConflict as conflict:
            self.resolve(conflict)
        except DiptychError as failure:
            self._report_failure(f"Not saved: {failure}")
        else:
            self._close(saved=True)

    def _close(self, *, saved: bool) -> None:
        # The timer may fire once more before the screen is removed. It must not write the draft again.
        self._is_finished = True
        self.pending.discard_draft()
        self.dismiss(saved)

    @work(group=DIALOG)
    async def resolve(self, conflict: RecordConflict) -> None:
        """Ask which version of a record that others changed to keep, and save it."""
        theirs = self.pending.their_version(conflict)
        chosen: Resolution | None = Resolution.MINE
        if theirs is None or _without_time(theirs) != _without_time(self.annotation):
            chosen = await self.app.push_screen_wait(ConflictDialog(self.edited_annotation, theirs))
        if chosen is None:
            return
        try:
            self.pending.resolve(chosen, self.edited_annotation, conflict)
        except RecordConflict:
            self._report_failure("It was changed once more. Save again to see how.")
        except DiptychError as error:
            self._report_failure(f"Not saved: {error}")
        else:
            self._close(saved=chosen is not Resolution.THEIRS)

    def _report_failure(self, error: str) -> None:
        self._has_failed = True
        self.show_error(error)

    def show_error(self, error: str) -> None:
        self.query_one("#error", Static).update(Content(make_visible(error)))

    @work(group=DIALOG)
    async def action_cancel(self) -> None:
        """Close without saving.

        Ask first if something was typed.
        """
        untouched = self.annotation in (self.edited_annotation, self.draft) and not self.pending.recovered
        choice = DISCARD if untouched else await confirm_discard(self, elsewhere=self._has_failed)
        if choice == ELSEWHERE:
            self._save_elsewhere()
        elif choice == DISCARD:
            self._close(saved=False)

    def _save_elsewhere(self) -> None:
        annotation = self.edited_annotation
        try:
            path = self.pending.save_elsewhere(annotation)
        except DiptychError as error:
            self.show_error(f"Not written: {error}")
            return
        message = f"Written to {path}. Move it into annotations/{annotation.article or 'codebook'}/ when you can."
        self.app.notify(make_visible(message), markup=False, timeout=20)
        self._close(saved=False)


def _without_time(annotation: Annotation) -> Annotation:
    return replace(annotation, modified="")
