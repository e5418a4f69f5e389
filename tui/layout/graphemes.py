"""The one place that knows code points from cells.

A reader moves over, and a terminal paints, whole graphemes: a letter with its marks, a flag, a family of emoji.
Rich decides their widths, because Textual counts a row's cells with it; two things are added that rich leaves
apart: the two halves of a flag, and a mark at the start of a text, which joins what follows it.
Text is measured as it is shown, so every function here makes it visible first.
"""

import re
from bisect import bisect_right
from functools import cache, lru_cache
from typing import NamedTuple

from rich.cells import CellSpan, split_graphemes
from rich.cells import cell_len as rich_cell_len

from tui.layout.visible import make_visible
from tui.model import Span

# Of one cell each, whatever stands beside them; a test holds this against rich.
NARROW = (
    r"\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0589\u05d0-\u05f4\u0620-\u064a\u0660-\u066f\u0671-\u06d5"
    r"\u10a0-\u10ff\u1e00-\u1fff"
    r"\u2000-\u200a\u2010-\u2027\u2030-\u205e\u20a0-\u20c0\u2100-\u218b"
)
# Of two cells each, whatever stands beside them.
WIDE = r"\u3001-\u3029\u3041-\u3096\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60"
SURE = NARROW + WIDE
"""Inside of a character class: what starts a grapheme, unless only marks stand before it in its line."""

_GLYPHS = r"\u2200-\u22ff\u25b8\u2717\u270e"
"""Mathematics and the kinds’ own: of one cell each among what is narrow, but a joiner could tie them to a neighbour."""

NARROW_TEXT = re.compile(rf"[{NARROW}{_GLYPHS}\t\n]*+")
"""What takes one cell a code point as it is shown; matches at least nothing."""

_REGIONAL = re.compile("[\U0001f1e6-\U0001f1ff]")


class Grapheme(NamedTuple):
    """One grapheme of a text: its code points, and how many cells it takes."""

    start: int
    end: int
    cells: int


def is_narrow(text: str) -> bool:
    """Tell whether every code point of `text` is a grapheme of one cell, without measuring it."""
    return NARROW_TEXT.fullmatch(text) is not None


def cell_len(text: str) -> int:
    """Return how many cells `text` takes as it is shown."""
    return rich_cell_len(make_visible(text))


@lru_cache(maxsize=512)
def graphemes_of(text: str) -> tuple[Grapheme, ...]:
    """Return the graphemes of `text` in order, without a gap; remembered, since a row is asked for many times."""
    return tuple(measure(text))


def measure(text: str) -> list[Grapheme]:
    """Return the graphemes of `text` in order, without a gap; `start` and `end` in code points."""
    if is_narrow(text):
        return [Grapheme(at, at + 1, 1) for at in range(len(text))]
    shown = make_visible(text)
    return _joined(shown, split_graphemes(shown)[0])


def _joined(text: str, parts: list[CellSpan]) -> list[Grapheme]:
    whole: list[Grapheme] = []
    for start, end, cells in parts:
        if whole and (cells == 1 or whole[-1].cells == 0) and _belongs(text, whole[-1], start):
            last = whole.pop()
            whole.append(Grapheme(last.start, end, last.cells + cells))
        else:
            whole.append(Grapheme(start, end, cells))
    return whole


def _belongs(text: str, last: Grapheme, start: int) -> bool:
    """Tell whether what starts at `start` is the other half of a flag, or has only marks before it."""
    if last.cells == 0:
        return True
    halves = _REGIONAL.match(text, last.start) and _REGIONAL.match(text, start)
    return halves is not None and last.cells == 1


def boundaries(text: str) -> tuple[int, ...]:
    """Return every offset at which a grapheme of `text` starts, and its length last."""
    return (*(span.start for span in graphemes_of(text)), len(text))


def cell_of(text: str, index: int) -> int:
    """Return the cell at which the grapheme holding code point `index` of `text` starts."""
    if is_narrow(text):
        return min(max(index, 0), len(text))
    return sum(span.cells for span in graphemes_of(text) if span.end <= index)


def index_at(text: str, cell: int) -> int:
    """Return the code point at which the grapheme covering `cell` starts; past the end: the last grapheme's."""
    if is_narrow(text):
        return min(max(cell, 0), max(len(text) - 1, 0))
    index = 0
    for span in graphemes_of(text):
        index = span.start
        cell -= span.cells
        if cell < 0:
            break
    return index


def start_of(text: str, offset: int) -> int:
    """Return where the grapheme that holds `offset` starts."""
    return _around(text, offset)[0] if 0 <= offset < len(text) else min(max(offset, 0), len(text))


def next_boundary(text: str, offset: int) -> int:
    """Return where the grapheme that holds `offset` ends; the length of `text` at its end."""
    return _around(text, max(offset, 0))[1] if offset < len(text) else len(text)


def previous_boundary(text: str, offset: int) -> int:
    """Return where the grapheme before `offset` starts; 0 at the start."""
    return start_of(text, offset - 1) if offset > 0 else 0


def snap(text: str, start: int, end: int) -> Span:
    """Return the range widened to whole graphemes of `text`."""
    if end <= start:
        start = start_of(text, start)
        return Span(start, start)
    return Span(start_of(text, start), next_boundary(text, end - 1))


def _around(text: str, offset: int) -> Span:
    """Return the grapheme that holds `offset`, looking no further than its neighbours."""
    # Between two others of one cell, as nearly everywhere: told without the table, which takes milliseconds to compile.
    if text[offset] == "\n" or is_narrow(text[max(offset - 1, 0) : offset + 2]):
        return Span(offset, offset + 1)
    start = _sure_start_before(text, _sure_start_before(text, offset))
    edges = boundaries(text[start : _second_sure_start(text, offset + 1)])
    after = bisect_right(edges, offset - start)
    return Span(start + edges[after - 1], start + edges[after])


@cache
def _sure_start() -> re.Pattern[str]:
    return re.compile(rf"[\n{SURE}]")  # compiled when first asked for: it takes milliseconds


def _sure_start_before(text: str, offset: int) -> int:
    start = offset
    while start > 0 and text[start - 1] != "\n":
        start -= 1
        if _sure_start().match(text, start):
            break
    return start


def _second_sure_start(text: str, offset: int) -> int:
    """Return an offset that surely ends a grapheme, though the first should belong to marks before it."""
    first = _sure_start().search(text, offset)
    if first is None or first[0] == "\n":
        return first.start() if first else len(text)
    second = _sure_start().search(text, first.end())
    return second.start() if second else len(text)
