"""The help: every key with its command."""

from collections.abc import Iterable, Mapping, Sequence
from textwrap import wrap
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui import __version__
from tui.reader.commands import Command, command_groups, command_keys, keys_display
from tui.reader.dialogs.overlay import Overlay
from tui.reader.widgets.dialog_buttons import CLOSE, DialogButtons

HIDDEN_IDS = frozenset(f"pane.{number}" for number in range(2, 10))
"""Commands that the line of `pane.1` describes too."""
WIDTH = 46
"""Cells of a column, at least."""
MAX_COLUMNS = 4
FRAME = 8
"""Cells of the dialog beside the columns: border, padding and scrollbar."""
KEYS_WIDTH = 16
"""Cells of the keys in a column."""
COLUMN_GAP = 2
"""Cells between two columns."""


class HelpDialog(Overlay[None]):
    """Show a legend, and the commands with the keys that the user configured."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,question_mark,f1,enter", "dismiss(None)", "Close")]

    def __init__(
        self,
        keymap: Mapping[str, str],
        own: tuple[str, Iterable[tuple[str, str]]] | None = None,
        legend: Content | None = None,
    ) -> None:
        super().__init__()
        self.legend = legend
        self._cells = WIDTH
        """Cells of a column."""
        self.keymap = keymap
        self.own = own
        """The heading and the keys of the screen that asks for help, with what they do."""

    def compose(self) -> ComposeResult:
        self._cells = self._column_width()
        with Vertical(classes="dialog -help"):
            yield Static(Content(f"Diptych {__version__}"), classes="dialog-title")
            with VerticalScroll(classes="dialog-text"):
                if self.legend:
                    yield Static(self.legend, classes="keys")
                with Horizontal(classes="columns"):
                    for column in columns_of(self._groups(), self._column_count()):
                        yield Static(Content("\n\n").join(column), classes="keys")
            yield DialogButtons(CLOSE, hint="↑ ↓ scroll")

    def _column_count(self) -> int:
        return max(1, min(MAX_COLUMNS, self._room() // WIDTH))

    def _column_width(self) -> int:
        return self._room() // self._column_count()

    def _room(self) -> int:
        """Return the cells of all columns."""
        return self.app.size.width * 96 // 100 - FRAME

    async def on_resize(self) -> None:
        if self._column_width() != self._cells:
            await self.recompose()

    def _groups(self) -> list[Content]:
        own = [_key_group(*self.own, self._cells)] if self.own else []
        return own + [self._group(name, commands) for name, commands in command_groups()]

    def _group(self, name: str, commands: tuple[Command, ...]) -> Content:
        keys = (self._keys(command) for command in commands if command.id not in HIDDEN_IDS)
        return _key_group(name, keys, self._cells)

    def _keys(self, command: Command) -> tuple[str, str]:
        keys = keys_display(self.keymap.get(command.id, command.keys)) or command_keys("palette", self.keymap)
        description = command.description
        if command.id == "pane.1":
            keys = "1 – 9" if keys == "1" else keys
            description = "Go to the account with this number."
        return keys, description


def columns_of(groups: Sequence[Content], count: int) -> list[list[Content]]:
    """Return groups of keys in columns, each next one in the shortest."""
    columns: list[list[Content]] = [[] for _ in range(count)]
    for group in groups:
        shortest = min(columns, key=lambda column: sum(len(other.plain.splitlines()) + 1 for other in column))
        shortest.append(group)
    return columns


def _key_group(heading: str, rows: Iterable[tuple[str, str]], width: int) -> Content:
    """Return keys, with what they do, under a heading, in `width` cells."""
    lines = [Content.styled(heading, "bold $primary"), *(_key_line(keys, words, width) for keys, words in rows)]
    return Content("\n").join(lines)


def _key_line(keys: str, words: str, width: int) -> Content:
    first, *rest = wrap(words, max(1, width - KEYS_WIDTH - COLUMN_GAP))
    indent = "\n" + " " * KEYS_WIDTH
    return Content.assemble((f"{keys:<{KEYS_WIDTH - 1}} ", "bold"), first, *(indent + line for line in rest))
