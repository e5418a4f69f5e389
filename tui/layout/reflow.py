"""Join the lines of hand-wrapped prose for the view.

A newline that is joined is shown as one other character, so no offset changes.
"""

import re
from array import array
from bisect import bisect_left, bisect_right

from tui.layout.blocks import block_at
from tui.layout.spaces import SPACES, WHITE

_FIRST = 100_000  # code points that are looked at first, then twice as many each time
_LONGEST_BLOCK = 50_000  # code points of a block that are looked at as one
_ADJACENT = re.compile(r"\n(?<=[^\n]\n)(?=[^\n])")
_BLANK_LINE = re.compile(rf"\n[{SPACES}]*(?:\n|\Z)")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)
_HYPHENS = "-‐"
_HYPHENATED = re.compile(rf"[^\W\d_][{_HYPHENS}]\n[^\W\d_]")
_NO_SPACE = "\u200c"  # has no width
_BEFORE = 10_000  # code points that are read before a part of the text, for open quotes
_AFTER = 200  # and after it, for the word that follows


def join_newlines(text: str) -> str:
    """Return text with a space for each newline, or nothing after a hyphen.

    It is as long as the text: one character, which may have no width, stands for a newline.
    """
    if "\n" not in text:
        return text
    return _HYPHENATED.sub(lambda newline: newline[0].replace("\n", _NO_SPACE), text).replace("\n", " ")


class Reflow:
    """Which lines of a text are joined, as far as it is needed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._reached = 0 if "\n" in text else len(text)
        self._newlines = array("L")
        """Those that are joined, in code points."""
        self._kinds: list[tuple[int, bool]] = []
        self._is_fenced = False

    def extend(self, goal: int) -> None:
        """Join lines up to `goal` at least, in code points."""
        while self._reached < min(goal, len(self.text)):
            self._join(max(goal, 2 * self._reached, _FIRST))

    def part(self, start: int, end: int) -> tuple[str, int]:
        """Return a text that has its lines joined between two code points.

        It is the text, or a part of it: the second value is the code point where that begins.
        """
        text = self.text
        first, last = max(0, start - _BEFORE), min(len(text), end + _AFTER)
        low, high = bisect_left(self._newlines, first), bisect_left(self._newlines, last)
        if low == high:
            return text, 0
        pieces: list[str] = []
        offset = first
        for newline in self._newlines[low:high]:
            is_hyphenated = text[newline - 1] in _HYPHENS and _HYPHENATED.match(text, newline - 2)
            pieces += text[offset:newline], _NO_SPACE if is_hyphenated else " "
            offset = newline + 1
        return "".join([*pieces, text[offset:last]]), first

    def lines_are_paragraphs(self, offset: int) -> bool:
        """Return whether a newline at `offset` separates paragraphs."""
        return self._kinds[max(self._kind_at(offset), 0)][1] if self._kinds else True

    def next_change(self, offset: int, end: int) -> int:
        """Return the code point after `offset` where that changes, at most `end`."""
        following = max(self._kind_at(offset), 0) + 1
        return min(self._kinds[following][0], end) if following < len(self._kinds) else end

    def _kind_at(self, offset: int) -> int:
        return bisect_right(self._kinds, (offset, True)) - 1

    def _join(self, goal: int) -> None:
        """Join the lines of all blocks that begin before `goal`."""
        text, offset = self.text, self._reached
        goal = text.find("\n", goal) + 1 or len(text)
        while offset < goal:
            adjacent = _ADJACENT.search(text, offset, min(goal + 1, len(text)))
            if adjacent is None:
                self._count_fences(offset, goal)
                offset = goal
            else:
                offset = self._add_block(offset, adjacent.start())
        self._reached = offset

    def _add_block(self, after: int, newline: int) -> int:
        """Add the block around a newline, and return where the next may begin."""
        text = self.text
        start = text.rfind("\n", 0, newline) + 1
        if not text[start:newline].strip(WHITE):
            return newline + 1
        blank = _BLANK_LINE.search(text, newline, newline + _LONGEST_BLOCK)
        end = blank.start() if blank else (text.find("\n", newline + _LONGEST_BLOCK) + 1 or len(text) + 1) - 1
        self._count_fences(after, start)
        was_fenced = self._is_fenced
        if self._count_fences(start, end) or was_fenced:
            self._add_kind(start, is_paragraphs=False)
            return end + 1
        block = block_at(text, start, end)
        self._add_kind(start, is_paragraphs=block.lines_are_paragraphs)
        for run in block.runs:
            self._newlines.extend(run.joins)
        return end + 1

    def _add_kind(self, start: int, *, is_paragraphs: bool) -> None:
        if not self._kinds or self._kinds[-1][1] != is_paragraphs:
            self._kinds.append((start, is_paragraphs))

    def _count_fences(self, start: int, end: int) -> int:
        """Count the fences of code, and note whether the last is open."""
        if self.text.find("```", start, end) < 0 and self.text.find("~~~", start, end) < 0:
            return 0
        count = len(_FENCE.findall(self.text, start, end))
        self._is_fenced ^= count % 2 == 1
        return count
