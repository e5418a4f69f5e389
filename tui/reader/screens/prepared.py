"""The base of the pages whose rows are computed in a thread."""

from __future__ import annotations

from typing import ClassVar, Generic

from textual.message import Message
from textual.screen import ScreenResultType
from textual.worker import get_current_worker

from tui.reader.dialogs.overlay import Overlay
from tui.session.overview import Overview, Part


class PreparedPage(Overlay[ScreenResultType], Generic[ScreenResultType]):
    """A page that opens at once, and is filled when its parts are computed."""

    PARTS: ClassVar[tuple[Part, ...]] = ()
    """What the page shows."""

    class Prepared(Message):
        """A part was computed in a thread."""

    @property
    def overview(self) -> Overview:
        """What the page shows parts of."""
        raise NotImplementedError

    def show_prepared(self) -> None:
        """Show what is computed by now."""
        raise NotImplementedError

    def waiting_text(self, verb: str) -> str:
        """Return what is shown meanwhile, as in `Comparing 100,000 records …`."""
        return f"{verb} {self.overview.number_of_records:,} records …"

    def prepare(self) -> None:
        """Compute in a thread what takes longer than a key may take."""
        if all(map(self.overview.has, self.PARTS)):
            return
        # Not given the overview, for Textual describes a worker by the repr of its arguments: here, all texts.
        self.run_worker(self._prepare, thread=True, group="parts", exclusive=True)

    def _prepare(self) -> None:
        worker = get_current_worker()
        for _ in self.overview.prepare(*self.PARTS):
            if worker.is_cancelled:
                return
            self.post_message(self.Prepared())

    def on_prepared_page_prepared(self) -> None:
        self.show_prepared()
