"""The gutter of one wrapped row: number, glyph and what else is there."""

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style

from tui.layout.glyphs import Glyphs
from tui.model import NOTE
from tui.reader.widgets.pane.styles import PaneStyles

SIDE = 3
"""Cells left of the glyph: the number and one more sign."""
GUTTER = SIDE + 2
"""Cells left of the text: the side, a glyph and a space."""
GUTTER_SEGMENTS = 4
"""The segments of a gutter, some of which may be empty."""


class Strength(IntEnum):
    """How much an annotation stands out."""

    GLYPH_ONLY = 0
    HIGHLIGHTED = 1
    CURRENT = 2


class GutterMark(NamedTuple):
    """An annotation in the gutter."""

    glyph: str
    kind: str
    number: int = 0
    """The number of its proposition, or 0."""
    is_noted: bool = False
    """Whether there is a note on it."""
    strength: Strength = Strength.HIGHLIGHTED
    annotators: int = 1
    """How many marked the statement."""


def gutter_segments(
    starting: Sequence[GutterMark], continued: Sequence[GutterMark], glyphs: Glyphs, styles: PaneStyles
) -> list[Segment]:
    """Return the segments of a row's gutter.

    Annotations that start in the row have a glyph, continued ones a bar: `5▸`, `│▸`, `✎5▸`, `5²▸` if two annotators
    marked it. What stands out most is next to the text.
    """
    bars = [mark._replace(glyph=glyphs.bar) for mark in _strongest(continued)]
    if not starting:
        inner, outer = (bars[0] if bars else None), bars[1:]
        return _segments("", outer[-1] if outer else None, inner, "", styles)
    first, *others = _strongest(starting)
    numbers = number_text([mark.number for mark in (first, *others) if mark.number])
    is_noted = any(mark.is_noted for mark in (first, *others))
    sign = GutterMark(glyphs.of(NOTE), NOTE.name, strength=first.strength) if is_noted else _sign(others, bars)
    count = glyphs.small_number(first.annotators) if first.annotators > 1 and len(numbers) < SIDE else ""
    return _segments(numbers, sign, first, count, styles)


def with_suggestion(gutter: Sequence[Segment], glyphs: Glyphs, styles: PaneStyles) -> list[Segment]:
    """Return a gutter with the sign of suggested words, if it has room."""
    lead, numbers, mark, space = gutter
    sign = Segment(glyphs.suggestion, styles["suggested-glyph"])
    if mark.text == " ":
        return [lead, numbers, sign, space]
    if numbers.text or lead.text[-1:] != " ":
        return [lead, numbers, mark, space]
    return [Segment(lead.text[:-1], lead.style), sign, mark, space]


def _strongest(marks: Sequence[GutterMark]) -> list[GutterMark]:
    """Return the marks that stand out, what stands out most first.

    Of marks that do not stand out, there is one at most, and only if it is alone.
    """
    ranked = sorted(marks, key=lambda mark: (mark.strength, mark.number > 0), reverse=True)
    return [mark for mark in ranked if mark.strength is not Strength.GLYPH_ONLY] or ranked[:1]


def number_text(numbers: Sequence[int]) -> str:
    """Return the numbers of a row in at most `SIDE` cells.

    `number_text([5, 6])` is `"5,6"`, `number_text([12, 13])` is `"12+"`.
    """
    first, *others = dict.fromkeys(map(str, numbers)) or ("",)
    both = f"{first},{others[0]}" if others else first
    if len(both) <= SIDE:
        return both
    text = f"{first}+" if others else first
    return text if len(text) <= SIDE else first if len(first) <= SIDE else "#"


def _sign(others: Sequence[GutterMark], bars: Sequence[GutterMark]) -> GutterMark | None:
    """Return the sign before the number: what else starts, or a bar."""
    unnumbered = [mark for mark in others if not mark.number]
    if len(unnumbered) > 1:
        return unnumbered[0]._replace(glyph="+")
    signs = unnumbered or [bar for bar in bars if bar.strength is not Strength.GLYPH_ONLY]
    return signs[0] if signs else None


def _segments(
    numbers: str, sign: GutterMark | None, mark: GutterMark | None, count: str, styles: PaneStyles
) -> list[Segment]:
    room = SIDE - len(numbers) - len(count)
    is_current = mark is not None and mark.strength is Strength.CURRENT
    shown = sign if room else None
    lead = " " * (room - 1) + shown.glyph if shown else " " * room
    return [
        Segment(lead, _style(shown, styles)),
        Segment(numbers, styles["number-current" if is_current else "number"]),
        Segment(f"{count}{mark.glyph}" if mark else " ", _style(mark, styles)),
        Segment(" ", styles["text"]),
    ]


def _style(mark: GutterMark | None, styles: PaneStyles) -> Style:
    if mark is None:
        return styles["text"]
    return styles.glyph_style(mark.kind, is_dim=mark.strength is Strength.GLYPH_ONLY)
