"""An input that is safe to show.

Textual's own sends control characters to the terminal as they are, whether typed, pasted or read from a file.
"""

from rich.highlighter import Highlighter
from rich.text import Text
from textual.widgets import Input

from tui.layout.visible import limit_combining, make_visible


class _Visible(Highlighter):
    """Show control characters as visible ones, one for one for the cursor."""

    def highlight(self, text: Text) -> None:
        text.plain = limit_combining(make_visible(text.plain))


class LineInput(Input):
    """An input that shows control characters as visible ones."""

    def __init__(
        self, value: str = "", *, placeholder: str = "", entry_id: str | None = None, select_on_focus: bool = False
    ) -> None:
        super().__init__(
            value,
            placeholder=placeholder,
            id=entry_id,
            compact=True,
            select_on_focus=select_on_focus,
            highlighter=_Visible(),
        )
