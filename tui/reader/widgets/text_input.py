"""A text area that is safe to show and returns untouched lines unchanged.

Textual's own sends control characters to the terminal as they are. It also splits lines at more characters than
the newline, without remembering which one it was.
"""

import re
from typing import ClassVar

from rich.text import Text
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.widgets import TextArea

from tui.layout.visible import limit_combining, make_visible

_LINE_ENDS = re.compile("[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""What `TextArea` splits lines at, besides the newline."""


class TextInput(TextArea):
    """A text area that shows control characters as visible ones."""

    DEFAULT_CSS = """
    TextInput:ansi .text-area--cursor { color: ansi_default; background: ansi_default; text-style: reverse; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("alt+enter", "break_line", show=False)]

    def __init__(self, text: str, *, entry_id: str, compact: bool = False) -> None:
        loaded = _LINE_ENDS.sub(lambda end: make_visible(end[0]), text)
        super().__init__(loaded, id=entry_id, compact=compact, show_line_numbers=False, tab_behavior="focus")
        lines = zip(loaded.split("\n"), text.split("\n"), strict=True)
        self._originals = {shown: original for shown, original in lines if shown != original}

    def get_line(self, line_index: int) -> Text:
        # Tabs stay as they are: Textual measures them.
        line = self.document.get_line(line_index)
        return Text(limit_combining("\t".join(map(make_visible, line.split("\t")))), end="", no_wrap=True)

    @property
    def value(self) -> str:
        """The text, with the original characters in lines that are unchanged."""
        return "\n".join(self._originals.get(line, line) for line in self.text.split("\n"))

    def action_break_line(self) -> None:
        self.replace("\n", *self.selection, maintain_selection_offset=False)

    def action_copy(self) -> None:
        if not self.selected_text:
            raise SkipAction  # Ctrl+C tells how to close the dialog
        super().action_copy()
