"""The base of every screen over the reading screen."""

from pathlib import Path
from typing import ClassVar, Generic

from textual._styles_cache import StylesCache
from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, ScreenResultType

from tui.reader.runtime.answer_once import is_in_front

LOW_ROWS = 16
"""With fewer, a dialog gives its rows to its fields, and scrolls."""


class Overlay(ModalScreen[ScreenResultType], Generic[ScreenResultType]):
    """A dialog or a page.

    Its styles are parsed when the first one opens.
    """

    CSS_PATH: ClassVar[Path] = Path(__file__).with_name("overlay.tcss")
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-low"), (LOW_ROWS, "-high")]  # noqa: RUF012 - so in Textual

    def on_unmount(self) -> None:
        # Textual keeps the arguments of the last 1,024 calls, and with them all that closed screens have painted.
        StylesCache.get_inner_outer.cache_clear()

    def session_changed(self) -> None:
        """Handle files that changed on disk while the overlay is open."""

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        return super().dismiss(result) if is_in_front(self) else AwaitComplete()
