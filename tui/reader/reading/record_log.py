"""Show who changed an annotation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.errors import DiptychError
from tui.reader.dialogs.log_dialog import LogDialog
from tui.reader.dialogs.work_dialog import run_work
from tui.reader.reading.edit import Edit
from tui.reader.reading.feature import Feature, opens_dialog
from tui.session.blind_mode import blind_refusal
from tui.session.git_log import change_line, read_log

if TYPE_CHECKING:
    from tui.storage.git.record_log import CommittedChange


class RecordLog(Feature):
    """Shows what git knows of an annotation, or of all in an account."""

    name = "record_log"

    @opens_dialog
    async def show(self) -> None:
        """Show the changes of the annotation under the cursor, else of all."""
        screen, pane = self.screen, self.screen.pane
        if reason := blind_refusal(self.session):
            screen.report(reason)
            return
        placed = screen.placed_under_cursor()
        chosen = await screen.features.get(Edit).choose(placed, "Changes of which?") if placed else None
        if pane is None or (placed and chosen is None):
            return
        article, record = pane.account.article, chosen.annotation.id if chosen else ""
        try:
            changes = await self._read(article.id, record)
        except DiptychError as error:
            screen.report(str(error))
            return
        if changes is not None:
            heading = f"Changes of {f'the annotation {record}' if record else f'“{article.title}”'}"
            lines = [change_line(change) for change in changes]
            await screen.app.push_screen_wait(LogDialog(heading, lines, lambda: blind_refusal(self.session)))

    async def _read(self, article: str, record: str) -> list[CommittedChange] | None:
        workspace = self.session.workspace
        return await run_work(self.screen.app, "Asking git", lambda _: read_log(workspace, article, record))
