"""The base of the pages whose rows are computed in a thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic

from textual.content import Content
from textual.message import Message
from textual.screen import ScreenResultType
from textual.worker import get_current_worker

from tui.reader.dialogs.overlay import Overlay
from tui.session.overview import Overview, Part

if TYPE_CHECKING:
    from collections.abc import Iterator


class PreparedPage(Overlay[ScreenResultType], Generic[ScreenResultType]):
    """A page that opens at once, and is filled when its parts are computed."""

    PARTS: ClassVar[tuple[Part, ...]] = ()
    """What the page shows."""
    not_applied = ""
    """What is said of a filter that the page does not apply."""

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

    @property
    def is_prepared(self) -> bool:
        """Whether all that the page shows is computed."""
        return all(map(self.overview.has, self.PARTS))

    def steps(self) -> Iterator[object]:
        """Compute what the page shows, and yield when there is more to show."""
        return self.overview.prepare(*self.PARTS)

    @property
    def sign(self) -> Content:
        """What is left out of all lists, and what is not, to stand in the title."""
        signs = ("adjudicated only" if self.overview.is_adjudicated else "", self.not_applied)
        return Content.styled("".join(f"   {sign}" for sign in signs if sign), "$accent bold")

    def prepare(self) -> None:
        """Compute in a thread what takes longer than a key may take."""
        if self.is_prepared:
            return
        # Not given the overview, for Textual describes a worker by the repr of its arguments: here, all texts.
        self.run_worker(self._prepare, thread=True, group="parts", exclusive=True)

    def _prepare(self) -> None:
        worker = get_current_worker()
        for _ in self.steps():
            if worker.is_cancelled:
                return
            self.post_message(self.Prepared())

    def on_prepared_page_prepared(self) -> None:
        self.show_prepared()
