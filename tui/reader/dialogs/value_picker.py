"""The choice of one of many values, with a search line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tui.analysis.folding import fold
from tui.layout.glyphs import Glyphs
from tui.reader.content import line_content
from tui.reader.dialogs.marks_dialog import MarksDialog
from tui.reader.widgets.dialog_buttons import CANCEL, DialogButtons
from tui.reader.widgets.list_view import ListView, Rows
from tui.reader.widgets.search_list import SearchList


class ValueRows(Rows):
    """Values with how often they occur, one a row."""

    def __init__(self, values: Sequence[tuple[str, int]]) -> None:
        super().__init__(values)
        self.values = values

    def lines(self, index: int, width: int, *, current: bool) -> list[Content]:
        value, count = self.values[index]
        fitted = line_content(value).truncate(width - 6, ellipsis=True, pad=True)
        return [Content.assemble(fitted, (f"{count:>6}", "$quiet"))]


class ValuePicker(MarksDialog[str | None]):
    """Ask for a value.

    Return its key, or None.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Cancel", priority=True)]

    def __init__(self, question: str, values: Mapping[str, tuple[str, int]], *, glyphs: Glyphs) -> None:
        super().__init__()
        self.question = question
        self.values = values
        """By key: the value as shown, and how often it occurs."""
        self.keys: list[str] = []
        self.search = SearchList(placeholder="type to find", empty_text="Nothing is called that.", glyphs=glyphs)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -tall"):
            yield Static(line_content(self.question), classes="dialog-title")
            yield self.search
            yield DialogButtons(CANCEL, hint="↑ ↓ choose   Enter take")

    def on_mount(self) -> None:
        self._show()

    def hide_others(self) -> None:
        self.values = {}
        self._show()

    @on(Input.Changed)
    def _show(self) -> None:
        words = fold(self.search.typed).split()
        self.keys = [
            key for key, (value, _) in self.values.items() if all(word in fold(f"{key} {value}") for word in words)
        ]
        self.search.list.show(ValueRows([self.values[key] for key in self.keys]))

    @on(Input.Submitted)
    @on(ListView.Selected)
    def _select(self) -> None:
        if self.keys:
            self.dismiss(self.keys[self.search.cursor])
