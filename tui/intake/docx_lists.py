"""Items of a Word document, which says only their depth, as lists of HTML."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.intake.docx_styles import ListLevel


@dataclass(slots=True)
class OpenLists:
    """The lists that have begun and not ended, the outermost first.

    Each has an item that has not ended.
    """

    _open: list[ListLevel] = field(default_factory=list)
    _counts: dict[tuple[str, int], int] = field(default_factory=dict)
    """How many items a list has had at a depth, since it may go on after a paragraph."""

    def item(self, level: ListLevel) -> str:
        """Return the HTML that begins an item, and lists around it."""
        html = self.end(level.depth + 1)
        if len(self._open) > level.depth:
            html += "</li>" if self._open[-1].number == level.number else self.end(level.depth)
        while len(self._open) <= level.depth:
            self._open.append(level)
            start = self._counts.get((level.number, level.depth), 0) + 1
            html += f'<ol start="{start}">' if level.is_ordered else "<ul>"
            html += "<li>" if len(self._open) <= level.depth else ""
        self._count(level)
        return f"{html}<li>"

    def end(self, depth: int = 0) -> str:
        """Return the HTML that ends the lists below a depth."""
        html = ""
        while len(self._open) > depth:
            html += "</li></ol>" if self._open.pop().is_ordered else "</li></ul>"
        return html

    def _count(self, level: ListLevel) -> None:
        deeper = [key for key in self._counts if key[0] == level.number and key[1] > level.depth]
        for key in deeper:
            del self._counts[key]
        self._counts[level.number, level.depth] = self._counts.get((level.number, level.depth), 0) + 1
