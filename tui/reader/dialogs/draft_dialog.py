"""What the note editor and the form have in common: saving, leaving, and drafts of what is typed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tui.errors import DiptychError
from tui.layout.visible import make_visible
from tui.model import Annotation
from tui.reader.dialogs.choice import confirm_discard
from tui.reader.dialogs.overlay import Overlay
from tui.session.conflicts import Resolution
from tui.storage.records.locate import RecordConflict

DRAFT_EVERY = 1.0
"""Seconds between two looks at whether something was typed that is not on disk."""


@dataclass(frozen=True, slots=True)
class Drafting:
    """What a dialogue calls to have a draft kept, and to have it thrown away."""

    keep: Callable[[Annotation], None]
    discard: Callable[[], None]
    resolve: Callable[[Resolution, Annotation, RecordConflict], None]
    """Saves one of two versions of a record, or both; it is given mine, and what stands on disk."""
    recovered: bool = False
    """Whether the dialogue begins with a draft, so that what it holds is not saved anywhere yet."""


class DraftDialog(Overlay[bool | None]):
    """Stays open until what it holds is saved or let go of; returns whether it was saved."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", priority=True),
        Binding("escape", "leave", "Leave", priority=True),
    ]

    def __init__(self, annotation: Annotation, drafting: Drafting) -> None:
        super().__init__()
        self.annotation = annotation
        """What it began with."""
        self.drafting = drafting
        self._kept = annotation
        self._is_left = False

    @property
    def filled(self) -> Annotation:
        """What it holds now."""
        raise NotImplementedError

    @property
    def draft(self) -> Annotation:
        """What to keep of it, so that a dialogue that is given it holds the same again."""
        return self.filled

    def save(self) -> None:
        """Save what it holds; raises DiptychError where that failed."""
        raise NotImplementedError

    def refusal(self) -> str:
        """Return why what it holds cannot be saved, or an empty string."""
        return ""

    def on_mount(self) -> None:
        """Begin to keep drafts."""
        self.set_interval(DRAFT_EVERY, self.keep_draft)

    def keep_draft(self) -> None:
        """Put what was typed since the last time on disk; a full disk is told, and typing goes on."""
        if self._is_left:
            return
        draft = self.draft
        if draft in (self._kept, self.annotation):
            return
        try:
            self.drafting.keep(draft)
            self._kept = draft
        except DiptychError as error:
            self.say(f"No draft could be kept: {error}")

    def action_save(self) -> None:
        """Save, and leave only when it is saved."""
        refusal = self.refusal()
        if refusal:
            self.say(refusal)
            return
        try:
            self.save()
        except RecordConflict as conflict:
            self.ask_which(conflict)
        except DiptychError as error:
            self.say(f"Not saved: {error}")
        else:
            self._close(saved=True)

    def _close(self, *, saved: bool) -> None:
        # Between here and the end of the screen the timer may look once more; it must not bring the draft back.
        self._is_left = True
        self.drafting.discard()
        self.dismiss(saved)

    @work
    async def ask_which(self, conflict: RecordConflict) -> None:
        """Ask which version to keep of a record that somebody else changed meanwhile, and keep it."""
        from tui.reader.dialogs.conflict_dialog import ConflictDialog

        theirs = conflict.current.annotation if conflict.current else None
        chosen: Resolution | None = Resolution.MINE
        if theirs is None or _said(theirs) != _said(self.annotation):
            chosen = await self.app.push_screen_wait(ConflictDialog(self.filled, theirs))
        if chosen is None:
            return
        try:
            self.drafting.resolve(chosen, self.filled, conflict)
        except RecordConflict:
            self.say("It was changed once more. Save again to see how.")
        except DiptychError as error:
            self.say(f"Not saved: {error}")
        else:
            self._close(saved=chosen is not Resolution.THEIRS)

    def say(self, wrong: str) -> None:
        """Say what is in the way."""
        self.query_one("#wrong", Static).update(Content(make_visible(wrong)))

    @work
    async def action_leave(self) -> None:
        """Leave, asking first where something was typed."""
        untouched = self.filled == self.annotation and not self.drafting.recovered
        if untouched or await confirm_discard(self):
            self._close(saved=False)


def _said(annotation: Annotation) -> Annotation:
    """Return an annotation without the time of its last change."""
    return replace(annotation, modified="")
