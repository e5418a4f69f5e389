"""What the note editor and the statement form have in common: save, cancel, and keep drafts."""

from dataclasses import replace
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tui.errors import DiptychError
from tui.layout.visible import make_visible
from tui.model import Annotation
from tui.reader.dialogs.choice import confirm_discard
from tui.reader.dialogs.conflict_dialog import ConflictDialog
from tui.reader.dialogs.overlay import Overlay
from tui.session.conflicts import Resolution
from tui.session.pending_edit import PendingEdit
from tui.storage.records.locate import RecordConflict

DRAFT_INTERVAL = 1.0
"""Seconds between two looks at whether something was typed that is not on disk."""


class DraftDialog(Overlay[bool | None]):
    """Stays open until what it holds is saved or discarded; returns whether it was saved."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", priority=True),
        Binding("escape", "cancel", "Cancel", priority=True),
    ]

    def __init__(self, annotation: Annotation, pending: PendingEdit) -> None:
        super().__init__()
        self.annotation = annotation
        """What it began with."""
        self.pending = pending
        self._last_draft = annotation
        self._is_finished = False

    @property
    def filled(self) -> Annotation:
        """What it holds now."""
        raise NotImplementedError

    @property
    def draft(self) -> Annotation:
        """What to keep of it, so that a dialog that is given it holds the same again."""
        return self.filled

    def save(self) -> None:
        """Save what it holds; raises DiptychError if that fails."""
        self.pending.save(self.filled)

    def refusal(self) -> str:
        """Return why what it holds cannot be saved, or an empty string."""
        return ""

    def on_mount(self) -> None:
        """Begin to keep drafts."""
        self.set_interval(DRAFT_INTERVAL, self.keep_draft)

    def keep_draft(self) -> None:
        """Write what was typed since the last time to disk; a full disk is reported, and typing goes on."""
        if self._is_finished:
            return
        draft = self.draft
        if draft in (self._last_draft, self.annotation):
            return
        try:
            self.pending.keep_draft(draft)
            self._last_draft = draft
        except DiptychError as error:
            self.show_error(f"No draft could be kept: {error}")

    def action_save(self) -> None:
        """Save, and close only when it is saved."""
        refusal = self.refusal()
        if refusal:
            self.show_error(refusal)
            return
        try:
            self.save()
        except RecordConflict as conflict:
            self.resolve(conflict)
        except DiptychError as error:
            self.show_error(f"Not saved: {error}")
        else:
            self._close(saved=True)

    def _close(self, *, saved: bool) -> None:
        # The timer may run once more before the screen is gone; it must not bring the draft back.
        self._is_finished = True
        self.pending.discard_draft()
        self.dismiss(saved)

    @work
    async def resolve(self, conflict: RecordConflict) -> None:
        """Ask which version to keep of a record that somebody else changed meanwhile, and keep it."""
        theirs = conflict.current.annotation if conflict.current else None
        chosen: Resolution | None = Resolution.MINE
        if theirs is None or _without_time(theirs) != _without_time(self.annotation):
            chosen = await self.app.push_screen_wait(ConflictDialog(self.filled, theirs))
        if chosen is None:
            return
        try:
            self.pending.resolve(chosen, self.filled, conflict)
        except RecordConflict:
            self.show_error("It was changed once more. Save again to see how.")
        except DiptychError as error:
            self.show_error(f"Not saved: {error}")
        else:
            self._close(saved=chosen is not Resolution.THEIRS)

    def show_error(self, error: str) -> None:
        """Show what is in the way."""
        self.query_one("#wrong", Static).update(Content(make_visible(error)))

    @work
    async def action_cancel(self) -> None:
        """Close without saving; ask first if something was typed."""
        untouched = self.filled == self.annotation and not self.pending.recovered
        if untouched or await confirm_discard(self):
            self._close(saved=False)


def _without_time(annotation: Annotation) -> Annotation:
    """Return an annotation without the time of its last change."""
    return replace(annotation, modified="")
