"""The message of a pane that its cursor has moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from tui.reader.widgets.pane.pane import Pane


class CursorMoved(Message):
    """The cursor or the selection of a pane has moved."""

    def __init__(self, pane: Pane, *, brought: bool = False) -> None:
        super().__init__()
        self.pane = pane
        self.brought = brought
        """Whether the program brought the pane there, to follow another one; that must never bring others."""
