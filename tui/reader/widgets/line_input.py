"""An input that is safe to show.

Textual's own sends control characters to the terminal as they are, whether typed, pasted or read from a file.
"""

from typing import ClassVar

from rich.highlighter import Highlighter
from rich.text import Text
from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.widgets import Input

from tui.layout.visible import limit_combining, make_visible


class _Visible(Highlighter):
    """Show control characters as visible ones, one for one for the cursor."""

    def highlight(self, text: Text) -> None:
        text.plain = limit_combining(make_visible(text.plain))


class LineInput(Input):
    """An input that shows control characters as visible ones."""

    # Of 16 colours, the cursor has the terminal's own two, so that it is there without colours and on white too.
    DEFAULT_CSS = """
    LineInput:ansi {
        &>.input--cursor { color: ansi_default; background: ansi_default; text-style: reverse; }
        &>.input--selection { text-style: underline; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "stay", show=False)]

    _ignores_tab = False
    """Whether Tab goes no further: what the user did before has just come here."""

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

    def ignore_next_tab(self) -> None:
        """Stay at the next Tab, if nothing is typed before it."""
        self._ignores_tab = True

    def action_stay(self) -> None:
        """Stay once if asked to, and leave Tab to the screen otherwise."""
        if not self._ignores_tab:
            raise SkipAction
        self._ignores_tab = False

    def action_copy(self) -> None:
        if not self.selected_text:
            raise SkipAction  # Ctrl+C tells how to close the dialog
        super().action_copy()

    async def _on_key(self, event: events.Key) -> None:
        if event.key != "tab":
            self._ignores_tab = False
        await super()._on_key(event)

    def _on_blur(self, event: events.Blur) -> None:
        self._ignores_tab = False
        super()._on_blur(event)
