"""The rows of the hits to mark: pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tui.model import Span
from tui.reader.content import cut_start, visible_line
from tui.reader.widgets.list_view import Rows
from tui.reader.widgets.tick_list import BOX, box_content

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from tui.session.hit_marks import HitMark

CONTEXT = 200
"""Code points read on either side of a hit."""


class HitMarkRows(Rows):
    """Hits with the words around them, each chosen or not."""

    def __init__(self, marks: Sequence[HitMark], chosen: Collection[int]) -> None:
        super().__init__(marks)
        self.marks = marks
        self.chosen = chosen

    def lines(self, index: int, width: int, *, current: bool) -> list[Content]:
        mark, is_chosen = self.marks[index], index in self.chosen
        box = box_content(is_ticked=is_chosen)
        siglum = Content.styled(f"{mark.siglum:<3}", "bold")
        words = Content.styled(visible_line(mark.span.of(mark.text)), "bold $accent" if is_chosen else "")
        room = max(8, (width - BOX - siglum.cell_length - words.cell_length) // 2)
        before, after = self._context(mark)
        lead = Content.styled(cut_start(before, room).rjust(room), "$quiet")
        return [Content.assemble(box, siglum, lead, words, Content.styled(after, "$quiet"))]

    def _context(self, mark: HitMark) -> tuple[str, str]:
        text, span = mark.text, mark.span
        before = _spaced(Span(max(0, span.start - CONTEXT), span.start).of(text))
        return before, _spaced(Span(span.end, span.end + CONTEXT).of(text))


def _spaced(context: str) -> str:
    """Return the text beside a hit on one line, keeping a space at either end."""
    lead = " " if context[:1].isspace() else ""
    trail = " " if context[-1:].isspace() else ""
    return f"{lead}{visible_line(context)}{trail}" if context.strip() else lead
