"""Choices of which one is taken, told by its form."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget
from textual.widgets import RadioButton, RadioSet


class RadioChoice(RadioButton):
    """A choice with `(•)` if it is chosen, and `>` before it if keys move it.

    Textual's own button differs in its shade only.
    """

    def render(self) -> Content:
        parent = self.parent
        has_cursor = self.has_class("-selected") and isinstance(parent, Widget) and parent.has_focus
        mark = f"{'>' if has_cursor else ' '} {'(•)' if self.value else '( )'}"
        label = Content.from_text(self.label).stylize_before(self.get_visual_style("toggle--label"))
        return Content.assemble(mark, " ", label)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return len("> (•) ") + Content.from_text(self.label).cell_length


class RadioList(RadioSet):
    """Choices below one another.

    Enter takes the one that the keys have reached, and if it is taken, submits the form as in an input.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "take_or_submit", "Take", show=False)]

    class Submitted(Message):
        """Enter was pressed on the choice that is taken."""

    def action_take_or_submit(self) -> None:
        if self.query_one(".-selected", RadioButton).value:
            self.post_message(self.Submitted())
        else:
            self.action_toggle_button()
