"""What one types in: it shows what it holds as everything else is shown, and gives back what it was given.

Textual's own fields send the characters that they hold to the terminal as they are, whether typed, pasted or read
from a file. `TextArea` parts lines at more characters than a newline, too, and forgets which it was.
"""

import re
from collections.abc import Sequence

from rich.highlighter import Highlighter
from rich.text import Text
from textual.widgets import Input, TextArea

from tui.layout.visible import limit_combining, make_visible

_LINE_ENDS = re.compile("[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""What `TextArea` takes for the end of a line, beside the newline."""


class _Visible(Highlighter):
    """Shows a line without what a terminal obeys; one character for one, so that the cursor stays where it is."""

    def highlight(self, text: Text) -> None:
        text.plain = limit_combining(make_visible(text.plain))


class LineInput(Input):
    """A line to type in."""

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        entry_id: str | None = None,
        select_on_focus: bool = False,
    ) -> None:
        super().__init__(
            value,
            placeholder=placeholder,
            id=entry_id,
            compact=True,
            select_on_focus=select_on_focus,
            highlighter=_Visible(),
        )


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
