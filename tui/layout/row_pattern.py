"""Where rows start: one flat regular expression over the text, a match a row.

It counts characters, which are cells only where all are narrow. A line with anything else in it (wide, of no width,
controls) is first written cell by cell (`cellwise`), and then takes the same expression.
"""

from __future__ import annotations

import re
from array import array
from functools import cached_property, lru_cache
from itertools import accumulate

from tui.layout.graphemes import NARROW_TEXT
from tui.layout.paragraphs import glued_breaks
from tui.layout.spaces import SPACES
from tui.layout.wide_cells import LEFT, LEFT_CLOSING, REST, RIGHT, RIGHT_OPENING

_LETTER = r"[^\W\d_]"
_APART = r"!?;:»–—"  # stand apart from the word before them, yet start no row
_CLOSING = r"!?;:»”’)\]},.…%"
_OPENING = r"“‘«(\[{"


class RowPattern:
    """How a text is wrapped to rows of `width` cells; in hard-wrapped text each newline starts a row."""

    def __init__(self, width: int, *, hard_wrapped: bool) -> None:
        deep = f"(?:[{SPACES}]{{{width // 4 + 1},}}+)?+"  # an indent too deep for the width is not shown
        gap = rf"[{SPACES}\n]*\n{deep}"
        newline = rf"(?:\n(?![{SPACES}]*+\n){deep})?+" if hard_wrapped else ""
        at_space = rf"(?=[{SPACES}\n])(?<![{SPACES}])[{SPACES}]*+(?![{_APART}](?:[{SPACES}\n]|\Z)){newline}"
        at_hyphen = rf"(?<=[-–—])(?<={_LETTER}{{2}}.)(?={_LETTER}{{2}})"
        in_address = rf".{{{width // 2 + 1},{width}}}(?<=[/?&=_.-])(?![{SPACES}\n{_CLOSING}{REST}])"
        hard = rf"(?:.{{1,{width}}}(?![{REST}])|.[{REST}]*+)[{SPACES}]*+"
        tail = f"{gap}|{in_address}|{hard}"
        self._deep = re.compile(deep)
        self._gap = re.compile(gap)
        self._narrow = re.compile(f"{_row(width, at_space, at_hyphen)}|{tail}")
        at_wide = rf"(?<={RIGHT})(?![{_CLOSING}{LEFT_CLOSING}{REST}])|(?<![{_OPENING}{RIGHT_OPENING}])(?={LEFT})"
        self._cellwise_source = f"{_row(width, f'{at_space}|{at_wide}', at_hyphen)}|{tail}"

    @cached_property
    def _cellwise(self) -> re.Pattern[str]:
        # Compiling takes as long as opening an article; few texts need it.
        return re.compile(self._cellwise_source)

    def first(self, text: str) -> int:
        """Return where the first row starts: past blank lines and a deep indent."""
        blank = self._gap.match(text) or self._deep.match(text)
        return blank.end() if blank else 0

    def starts(self, text: str, start: int, end: int) -> array[int]:
        """Return where each row of `text` between two code points starts; a blank row is one without text.

        `start` is where a row starts. The last two rows may be others than in a longer stretch.
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
        found = NARROW_TEXT.match(text, start, end)
        odd = found.end() if found else start
        return end if odd == end else max(text.rfind("\n", start, odd) + 1, start)

    def _add_line(self, rows: array[int], text: str, start: int, end: int) -> int:
        """Add the rows of the line at `start` and of the blank lines after it; return where they end."""
        from tui.layout.cell_text import cell_text  # noqa: PLC0415 - few texts need its patterns, which take 20 ms to compile

        indent = self._deep.match(text, start, end)
        start = indent.end() if indent else start
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        gap = self._gap.match(text, stop, end)
        after = gap.end() if gap else stop
        cells, places = cell_text(text[start:stop])
        places.extend(range(stop - start, after - start + 1))
        lengths = map(len, self._cellwise.findall(cells + text[stop:after]))
        rows.extend(start + places[cell] for cell in accumulate(lengths, initial=0))
        rows.pop()
        return after


def _row(width: int, at_any: str, at_third: str) -> str:
    """Return a row's pattern: as long as can be. What looks back three characters stays inside of the row."""
    short = f".{{1,{min(width, 2)}}}(?:{at_any}|\\Z)"
    return short if width < 3 else f".{{3,{width}}}(?:{at_any}|\\Z|{at_third})|{short}"


@lru_cache(maxsize=32)
def row_pattern(width: int, *, hard_wrapped: bool) -> RowPattern:
    """Return the pattern for rows of `width` cells, made once."""
    return RowPattern(width, hard_wrapped=hard_wrapped)
