"""Offsets as lines and columns, for a text of any size and with lines of any length."""

_BLOCK = 1024
"""In code points: what is searched for one place."""


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

    def place(self, index: int) -> tuple[int, int]:
        """Return the line and the column (in code points), from 1, of an offset."""
        at = min(index // _BLOCK, len(self._blocks) - 1)
        breaks, start = self._blocks[at]
        if found := self._text.count("\n", at * _BLOCK, index):
            return breaks + found + 1, index - self._text.rindex("\n", at * _BLOCK, index)
        return breaks + 1, index - start + 1
