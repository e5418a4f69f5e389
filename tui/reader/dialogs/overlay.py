"""The base of every screen that opens over the reading screen."""

from pathlib import Path
from typing import ClassVar, Generic

from textual.screen import ModalScreen, ScreenResultType


class Overlay(ModalScreen[ScreenResultType], Generic[ScreenResultType]):
    """A dialog or a page. Its styles are read when the first one is opened, so that the text need not wait for them."""

    CSS_PATH: ClassVar[Path] = Path(__file__).with_name("overlay.tcss")

    def session_changed(self) -> None:
        """React to files that changed on disk while it is open."""
