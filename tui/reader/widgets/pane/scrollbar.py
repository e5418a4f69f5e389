"""The last column of a pane, with the view and the annotations."""

from __future__ import annotations

from functools import cached_property
from operator import attrgetter
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


_KIND_AND_START = attrgetter("record.annotation.kind", "anchor.start")


class Scrollbar:
    """The scrollbar of one pane, cached until it is invalidated."""

    def __init__(self, markup: Markup, left_out: Collection[str] = frozenset(), *, glyphs: Glyphs) -> None:
        self._markup = markup
        self._left_out = left_out
        self._glyphs = glyphs
        self._marks: list[str] | None = None
        self._cells: list[Segment] | None = None

    def invalidate_view(self) -> None:
        """Drop the cells, when the view or the theme has changed."""
        self._cells = None

    def invalidate_rows(self) -> None:
        """Drop cells and marks, when the text was wrapped anew."""
        self._marks = self._cells = None

    def cells(self, height: int, top: int, wrapped: WrappedText, styles: PaneStyles) -> list[Segment]:
        """Return `height` cells for a view from row `top` on."""
        if self._cells is None or len(self._cells) != height:
            if self._marks is None or len(self._marks) != height:
                self._marks = cell_marks(cell_bounds(height, wrapped), self._starts)
            in_view = thumb(height, wrapped.height, top)
            self._cells = [self._cell(kind, styles, in_view=y in in_view) for y, kind in enumerate(self._marks)]
        return self._cells

    @cached_property
    def _starts(self) -> Mapping[str, list[int]]:
        """Where highlighted annotations start, in order, by kind."""
        starts: dict[str, list[int]] = {}
        anchored, left_out = self._markup.anchored, self._left_out
        for key, (kind, start) in zip(anchored, map(_KIND_AND_START, anchored.values()), strict=True):
            if key not in left_out:
                starts.setdefault(kind, []).append(start)
        return starts

    def _cell(self, kind: str, styles: PaneStyles, *, in_view: bool) -> Segment:
        background = styles["thumb" if in_view else "track"]
        if not kind:
            return Segment(" " if in_view else self._glyphs.track, background)
        return Segment(self._glyphs.mark, Style(color=styles.glyph_style(kind).color, bgcolor=background.bgcolor))
