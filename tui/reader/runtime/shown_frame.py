"""Remember what the terminal shows, so that only what differs is sent.

Textual sends whole widgets: if the inspector grows by a row, all of both panes, though they look the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.geometry import Size

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.strip import Strip


class ShownFrame:
    """The strips on the screen by row, and by the cell where they begin."""

    def __init__(self) -> None:
        self._size = Size()
        self._rows: dict[int, dict[int, Strip]] = {}

    def forget(self) -> None:
        """Forget all, because something else may be on the screen."""
        self._rows = {}

    def changes(self, update: RenderableType, size: Size) -> RenderableType | None:
        """Return what is left to send of an update to a screen of a size.

        A whole frame is sent whole. Return None if the screen shows all of it.
        """
        if not isinstance(update, ChopsUpdate):
            self.forget()
            if isinstance(update, LayoutUpdate):
                self._remember(update, size)
            return update
        if size != self._size:
            self.forget()
            return update
        spans = [span for span in update.spans if self._drop_shown(update, *span)]
        # Textual sends a newline for each span, which would scroll if nothing was drawn in it.
        update.spans = spans
        return update if spans else None

    def _remember(self, update: LayoutUpdate, size: Size) -> None:
        self._size = size
        for y, strips in enumerate(update.strips, update.region.y):
            x = update.region.x
            row: dict[int, Strip] = {}
            self._rows[y] = row
            for strip in strips:
                row[x] = strip
                x += strip.cell_length

    def _drop_shown(self, update: ChopsUpdate, y: int, left: int, right: int) -> bool:
        """Drop strips in a span that are shown, and return whether any is left."""
        chops, row = cast("dict[int, Strip | None]", update.chops[y]), self._rows.setdefault(y, {})
        drawn = [(x, strip) for x, strip in chops.items() if strip and x < right and x + strip.cell_length > left]
        is_any_left = False
        for x, strip in drawn:
            if row.get(x) == strip:
                chops[x] = None
                continue
            is_any_left = True
            end = x + strip.cell_length
            _clear(row, x, end)
            if left <= x and end <= right:
                row[x] = strip
        return is_any_left


def _clear(row: dict[int, Strip], left: int, right: int) -> None:
    """Remove the strips that have a cell between two cells of a row."""
    for x in [x for x, strip in row.items() if x < right and x + strip.cell_length > left]:
        del row[x]
