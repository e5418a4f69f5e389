"""A line written with one character a cell, so that the same pattern wraps every script."""

from __future__ import annotations

import re
from array import array

from tui.layout.graphemes import NARROW, is_narrow, spans
from tui.layout.visible import make_visible

# Noncharacters: the halves of what is wider than one cell.
LEFT = "\ufdd0"
LEFT_CLOSING = "\ufdd1"
RIGHT = "\ufdd2"
RIGHT_OPENING = "\ufdd3"
REST = f"{RIGHT}{RIGHT_OPENING}"
"""Inside of a character class: the cells that no row may start with."""

_LETTER = "x"
_OPENING = re.compile("[「『（【〈《〔〖〘〚｛［＜“‘]")
# What keeps to the character before it: closing marks, small kana, the long-vowel mark.
_CLOSING = re.compile(
    "[」』）】〉》〕〗〙〛｝］＞、。，．：；！？・ー゛゜々〻ヽヾゝゞ％ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ]"
)
_HANGUL = re.compile("[\u1100-\u11ff\uac00-\ud7ff]")  # Korean breaks at its spaces
_SPACE = re.compile(r"[\u1680\u3000]\Z")
_ONE_CELL = re.compile(rf"[{NARROW}]\Z")


def cellwise(line: str) -> tuple[str, array[int]]:
    """Return one character for each cell of `line`, and the code point at which each cell's grapheme starts."""
    shown = make_visible(line)
    if is_narrow(shown):
        return shown, array("L", range(len(shown)))
    cells: list[str] = []
    starts: array[int] = array("L")
    for start, end, width in spans(shown):
        drawn = _drawn(shown[start:end], width)
        cells.append(drawn)
        starts.extend([start] * len(drawn))
    return "".join(cells), starts


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
