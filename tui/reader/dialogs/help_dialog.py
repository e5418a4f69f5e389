"""Every key, by what it is for."""

from collections.abc import Mapping
from textwrap import wrap
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import ItemGrid, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.reader.commands import Command, command_groups, keys_display
from tui.reader.dialogs.overlay import Overlay

SAID_ALREADY = frozenset(f"pane.{number}" for number in range(2, 10))
"""Commands that the line of the first of them tells too."""
WIDTH = 50
"""Cells for a column."""
KEYS_WIDTH = 15
"""Cells for the keys, so that the sentences line up."""
APART = 2
"""Cells left free before the next column."""


class HelpDialog(Overlay[None]):
    """Shows the table of commands, with the user's own keys."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,question_mark,f1,enter", "dismiss(None)", "Close")]

    def __init__(self, keymap: Mapping[str, str]) -> None:
        super().__init__()
        self.keymap = keymap

    def compose(self) -> ComposeResult:
        """Yield the groups of commands side by side, as many as fit."""
        with Vertical(classes="dialogue -wide"):
            yield Static(Content("Keys"), classes="dialogue-title")
            with VerticalScroll(), ItemGrid(min_column_width=WIDTH, stretch_height=False):
                for name, commands in command_groups():
                    yield Static(self._group(name, commands), classes="keys")
            yield Static(Content("↑ ↓ scroll   Esc close"), classes="dialogue-keys")

    def _group(self, name: str, commands: tuple[Command, ...]) -> Content:
        lines = [Content.styled(name, "bold $primary")]
        lines += [self._line(command) for command in commands if command.id not in SAID_ALREADY]
        return Content("\n").join(lines)

    def _line(self, command: Command) -> Content:
        keys = keys_display(self.keymap.get(command.id, command.keys))
        said = "Go to the account with this number." if command.id == "pane.1" else command.description
        first, *rest = wrap(said, WIDTH - KEYS_WIDTH - APART)
        shown = "1 – 9" if command.id == "pane.1" and keys == "1" else keys
        indent = "\n" + " " * KEYS_WIDTH
        return Content.assemble((f"{shown:<{KEYS_WIDTH - 1}} ", "bold"), first, *(indent + line for line in rest))
