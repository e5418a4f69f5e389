"""Open the agreement of the annotators, and go to the chosen place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reader.reading.feature import Feature
from tui.reader.reading.follow import Follow
from tui.reader.screens.agreement.screen import AgreementScreen, AgreementState
from tui.session.blind_mode import blind_refusal

if TYPE_CHECKING:
    from tui.model import RecordRef
    from tui.reader.reading.screen import ReadingScreen


class CompareAnnotators(Feature):
    """Compares the annotators of the open accounts."""

    name = "agreement"

    def __init__(self, screen: ReadingScreen) -> None:
        super().__init__(screen)
        self._state = AgreementState()

    def open(self) -> None:
        """Show how far the annotators agree, and where they do not."""
        if reason := self._unavailable():
            self.screen.show_message(reason)
            return
        screen, keys = self.screen, self.screen.config.keys
        agreement = AgreementScreen(self.session, self._state, keys, glyphs=screen.glyphs)
        screen.app.push_screen(agreement, self._go_to)

    def session_changed(self) -> None:
        # What was computed of records that changed is forgotten, and with it the records.
        work = self._state.work
        if work and work.collation is not self.session.collation:
            self._state.work = work.updated(self.session.collation)

    def _unavailable(self) -> str:
        """Return why the annotators cannot be compared, or an empty string."""
        return blind_refusal(self.session) or ("" if self.screen.columns else "Nothing is open; o opens articles.")

    def _go_to(self, ref: RecordRef | None) -> None:
        self.screen.show_session()  # disagreements may have been settled
        if ref:
            self.screen.features.get(Follow).go_to_record(ref)
