"""Open the codebook, and end a change of it that was interrupted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.errors import DiptychError
from tui.reader.content import line_content
from tui.reader.dialogs.choice import ChoiceDialog
from tui.reader.dialogs.overlay import Overlay
from tui.reader.reading.feature import Feature, opens_dialog
from tui.reader.runtime.key_queue import DIALOG
from tui.reader.screens.codebook.screen import CodebookScreen, CodebookState
from tui.reader.screens.comparison.screen import ComparisonScreen
from tui.session.interrupted_change import finish_interrupted, interruption_in_words
from tui.storage.records.name_edits import NameKind

if TYPE_CHECKING:
    from tui.reader.reading.screen import ReadingScreen


class CodebookEditing(Feature):
    """Renames, merges and edits what the records refer to."""

    name = "codebook"

    def __init__(self, screen: ReadingScreen) -> None:
        super().__init__(screen)
        self._state = CodebookState()

    def open(self) -> None:
        """Open the codebook, at the proposition under the cursor if any."""
        if slug := self._slug_under_cursor():
            self._state = CodebookState(NameKind.PROPOSITION, slug)
        codebook = CodebookScreen(self.session, self._state, self.screen.config.keys, glyphs=self.screen.glyphs)
        self.screen.app.push_screen(codebook, lambda _: self._show_changes())

    def _slug_under_cursor(self) -> str:
        """Return the proposition under the cursor, in the comparison or the text."""
        front = self.screen.app.screen
        if isinstance(front, ComparisonScreen):
            return front.state.slug
        return next((slug for placed in self.screen.placed_under_cursor() if (slug := placed.annotation.about)), "")

    def _show_changes(self) -> None:
        """Show the session as it is now, in the comparison too if that is open."""
        self.screen.show_session()
        front = self.screen.app.screen
        if isinstance(front, Overlay):
            front.session_changed()

    @opens_dialog
    async def change_blind_mode(self) -> None:
        """Begin blind mode, or lift it, after a question."""
        from tui.reader.dialogs.blind_dialog import ask_blind_mode  # noqa: PLC0415 - few use it

        try:
            message = await ask_blind_mode(self.screen.app, self.session)
        except DiptychError as error:
            self.screen.report(str(error))
            return
        self._show_changes()
        if message:
            self.screen.show_message(message)

    def offer_to_finish(self) -> None:
        """Offer to finish or take back a change that was interrupted."""
        # Not exclusive, for a form may be open, and what follows its answer must still be done.
        self.screen.run_worker(self._offer_to_finish(), group=DIALOG)

    async def _offer_to_finish(self) -> None:
        answers = ["Finish it", "Take it back", "Later"]
        question = interruption_in_words(self.session.workspace)
        dialog = ChoiceDialog(question, [line_content(answer) for answer in answers])
        answer = await self.screen.app.push_screen_wait(dialog)
        if answer not in (0, 1):
            return
        try:
            title, left = finish_interrupted(self.session, undo=answer == 1)
        except DiptychError as error:
            self.screen.report(str(error))
            return
        self.screen.show_session()
        self.screen.show_message(f"{'Taken back' if answer else 'Finished'}: {title}.")
        for path in left:
            self.screen.report(f"{path} was changed by somebody else meanwhile, so it stays as it is.")
        self.screen.find_orphaned_files()
