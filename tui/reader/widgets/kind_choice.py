"""A row of kinds, one of them chosen."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.layout.glyphs import Glyphs
from tui.model import Kind
from tui.reader.content import kind_glyph, visible_line
from tui.reader.themes import color_variable


class KindChoice(Widget, can_focus=True):
    """A choice of one kind, with the arrow keys or the mouse."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,up", "turn(-1)", "Kind before", show=False),
        Binding("right,down,space", "turn(1)", "Next kind", show=False),
        Binding("enter", "screen.focus_next", "Next field", show=False),
    ]
    chosen = reactive(0)

    def __init__(self, kinds: Sequence[Kind], chosen: str, *, glyphs: Glyphs) -> None:
        super().__init__(id="kind")
        self.kinds = kinds
        self.glyphs = glyphs
        names = [kind.name for kind in kinds]
        self.set_reactive(KindChoice.chosen, names.index(chosen) if chosen in names else 0)

    @property
    def kind(self) -> Kind:
        return self.kinds[self.chosen]

    def action_turn(self, by: int) -> None:
        self.chosen = (self.chosen + by) % len(self.kinds)

    def _parts(self) -> list[Content]:
        parts = [self._part(position, kind, labelled=True) for position, kind in enumerate(self.kinds)]
        if sum(part.cell_length + 1 for part in parts) - 1 <= self.size.width:
            return parts
        # Only the chosen kind has its label if there is no room for all.
        return [self._part(index, kind, labelled=index == self.chosen) for index, kind in enumerate(self.kinds)]

    def _part(self, position: int, kind: Kind, *, labelled: bool) -> Content:
        glyph = kind_glyph(kind, self.glyphs).plain
        text = f" {glyph} {visible_line(kind.label)} " if labelled else f" {glyph} "
        if position != self.chosen:
            return Content.styled(text, "$quiet")
        return Content.styled(text, f"${color_variable(kind)} bold {'reverse' if self.has_focus else 'underline'}")

    def render(self) -> Content:
        return Content(" ").join(self._parts())

    async def _on_click(self, event: events.Click) -> None:
        cell = 0
        for position, part in enumerate(self._parts()):
            if cell <= event.x < cell + part.cell_length:
                self.chosen = position
            cell += part.cell_length + 1
