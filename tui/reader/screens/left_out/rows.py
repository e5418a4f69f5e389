"""The rows of an article's text, and of what was left out: pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.content import Content

from tui.reader.content import block_content, line_content
from tui.reader.widgets.list_view import Rows
from tui.reader.widgets.text_folding import fold_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.session.left_out import LeftOutPart

MOST_LINES = 200
"""The most lines shown of a paragraph."""
_BLANK_LINES = re.compile(r"\n\s*\n")


class ParagraphRows(Rows):
    """Paragraphs as wide as the list, with an empty line after each."""

    def __init__(self, paragraphs: Sequence[Content]) -> None:
        super().__init__(paragraphs)
        self.paragraphs = paragraphs
        self._cache: dict[tuple[int, int], list[Content]] = {}
        """The lines of a row, by its index and width."""

    def height(self, index: int, width: int) -> int:
        return len(self.lines(index, width, current=False))

    def lines(self, index: int, width: int, *, current: bool) -> list[Content]:
        lines = self._cache.get((index, width))
        if lines is None:
            folded = fold_lines(self.paragraphs[index], max(10, width), MOST_LINES)
            lines = self._cache[index, width] = [*folded, Content("")]
        return lines


def article_rows(text: str) -> ParagraphRows:
    """Return the paragraphs of an article."""
    return ParagraphRows([block_content(block) for block in _BLANK_LINES.split(text.strip())])


def left_out_rows(parts: Sequence[LeftOutPart]) -> ParagraphRows:
    """Return what was left out, what the article has by now in quiet."""
    return ParagraphRows([_part(part) for part in parts])


def _part(part: LeftOutPart) -> Content:
    if not part.is_in_article:
        return line_content(part.words)
    return Content.assemble(line_content(part.words, "$quiet"), Content.styled("  in the article", "$quiet italic"))
