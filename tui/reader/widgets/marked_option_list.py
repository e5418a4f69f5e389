"""A list of options that marks the highlighted one by its form."""

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.strip import Strip
from textual.widgets import OptionList

from tui.layout.glyphs import UNICODE


class MarkedOptionList(OptionList):
    """Options with `▌` before the highlighted one.

    Textual's own list differs in colours only, which NO_COLOR removes. The style sheet leaves the mark two free cells.
    """

    def __init__(self, *options: Content, compact: bool = False) -> None:
        super().__init__(*options, markup=False, compact=compact)

    def render_line(self, y: int) -> Strip:
        strip = super().render_line(y)
        style = next((segment.style for segment in strip), None)
        if style is None or style.meta.get("option", -1) != self.highlighted:
            return strip
        segments = [Segment(UNICODE.cursor, style), *strip.crop(1)]
        return Strip(Segment.apply_style(segments, post_style=self._emphasis), strip.cell_length)

    @property
    def _emphasis(self) -> Style | None:
        """What shows the highlighted option without colours, or with only 16."""
        if self.app.no_color:
            return Style(reverse=True)
        return Style(color="bright_white", bgcolor="blue") if self.app.current_theme.ansi else None
