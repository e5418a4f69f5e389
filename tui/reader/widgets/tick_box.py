"""A box to tick, with its words."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widget import Widget

from tui.reader.widgets.tick_list import BOX, box_content


class TickBox(Widget, can_focus=True):
    """A choice with `[x]` if it is ticked, and `>` before it if keys do so."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "tick", "Tick", show=False),
        Binding("down", "app.focus_next", "Next", show=False),
        Binding("up", "app.focus_previous", "Previous", show=False),
    ]

    is_ticked = var(default=True)

    @dataclass
    class Changed(Message):
        """The box was ticked or cleared."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words

    def render(self) -> Content:
        mark = "> " if self.has_focus else "  "
        return Content.assemble(mark, box_content(is_ticked=self.is_ticked), self.words)

    def get_content_width(self, *_: object) -> int:
        return len("> ") + BOX + len(self.words)

    def action_tick(self) -> None:
        """Tick the box, or clear it."""
        self.is_ticked = not self.is_ticked
        self.refresh()
        self.post_message(self.Changed())

    async def _on_click(self, event: events.Click) -> None:
        event.stop()
        self.action_tick()
