"""Find where rows start, by a regular expression with a match a row.

It counts characters, which are cells if all are narrow. Any other line is first rewritten with a character a cell.
"""

from __future__ import annotations

import re
from array import array
from functools import cached_property, lru_cache
from itertools import accumulate

from tui.layout.graphemes import NARROW_TEXT
from tui.layout.paragraphs import glued_breaks
from tui.layout.spaces import SPACES, WHITE
from tui.layout.wide_cells import BREAK, LEFT, LEFT_CLOSING, NOT_FIRST, RIGHT, RIGHT_OPENING

_LETTER = r"[^\W\d_]"
_APART = r"!?;:»–—"  # may follow a space, yet start no row
_CLOSING = r"!?;:»”’)\]},.…%"
_OPENING = r"“‘«(\[{"


class RowPattern:
    """Wraps to rows of `width` cells.

    In hard-wrapped text a newline ends one.
    """

    def __init__(self, width: int, spaces: str, *, hard_wrapped: bool) -> None:
        deep_indent = f"(?:[{spaces}]{{{width // 4 + 1},}}+)?+"  # an indent of over a quarter of the row is not shown
        gap = rf"[{spaces}\n]*\n{deep_indent}"
        newline = rf"(?:\n(?![{spaces}]*+\n){deep_indent})?+" if hard_wrapped else ""
        at_space = rf"(?=[{spaces}\n])(?<![{spaces}])[{spaces}]*+(?![{_APART}](?:[{spaces}\n]|\Z)){newline}"
        at_hyphen = rf"(?<=[-–—])(?<={_LETTER}{{2}}.)(?={_LETTER}{{2}})"
        in_address = rf".{{{width // 2 + 1},{width}}}(?<=[/?&=_.-])(?![{spaces}\n{_CLOSING}{NOT_FIRST}])"
        anywhere = rf"(?:.{{1,{width}}}(?![{NOT_FIRST}])|.[{NOT_FIRST}]*+)[{spaces}]*+"
        tail = f"{gap}|{in_address}|{anywhere}"
        self._deep_indent = re.compile(deep_indent)
        self._gap = re.compile(gap)
        self._narrow = re.compile(f"{_row(width, at_space, at_hyphen)}|{tail}")
        at_wide = rf"(?<={RIGHT})(?![{_CLOSING}{LEFT_CLOSING}{NOT_FIRST}])|(?<![{_OPENING}{RIGHT_OPENING}])(?={LEFT})"
        at_break = rf"(?<={BREAK})(?![{_CLOSING}{NOT_FIRST}])"
        self._cellwise_source = f"{_row(width, f'{at_space}|{at_wide}|{at_break}', at_hyphen)}|{tail}"

    @cached_property
    def _cellwise(self) -> re.Pattern[str]:
        # Few texts need it, and compiling it takes as long as opening an article.
        return re.compile(self._cellwise_source)

    def first(self, text: str, start: int = 0) -> int:
        """Return the code point of the first row, after blank lines and indent."""
        blank = self._gap.match(text, start) or self._deep_indent.match(text, start)
        return blank.end() if blank else start

    def after_indent(self, text: str, start: int) -> int:
        """Return the code point of a row at the start of a line, after its indent."""
        indent = self._deep_indent.match(text, start)
        return indent.end() if indent else start

    def narrow_rows(self, text: str) -> list[str]:
        """Return the rows of a line of one-cell characters.

        It neither begins with white space nor has a lost paragraph break.
        """
        return [row.rstrip(WHITE) for row in self._narrow.findall(text)]

    def starts(self, text: str, start: int, end: int) -> array[int]:
        """Return the start of each row of `text` between two code points.

        A row must begin at `start`. A row of white space is blank. What follows `end` may change the last two rows.
        """
        rows = array("I")
        for stop in glued_breaks(text, start, end):
            self._add(rows, text, start, stop)
            rows.append(stop)
            start = stop
        self._add(rows, text, start, end)
        return rows

    def _add(self, rows: array[int], text: str, start: int, end: int) -> None:
        while start < end:
            narrow = self._narrow_end(text, start, end)
            rows.extend(accumulate(map(len, self._narrow.findall(text, start, narrow)), initial=start))
            rows.pop()
            start = narrow if narrow == end else self._add_line(rows, text, narrow, end)

    def _narrow_end(self, text: str, start: int, end: int) -> int:
        narrow = NARROW_TEXT.match(text, start, end)
        after = narrow.end() if narrow else start
        return end if after == end else max(text.rfind("\n", start, after) + 1, start)

    def _add_line(self, rows: array[int], text: str, start: int, end: int) -> int:
        """Add a line's rows and the blank row after it.

        Return their end.
        """
        from tui.layout.cell_text import cell_text  # noqa: PLC0415 - seldom needed, takes 20 ms

        indent = self._deep_indent.match(text, start, end)
        start = indent.end() if indent else start
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        gap = self._gap.match(text, stop, end)
        after = gap.end() if gap else stop
        cells, offsets = cell_text(text[start:stop])
        offsets.extend(range(stop - start, after - start + 1))
        lengths = map(len, self._cellwise.findall(cells + text[stop:after]))
        rows.extend(start + offsets[cell] for cell in accumulate(lengths, initial=0))
        rows.pop()
        return after


def _row(width: int, at_any: str, at_third: str) -> str:
    """Return the pattern of a row. `at_third` needs three characters of it."""
    short = f".{{1,{min(width, 2)}}}(?:{at_any}|\\Z)"
    return short if width < 3 else f".{{3,{width}}}(?:{at_any}|\\Z|{at_third})|{short}"


@lru_cache(maxsize=32)
def row_pattern(width: int, spaces: str = SPACES, *, hard_wrapped: bool) -> RowPattern:
    """Return the cached pattern for rows of `width` cells.

    `spaces` is the inside of a character class with all spaces of the text at which a row may break.
    """
    return RowPattern(width, spaces, hard_wrapped=hard_wrapped)
