"""Convert offsets to lines and columns, in texts of any size."""

from typing import NamedTuple

_BLOCK = 1024
"""In code points: how much is searched for one offset."""


class LineColumn(NamedTuple):
    """A position in a text, counted from 1."""

    line: int
    column: int
    """In code points."""


class LineIndex:
    """The lines of a text, which LF, CR and CRLF end, as in an editor."""

    def __init__(self, text: str) -> None:
        self._text = text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text
        self._blocks = [(0, 0)]
        """For each block: the line breaks before it, and the start of the line that it begins in."""
        breaks = start = 0
        for block in range(0, len(text) - _BLOCK, _BLOCK):
            if breaks_within := self._text.count("\n", block, block + _BLOCK):
                breaks += breaks_within
                start = self._text.rindex("\n", block, block + _BLOCK) + 1
            self._blocks.append((breaks, start))

    def line_column(self, offset: int) -> LineColumn:
        """Return the position of an offset: in two lines `a` and `b`, 2 is (2, 1)."""
        block = min(offset // _BLOCK, len(self._blocks) - 1)
        breaks_before, line_start = self._blocks[block]
        if breaks := self._text.count("\n", block * _BLOCK, offset):
            return LineColumn(breaks_before + breaks + 1, offset - self._text.rindex("\n", block * _BLOCK, offset))
        return LineColumn(breaks_before + 1, offset - line_start + 1)
