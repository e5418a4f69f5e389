"""The command palette: finds every command by its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tui.analysis.folding import fold
from tui.reader.commands import Command, keys_display, offered_commands
from tui.reader.dialogs.overlay import Overlay
from tui.reader.widgets.dialog_buttons import CANCEL, DialogButtons
from tui.reader.widgets.list_view import ListView, Rows
from tui.reader.widgets.search_list import SearchList

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult

    from tui.layout.glyphs import Glyphs

KEYS_GAP = 2
"""Cells before a command's keys, at least."""


def matching_commands(typed: str, commands: Sequence[Command] | None = None) -> list[Command]:
    """Return the commands in which each typed word begins a word.

    Those whose label begins so come first: "comp" matches "compare", then "Open the comparison …".
    """
    words = fold(typed).split()
    matches = [
        command for command in commands or offered_commands() if command.in_palette and _has_words(command, words)
    ]
    return sorted(matches, key=lambda command: not fold(command.label).startswith(" ".join(words)))


def _has_words(command: Command, words: Sequence[str]) -> bool:
    described = fold(f"{command.label} {command.description}").replace("-", " ").split()
    return all(any(part.lstrip("(“").startswith(word) for part in described) for word in words)


class CommandRows(Rows):
    """Commands as full sentences, each with its keys."""

    def __init__(self, commands: Sequence[Command], keymap: Mapping[str, str]) -> None:
        super().__init__(commands)
        self.commands = commands
        self.keymap = keymap

    def lines(self, index: int, width: int, *, current: bool) -> list[Content]:
        command = self.commands[index]
        keys = keys_display(self.keymap.get(command.id, command.keys))
        room = max(1, width - len(keys) - KEYS_GAP)
        sentence = Content(command.description.removesuffix(".")).truncate(room, ellipsis=True, pad=True)
        return [Content.assemble(sentence, " " * KEYS_GAP, (keys, "bold"))]


class Palette(Overlay[Command | None]):
    """Ask for a command, and return it or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Cancel", priority=True)]

    def __init__(self, keymap: Mapping[str, str], *, glyphs: Glyphs) -> None:
        super().__init__()
        self.keymap = keymap
        self.matches: list[Command] = []
        self.search = SearchList(placeholder="what to do", empty_text="No command like that.", glyphs=glyphs)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -tall"):
            yield Static(Content("Commands"), classes="dialog-title")
            yield self.search
            yield DialogButtons(CANCEL, hint="↑ ↓ choose   Enter run")

    def on_mount(self) -> None:
        self._show()

    @on(Input.Changed)
    def _show(self) -> None:
        self.matches = matching_commands(self.search.typed)
        self.search.list.show(CommandRows(self.matches, self.keymap))

    @on(Input.Submitted)
    @on(ListView.Selected)
    def _run(self) -> None:
        if self.matches:
            self.dismiss(self.matches[self.search.cursor])
