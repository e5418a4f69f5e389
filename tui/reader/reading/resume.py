"""Remember where the user is, and which articles are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reader.reading.feature import Feature
from tui.session.places import place_at, with_places
from tui.session.read_marks import toggle_read
from tui.storage.workspace.reader_state import remember_places

if TYPE_CHECKING:
    from tui.reader.reading.screen import ReadingScreen
    from tui.reader.widgets.pane.pane import Pane
    from tui.storage.workspace.reader_state import Place

SAVE_INTERVAL = 30.0
"""Seconds between two saves of where the user is."""


class Resume(Feature):
    """Stores the places of the panes, for the next start."""

    name = "resume"

    def __init__(self, screen: ReadingScreen) -> None:
        super().__init__(screen)
        self._stored = (self.session.reader_state.active, self.session.reader_state.places)

    def keep_places(self) -> None:
        """Keep the places of the panes in the session."""
        session, pane = self.session, self.screen.pane
        places = [(column.article, self._place(column.pane)) for column in self.screen.columns]
        state = session.reader_state
        session.reader_state = state._replace(
            active=pane.account.article.id if pane else "", places=with_places(state.places, places)
        )

    def _place(self, pane: Pane) -> Place:
        # While a list is open over the panes, they show what its cursor is on.
        view = self.screen.saved_views.get(pane)
        return place_at(pane.article_text, view.cursor if view else pane.cursor, pane.rows_above)

    def save(self) -> None:
        """Store where the user is, if that has changed and the disk allows it."""
        if self._has_moved():
            remember_places(self.session.workspace, *self._stored)

    def save_regularly(self) -> None:
        """Save from now on every so often, in a thread that no key waits for."""
        self.screen.set_interval(SAVE_INTERVAL, self._save_in_thread)

    def _save_in_thread(self) -> None:
        if self._has_moved():
            active, places = self._stored
            workspace = self.session.workspace
            self.screen.run_worker(lambda: remember_places(workspace, active, places), thread=True, group="places")

    def _has_moved(self) -> bool:
        """Keep the places, and return whether they differ from the stored ones."""
        self.keep_places()
        before, self._stored = self._stored, (self.session.reader_state.active, self.session.reader_state.places)
        return self._stored != before

    def toggle_read(self) -> None:
        """Mark the active account as read, or as not read."""
        pane = self.screen.pane
        if pane is None:
            return
        is_read = toggle_read(self.session, pane.account.article.id)
        self.screen.show_session()
        self.screen.show_message("Read." if is_read else "Not read any more.")
