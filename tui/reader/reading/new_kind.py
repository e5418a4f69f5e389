"""Make a kind while a statement is being marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reader.dialogs.entry_form import EntryForm
from tui.reader.screens.codebook.forms import entry_fields_of, plan_entry
from tui.storage.records.name_edits import NameKind
from tui.storage.workspace.name_uses import read_name_uses

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.model import Kind
    from tui.session.session import Session


class KindMaker:
    """Makes a kind from a form, and keeps it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.made: Kind | None = None

    def form(self) -> EntryForm:
        """Return a form that makes the kind when it is saved."""
        fields = entry_fields_of(NameKind.KIND, self._session.codebook, "")
        return EntryForm("A new kind", fields, self._save)

    def _save(self, values: Mapping[str, str]) -> None:
        planned = plan_entry(NameKind.KIND, read_name_uses(self._session.workspace), self._session.codebook, "", values)
        self._session.change_files(planned.plan)
        self.made = self._session.codebook.kind(planned.name)
