"""A line to type in, which shows what it holds as everything else is shown.

Textual's own field sends the characters that it holds to the terminal as they are, whether typed, pasted or read
from a file.
"""

from rich.highlighter import Highlighter
from rich.text import Text
from textual.widgets import Input

from tui.layout.visible import limit_combining, make_visible


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
