"""Dialogs that show annotations of others, which blind mode hides."""

from functools import partial
from typing import Any, Generic

from textual.app import App
from textual.screen import ScreenResultType
from textual.widgets import Input

from tui.reader.dialogs.overlay import Overlay, close_above
from tui.reader.runtime.key_queue import drop_keys

CLOSED = "Closed, because blind mode began."
_RETRY_SECONDS = 0.02
"""Until a dialog that is being opened is asked again."""


class MarksDialog(Overlay[ScreenResultType], Generic[ScreenResultType]):
    """A dialog that may show annotations of others.

    It closes when blind mode begins, unless something is typed in it.
    """

    @property
    def stays_open(self) -> bool:
        """Whether it stays when blind mode begins: what is typed would be lost."""
        return any(field.value for field in self.query(Input))

    def hide_others(self) -> None:
        """Hide what others annotated, because blind mode has begun."""

    def close_for_blind_mode(self) -> None:
        """Close, and drop the keys that were meant for this."""
        drop_keys(self.app)
        self.dismiss(None)
        self.app.notify(CLOSED, markup=False)


def begin_blind_mode(app: App[Any]) -> None:
    """Hide what open dialogs show of others, or close those in front.

    Pages update themselves.
    """
    dialogs = [screen for screen in app.screen_stack if isinstance(screen, MarksDialog)]
    if not all(dialog.is_mounted for dialog in dialogs):
        app.set_timer(_RETRY_SECONDS, partial(begin_blind_mode, app))  # one has no widgets yet
        return
    for dialog in dialogs:
        dialog.hide_others()
        if not dialog.stays_open:
            close_above(dialog)
    while isinstance(front := app.screen, MarksDialog) and not front.stays_open:
        front.close_for_blind_mode()
        if app.screen is front:
            return
