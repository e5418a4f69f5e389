"""One of several choices, told by its form."""

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import RadioButton


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
