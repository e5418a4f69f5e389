"""Import annotations of other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reader.dialogs.import_dialog import ImportDialog
from tui.reader.dialogs.work_dialog import run_work
from tui.reader.reading.feature import Feature, opens_dialog
from tui.reader.reading.reload import Reload
from tui.session.blind_mode import require_import_in_mode
from tui.session.import_work import adopt_import, save_import
from tui.storage.records.rename_plan import plan_extent

if TYPE_CHECKING:
    from tui.session.import_work import PreparedImport


class ImportRecords(Feature):
    """Imports files, each import as one step."""

    name = "import_records"

    @opens_dialog
    async def ask(self) -> None:
        """Ask for files, and show what was imported from them."""
        prepared = await self.screen.app.push_screen_wait(ImportDialog(self.session, self._save))
        if prepared:
            self.screen.show_session()
            self.screen.show_message(f"Imported: {plan_extent(prepared.changes)}. u undoes it.")

    async def _save(self, prepared: PreparedImport) -> bool:
        """Save an import, and return False if the user stopped it."""
        session, changes = self.session, prepared.changes
        require_import_in_mode(session, prepared.plan)
        before, reload = session.collation, self.screen.features.get(Reload)
        reload.hold()
        try:
            saved = await run_work(
                self.screen.app,
                "Importing",
                lambda watch: save_import(session.workspace, changes, before, watch),
                must_end=True,
            )
            if saved:
                adopt_import(session, saved)
        finally:
            reload.release()
        return saved is not None
