"""The last column of a pane: where the view is, and where the annotations are."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style

from tui.layout.scrollbar import cell_bounds, cell_marks, thumb
from tui.reader.widgets.pane.styles import PaneStyles

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from tui.layout.glyphs import Glyphs
    from tui.layout.wrapped import WrappedText
    from tui.reader.widgets.pane.painter import Markup


class Scrollbar:
    """One pane's scrollbar; what it shows is worked out when it is asked for, and kept until something is forgotten."""

    def __init__(self, markup: Markup, dimmed: Collection[str] | None = None, *, glyphs: Glyphs) -> None:
        self._markup = markup
        self._dimmed = dimmed or frozenset()
        self._glyphs = glyphs
        self._marks: list[str] | None = None
        self._cells: list[Segment] | None = None

    def forget_view(self) -> None:
        """Let go of what depends on the view and the colours."""
        self._cells = None

    def forget_rows(self) -> None:
        """Let go of what depends on how the text is wrapped, too."""
        self._marks = self._cells = None

    def cells(self, height: int, top: int, wrapped: WrappedText, inks: PaneStyles) -> list[Segment]:
        """Return the cells from top to bottom, with `top` the first row in view."""
        if self._cells is None or len(self._cells) != height:
            if self._marks is None or len(self._marks) != height:
                self._marks = cell_marks(cell_bounds(height, wrapped), self._starts)
            in_view = thumb(height, wrapped.height, top)
            self._cells = [self._cell(kind, inks, in_view=y in in_view) for y, kind in enumerate(self._marks)]
        return self._cells

    @cached_property
    def _starts(self) -> Mapping[str, list[int]]:
        """Where the annotations of each kind begin that no filter dims, in order."""
        starts: dict[str, list[int]] = {}
        for start, _, key in self._markup.order:
            if key not in self._dimmed:
                starts.setdefault(self._markup.marks[key].kind, []).append(start)
        return starts

    def _cell(self, kind: str, inks: PaneStyles, *, in_view: bool) -> Segment:
        ground = inks["thumb" if in_view else "track"]
        if not kind:
            return Segment(" " if in_view else self._glyphs.track, ground)
        return Segment(self._glyphs.mark, Style(color=inks.glyph(kind).color, bgcolor=ground.bgcolor))
