"""Convert offsets to lines and columns, in a text of any size with lines of any length."""

from typing import NamedTuple

_BLOCK = 1024
"""In code points: how much is searched for one offset."""


class LineColumn(NamedTuple):
    """A position in a text; both count from 1."""

    line: int
    column: int
    """In code points."""


class LineIndex:
    """The lines of a text, as an editor counts them: an LF, a CR, or both together end one."""

    def __init__(self, text: str) -> None:
        self._text = text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text
        self._blocks = [(0, 0)]
        """For each block: how many line breaks are before it, and where its first line begins."""
        breaks = start = 0
        for block in range(0, len(text) - _BLOCK, _BLOCK):
            if found := self._text.count("\n", block, block + _BLOCK):
                breaks += found
                start = self._text.rindex("\n", block, block + _BLOCK) + 1
            self._blocks.append((breaks, start))

    def line_column(self, offset: int) -> LineColumn:
        """Return the line and the column of an offset: of 3 in `"a: b"`, it is `LineColumn(1, 4)`."""
        block = min(offset // _BLOCK, len(self._blocks) - 1)
        breaks_before, line_start = self._blocks[block]
        if breaks := self._text.count("\n", block * _BLOCK, offset):
            return LineColumn(breaks_before + breaks + 1, offset - self._text.rindex("\n", block * _BLOCK, offset))
        return LineColumn(breaks_before + 1, offset - line_start + 1)
