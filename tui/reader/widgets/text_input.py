"""Lines to type in, which give back what they were given.

Textual's own field sends the characters that it holds to the terminal as they are. It also parts lines at more
characters than a newline, and forgets which one it was.
"""

import re
from collections.abc import Sequence

from rich.text import Text
from textual.widgets import TextArea

from tui.layout.visible import limit_combining, make_visible

_LINE_ENDS = re.compile("[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""What `TextArea` takes for the end of a line, beside the newline."""


class TextInput(TextArea):
    """Lines to type in."""

    def __init__(self, text: str, *, entry_id: str, compact: bool = False) -> None:
        loaded = _LINE_ENDS.sub(lambda end: make_visible(end[0]), text)
        super().__init__(loaded, id=entry_id, compact=compact, show_line_numbers=False, tab_behavior="focus")
        self._given = dict(_changed(loaded.split("\n"), text.split("\n")))

    def get_line(self, line_index: int) -> Text:
        """Return a line as it is shown; its tabs stay, since they are measured elsewhere."""
        line = self.document.get_line(line_index)
        return Text(limit_combining("\t".join(map(make_visible, line.split("\t")))), end="", no_wrap=True)

    @property
    def words(self) -> str:
        """What it holds; a line that was not touched is what it was."""
        if not self._given:
            return self.text
        return "\n".join(self._given.get(line, line) for line in self.text.split("\n"))


def _changed(loaded: Sequence[str], given: Sequence[str]) -> list[tuple[str, str]]:
    return [(shown, was) for shown, was in zip(loaded, given, strict=True) if shown != was]
