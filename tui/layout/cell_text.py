"""Write a line with one character a cell, so that one pattern wraps it."""

from __future__ import annotations

import re
from array import array

from tui.layout.graphemes import NARROW, SIMPLE, WIDE, measure
from tui.layout.invisible import ZERO_WIDTH_SPACE
from tui.layout.spacing_marks import spacing_marks
from tui.layout.visible import make_visible
from tui.layout.wide_cells import BREAK, LEFT, LEFT_CLOSING, RIGHT, RIGHT_OPENING

_LETTER = "x"
_OPENING = re.compile("[「『（【〈《〔〖〘〚｛［＜“‘]")
# No row starts with these: closing marks, small kana, the long-vowel mark.
_CLOSING = re.compile(
    "[」』）】〉》〕〗〙〛｝］＞、。，．：；！？・ー゛゜々〻ヽヾゝゞ％ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ]"
)
_HANGUL = re.compile("[\u1100-\u11ff\uac00-\ud7ff]")  # like scripts with spacing marks, breaks at its spaces only
_SPACE = re.compile(r"[\u1680\u3000]\Z")
_ONE_CELL = re.compile(rf"[{NARROW}]\Z")

# A stretch of narrow, of wide, or of other graphemes. Marks at the start join what follows them.
_STRETCH = re.compile(
    rf"(?P<narrow>[{NARROW}]+(?![^{SIMPLE}]))|(?P<wide>[{WIDE}]+(?![^{SIMPLE}]))|\A[^{SIMPLE}]+.?[^{SIMPLE}]*|.[^{SIMPLE}]*",
    re.DOTALL,
)


class _WideCells(dict[int, str]):
    """The two cells of each wide code point, computed when first needed."""

    def __missing__(self, code: int) -> str:
        cells = self[code] = _cells(chr(code), 2)
        return cells


_wide_cells = _WideCells()


def cell_text(line: str) -> tuple[str, array[int]]:
    """Return one character for each cell of `line`, and the cells' offsets.

    An offset is the code point where the grapheme in the cell starts: `cell_text("日a")` has the offsets 0, 0 and 1.
    A wide grapheme is written with characters of `wide_cells`.
    """
    visible = make_visible(line)
    cells: list[str] = []
    offsets = array("I")
    for stretch in _STRETCH.finditer(visible):
        start, end = stretch.span()
        if stretch.lastgroup == "narrow":
            cells.append(stretch[0])
            offsets.extend(range(start, end))
        elif stretch.lastgroup == "wide":
            cells.append(stretch[0].translate(_wide_cells))
            offsets.extend([offset for offset in range(start, end) for _ in range(2)])
        else:
            part = stretch[0]
            for first, after, width in measure(part):
                grapheme = _cells(part[first:after], width)
                if ZERO_WIDTH_SPACE in line[start + first : start + after]:
                    grapheme = grapheme[:-1] + BREAK
                offsets.extend([start + first] * len(grapheme))
                cells.append(grapheme)
    return "".join(cells), offsets


def _cells(grapheme: str, width: int) -> str:
    if _SPACE.match(grapheme):
        return " " * width
    if width < 2:
        return grapheme if _ONE_CELL.match(grapheme) else _LETTER
    if _HANGUL.match(grapheme) or spacing_marks(grapheme):
        return LEFT_CLOSING + RIGHT_OPENING * (width - 1)
    left = LEFT_CLOSING if _CLOSING.match(grapheme) else LEFT
    right = RIGHT_OPENING if _OPENING.match(grapheme) else RIGHT
    return left + RIGHT_OPENING * (width - 2) + right
