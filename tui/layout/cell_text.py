"""A line written with one character a cell, so that the same pattern wraps every script."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable

from tui.layout.graphemes import NARROW, SURE, WIDE, Grapheme, measure
from tui.layout.visible import make_visible
from tui.layout.wide_cells import LEFT, LEFT_CLOSING, REST, RIGHT, RIGHT_OPENING

_LETTER = "x"
_OPENING = re.compile("[「『（【〈《〔〖〘〚｛［＜“‘]")
# What keeps to the character before it: closing marks, small kana, the long-vowel mark.
_CLOSING = re.compile(
    "[」』）】〉》〕〗〙〛｝］＞、。，．：；！？・ー゛゜々〻ヽヾゝゞ％ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ]"
)
_HANGUL = re.compile("[\u1100-\u11ff\uac00-\ud7ff]")  # Korean breaks at its spaces
_SPACE = re.compile(r"[\u1680\u3000]\Z")
_ONE_CELL = re.compile(rf"[{NARROW}]\Z")

# Stretches of narrow, of wide, and of other graphemes; marks at the start join what follows them.
_STRETCH = re.compile(
    rf"(?P<narrow>[{NARROW}]+(?![^{SURE}]))|(?P<wide>[{WIDE}]+(?![^{SURE}]))|\A[^{SURE}]+.?[^{SURE}]*|.[^{SURE}]*",
    re.DOTALL,
)


class _Drawings(dict[int, str]):
    """How each wide code point is drawn, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        drawn = self[code] = _drawn(chr(code), 2)
        return drawn


_drawings = _Drawings()


def cell_text(line: str) -> tuple[str, array[int]]:
    """Return one character for each cell of `line`, and the code point at which each cell's grapheme starts."""
    shown = make_visible(line)
    cells: list[str] = []
    starts = array("I")
    for stretch in _STRETCH.finditer(shown):
        start, end = stretch.span()
        if stretch.lastgroup == "narrow":
            cells.append(stretch[0])
            starts.extend(range(start, end))
        elif stretch.lastgroup == "wide":
            cells.append(stretch[0].translate(_drawings))
            starts.extend([at for at in range(start, end) for _ in REST])
        else:
            cells.extend(_each(stretch[0], start, measure(stretch[0]), starts))
    return "".join(cells), starts


def _each(text: str, offset: int, graphemes: Iterable[Grapheme], starts: array[int]) -> Iterable[str]:
    for start, end, width in graphemes:
        drawn = _drawn(text[start:end], width)
        starts.extend([offset + start] * len(drawn))
        yield drawn


def _drawn(grapheme: str, width: int) -> str:
    if _SPACE.match(grapheme):
        return " " * width
    if width < 2:
        return grapheme if _ONE_CELL.match(grapheme) else _LETTER
    if _HANGUL.match(grapheme):
        return LEFT_CLOSING + RIGHT_OPENING * (width - 1)
    left = LEFT_CLOSING if _CLOSING.match(grapheme) else LEFT
    right = RIGHT_OPENING if _OPENING.match(grapheme) else RIGHT
    return left + RIGHT_OPENING * (width - 2) + right
