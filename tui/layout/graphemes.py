"""Convert between code points, graphemes and cells.

A grapheme is one character to a reader: a letter with its marks, a flag, a family of emoji. Rich decides its width,
as Textual counts cells with it, but it separates the halves of a flag, and a mark at the start from what follows. Each
spacing mark adds a cell (see `spacing_marks`).
Text is measured as it is shown, so every function makes it visible first.
"""

import re
from bisect import bisect_right
from functools import cache, lru_cache
from typing import NamedTuple

from rich.cells import CellSpan, split_graphemes
from rich.cells import cell_len as rich_cell_len

from tui.layout.spacing_marks import pad_words, spacing_marks
from tui.layout.visible import limit_combining, make_visible
from tui.model import Span

# One cell each, next to anything. A test compares both tables with rich.
NARROW = (
    r"\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0589\u05d0-\u05f4\u0620-\u064a\u0660-\u066f\u0671-\u06d5"
    r"\u10a0-\u10ff\u1e00-\u1fff\u2000-\u200a\u2010-\u2027\u2030-\u205e\u20a0-\u20c0\u2100-\u218b"
)
# Two cells each, next to anything.
WIDE = r"\u3001-\u3029\u3041-\u3096\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60"
SIMPLE = NARROW + WIDE
"""The inside of a character class: what starts a grapheme, unless only marks precede it in its line."""
_GLYPHS = r"\u2200-\u22ff\u2500-\u257f\u25b8\u2717\u270e"
"""Mathematics, lines and the glyphs of kinds: one cell each in narrow text, but a joiner can join them to others."""
NARROW_TEXT = re.compile(rf"[{NARROW}{_GLYPHS}\t\n]*+")
"""Code points that take one cell each as they are shown, possibly none."""
_REGIONAL = re.compile("[\U0001f1e6-\U0001f1ff]")


class Grapheme(NamedTuple):
    """A grapheme: its range in code points, and its width in cells."""

    start: int
    end: int
    cells: int


def is_narrow(text: str) -> bool:
    """Return whether each code point of `text` surely takes one cell."""
    return NARROW_TEXT.fullmatch(text) is not None


def fit_marks(text: str) -> str:
    """Return `text` with no more marks than can be painted, and room for each.

    See `limit_combining` and `pad_words`. Most text is narrow, and its pattern is in use anyway.
    """
    return text if is_narrow(text) else pad_words(limit_combining(text))


def cell_len(text: str) -> int:
    """Return the width of `text` in cells: 4 for `"日本"`."""
    return rich_cell_len(make_visible(text))


@lru_cache(maxsize=512)
def graphemes_of(text: str) -> tuple[Grapheme, ...]:
    """Return the graphemes of `text` as `measure` does, cached for rows."""
    return tuple(measure(text))


def measure(text: str) -> list[Grapheme]:
    """Return the graphemes of `text` in order, without gaps.

    `measure("日🇹🇷")` is `[Grapheme(0, 1, 2), Grapheme(1, 3, 2)]`.
    """
    if is_narrow(text):
        return [Grapheme(offset, offset + 1, 1) for offset in range(len(text))]
    visible = make_visible(text)
    return _join_parts(visible, split_graphemes(visible)[0])


def _join_parts(text: str, parts: list[CellSpan]) -> list[Grapheme]:
    graphemes: list[Grapheme] = []
    for start, end, cells in parts:
        if graphemes and (cells == 1 or graphemes[-1].cells == 0) and _continues(text, graphemes[-1], start):
            last = graphemes.pop()
            graphemes.append(Grapheme(last.start, end, last.cells + cells))
        else:
            graphemes.append(Grapheme(start, end, cells))
    if not spacing_marks(text):
        return graphemes
    return [Grapheme(start, end, cells + spacing_marks(text[start:end])) for start, end, cells in graphemes]


def _continues(text: str, last: Grapheme, start: int) -> bool:
    """Return whether only marks precede `start`, or it is half a flag."""
    if last.cells == 0:
        return True
    halves = _REGIONAL.match(text, last.start) and _REGIONAL.match(text, start)
    return halves is not None and last.cells == 1


def boundaries(text: str) -> tuple[int, ...]:
    """Return the offset of each grapheme of `text`, and its length last.

    `boundaries("🇹🇷x")` is `(0, 2, 3)`, in code points.
    """
    return (*(grapheme.start for grapheme in graphemes_of(text)), len(text))


def cell_of(text: str, index: int) -> int:
    """Return the cell where the grapheme at code point `index` starts.

    `cell_of("日本", 1)` is 2. Past the end it is the width of `text`.
    """
    if is_narrow(text):
        return min(max(index, 0), len(text))
    return sum(grapheme.cells for grapheme in graphemes_of(text) if grapheme.end <= index)


def index_at(text: str, cell: int) -> int:
    """Return the code point where the grapheme in `cell` starts.

    `index_at("日本", 3)` is 1. Past the end it is the last grapheme.
    """
    if is_narrow(text):
        return min(max(cell, 0), max(len(text) - 1, 0))
    index = 0
    for grapheme in graphemes_of(text):
        index = grapheme.start
        cell -= grapheme.cells
        if cell < 0:
            break
    return index


def start_of(text: str, offset: int) -> int:
    """Return the code point where the grapheme at `offset` starts."""
    return _grapheme_at(text, offset)[0] if 0 <= offset < len(text) else min(max(offset, 0), len(text))


def next_boundary(text: str, offset: int) -> int:
    """Return where the grapheme at `offset` ends, at most `len(text)`.

    `next_boundary("🇹🇷x", 0)` is 2, in code points.
    """
    return _grapheme_at(text, max(offset, 0))[1] if offset < len(text) else len(text)


def previous_boundary(text: str, offset: int) -> int:
    """Return the code point where the grapheme before `offset` starts."""
    return start_of(text, offset - 1) if offset > 0 else 0


def snap(text: str, start: int, end: int) -> Span:
    """Return a range of code points, widened to whole graphemes."""
    if end <= start:
        start = start_of(text, start)
        return Span(start, start)
    return Span(start_of(text, start), next_boundary(text, end - 1))


def _grapheme_at(text: str, offset: int) -> Span:
    """Return the grapheme at `offset`.

    Measures only its neighbours.
    """
    # Nearly every character is narrow among narrow ones: the pattern that takes milliseconds to compile is not needed.
    if text[offset] == "\n" or is_narrow(text[max(offset - 1, 0) : offset + 2]):
        return Span(offset, offset + 1)
    start = _simple_before(text, _simple_before(text, offset))
    edges = boundaries(text[start : _second_simple(text, offset + 1)])
    after = bisect_right(edges, offset - start)
    return Span(start + edges[after - 1], start + edges[after])


@cache
def _simple() -> re.Pattern[str]:
    return re.compile(rf"[\n{SIMPLE}]")  # takes milliseconds, so compiled when first needed


def _simple_before(text: str, offset: int) -> int:
    start = offset
    while start > 0 and text[start - 1] != "\n":
        start -= 1
        if _simple().match(text, start):
            break
    return start


def _second_simple(text: str, offset: int) -> int:
    """Return an offset that ends a grapheme, even if marks join the first."""
    first = _simple().search(text, offset)
    if first is None or first[0] == "\n":
        return first.start() if first else len(text)
    second = _simple().search(text, first.end())
    return second.start() if second else len(text)
