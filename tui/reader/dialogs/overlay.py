"""What every screen that opens over the reading screen is made of."""

from pathlib import Path
from typing import ClassVar, Generic

from textual.screen import ModalScreen, ScreenResultType


class Overlay(ModalScreen[ScreenResultType], Generic[ScreenResultType]):
    """A dialogue or a page; its styles are read when the first is opened, so that the text need not wait for them."""

    CSS_PATH: ClassVar[Path] = Path(__file__).with_name("overlay.tcss")
