"""Rows of kinds, one of them chosen, and a way to a new one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tui.reader.content import kind_glyph, visible_line
from tui.reader.themes import color_variable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.geometry import Size

    from tui.layout.glyphs import Glyphs
    from tui.model import Kind

NEW_KIND = " new kind … "


class _Part(NamedTuple):
    """A kind, or the way to a new one, and where it is."""

    text: str
    row: int
    cell: int
    """Its first cell in the row."""


def flow(texts: Sequence[str], width: int) -> list[_Part]:
    """Put texts into rows of `width` cells, with a cell between them.

    flow([" a ", " b ", " c "], 8) has " c " in row 1.
    """
    parts: list[_Part] = []
    row = cell = 0
    for text in texts:
        length = Content(text).cell_length
        if cell and cell + length > width:
            row, cell = row + 1, 0
        parts.append(_Part(text, row, cell))
        cell += length + 1
    return parts


class KindChoice(Widget, can_focus=True):
    """A choice of one kind, with the arrow keys or the mouse."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,up", "turn(-1)", "Kind before", show=False),
        Binding("right,down,space", "turn(1)", "Next kind", show=False),
        Binding("enter", "take", "Next field", show=False),
    ]
    position = reactive(0)
    """Where the cursor is, from 0; after the last kind is the way to a new one."""

    @dataclass
    class NewKindWanted(Message):
        """The user asked for a new kind."""

    def __init__(self, kinds: Sequence[Kind], chosen: str, *, glyphs: Glyphs, takes_new: bool = False) -> None:
        super().__init__(id="kind")
        self.kinds = list(kinds)
        self.glyphs = glyphs
        self.takes_new = takes_new
        names = [kind.name for kind in kinds]
        self.chosen = names.index(chosen) if chosen in names else 0
        self.set_reactive(KindChoice.position, self.chosen)

    @property
    def kind(self) -> Kind:
        return self.kinds[self.chosen]

    def add(self, kind: Kind) -> None:
        """Offer a kind after the others, and choose it."""
        self.kinds.append(kind)
        self.chosen = self.position = len(self.kinds) - 1
        self.refresh(layout=True)

    def watch_position(self, position: int) -> None:
        if position < len(self.kinds):
            self.chosen = position

    def action_turn(self, by: int) -> None:
        self.position = (self.position + by) % (len(self.kinds) + self.takes_new)

    def action_take(self) -> None:
        """Go to the next field, or ask for a new kind."""
        if self.position == len(self.kinds):
            self.post_message(self.NewKindWanted())
        else:
            self.screen.focus_next()

    def _parts(self, width: int) -> list[_Part]:
        texts = [f" {kind_glyph(kind, self.glyphs).plain} {visible_line(kind.label)} " for kind in self.kinds]
        return flow([*texts, self.glyphs.own(NEW_KIND)] if self.takes_new else texts, width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return self._parts(width)[-1].row + 1

    def render(self) -> Content:
        lines = [Content("")]
        for position, part in enumerate(self._parts(self.size.width)):
            if part.row == len(lines):
                lines.append(Content(""))
            gap = " " * (part.cell - lines[-1].cell_length)
            lines[-1] = Content.assemble(lines[-1], gap, Content.styled(part.text, self._style(position)))
        return Content("\n").join(lines)

    def _style(self, position: int) -> str:
        cursor = " reverse" if self.has_focus and position == self.position else ""
        if position != self.chosen:
            return f"$quiet{cursor}"
        return f"${color_variable(self.kind)} bold{cursor or ' underline'}"

    async def _on_click(self, event: events.Click) -> None:
        for position, part in enumerate(self._parts(self.size.width)):
            cells = range(part.cell, part.cell + Content(part.text).cell_length)
            if event.y == part.row and event.x in cells:
                self.position = position
                if position == len(self.kinds):
                    self.action_take()
