"""The styles of a Markdown text, found for the parts that are shown."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from tui.layout.fold import front_matter_fold
from tui.layout.highlights import HighlightIndex
from tui.layout.markdown.block_styles import block_spans
from tui.layout.markdown.fences import fenced_code
from tui.layout.markdown.spans import CODE, MARK, StyledSpan
from tui.model import Span

LONGEST_BLOCK = 20_000
"""Code points of a block or line that is styled. A longer one has no styles."""
_CACHED_BLOCKS = 200


class MarkdownText:
    """The styles of one text, which are computed block by block."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.fold = front_matter_fold(text)
        """The front matter, which is folded at first."""
        self._front_matter_end = self.fold.end if self.fold else 0
        self._indexes: dict[Span, HighlightIndex] = {}

    def styles_at(self, offset: int) -> HighlightIndex:
        """Return the styles of the block around a code point."""
        block = self._block(offset)
        index = self._indexes.get(block)
        if index is None:
            if len(self._indexes) >= _CACHED_BLOCKS:
                self._indexes.clear()
            index = self._indexes[block] = HighlightIndex(self._spans(*block))
        return index

    @cached_property
    def _fenced(self) -> tuple[Span, ...]:
        return fenced_code(self._text)

    def _block(self, offset: int) -> Span:
        """Return the lines between blank ones, or the line if they are long."""
        if offset < self._front_matter_end:
            return Span(0, self._front_matter_end)
        for separator in ("\n\n", "\n"):
            block = self._between(separator, offset)
            if block.end - block.start <= LONGEST_BLOCK:
                return block
        return Span(offset, offset)

    def _between(self, separator: str, offset: int) -> Span:
        first = max(self._front_matter_end, offset - LONGEST_BLOCK - 1)
        before = self._text.rfind(separator, first, offset)
        start = before + len(separator) if before >= 0 else first
        last = min(offset + LONGEST_BLOCK + 1, len(self._text))
        after = self._text.find(separator, offset, last)
        return Span(start, after if after >= 0 else last)

    def _spans(self, start: int, end: int) -> Iterator[StyledSpan]:
        if start < self._front_matter_end:
            yield StyledSpan(start, end, MARK)
            return
        first = bisect_right(self._fenced, start, key=lambda fenced: fenced.end)
        for fenced in self._fenced[first:]:
            if fenced.start >= end:
                break
            yield from block_spans(self._text, start, max(start, fenced.start))
            yield from self._code(fenced, start, end)
            start = min(fenced.end + 1, end)
        yield from block_spans(self._text, start, end)

    def _code(self, fenced: Span, start: int, end: int) -> Iterator[StyledSpan]:
        """Yield the part of fenced code in a block: its fences and lines."""
        first_line = self._text.find("\n", fenced.start)
        last_line = self._text.rfind("\n", fenced.start, fenced.end)
        parts = ((fenced.start, first_line, MARK), (first_line, last_line, CODE), (last_line, fenced.end, MARK))
        for part_start, part_end, style in parts:
            yield StyledSpan(max(part_start, start), min(part_end, end), style)
