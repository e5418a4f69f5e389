"""An input over a list, in which the arrow keys move while one types."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.layout.glyphs import UNICODE, Glyphs
from tui.reader.widgets.line_input import LineInput
from tui.reader.widgets.list_view import ListView


class SearchList(Vertical):
    """An input and a list.

    Their messages are not changed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "Down", show=False),
        Binding("up", "move(-1)", "Up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
    ]

    def __init__(self, value: str = "", *, placeholder: str, empty_text: str, glyphs: Glyphs = UNICODE) -> None:
        super().__init__()
        self.line = LineInput(value, placeholder=placeholder)
        self.list = ListView(glyphs=glyphs, empty_text=empty_text)
        self.list.can_focus = False
        self.head = Static("", classes="page-head")
        self.head.display = False

    def compose(self) -> ComposeResult:
        yield self.line
        yield self.head
        yield self.list

    def show_head(self, head: Content) -> None:
        """Show column heads over the list."""
        self.head.display = True
        self.head.update(head)

    @property
    def typed(self) -> str:
        return self.line.value

    @property
    def cursor(self) -> int:
        return self.list.cursor

    def action_move(self, by: int) -> None:
        self.list.action_move(by)

    def action_page(self, by: int) -> None:
        self.list.action_page(by)
