"""From one wrapped row to the segments that paint it; pure, but for the inks."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style

from tui.layout.highlights import Run
from tui.model import Span
from tui.reader.widgets.pane.styles import PaneStyles, TextState

GUTTER = 3
"""Cells left of the text: two marks and a space."""


class Emphasis(NamedTuple):
    """What stands out in a pane just now, beside the annotations themselves."""

    current: frozenset[str] = frozenset()
    """Ids of the annotations under the cursor, and of their partners."""
    dimmed: frozenset[str] | None = None
    """Ids of the annotations that a filter leaves out; None means no filter is in force."""
    hits: tuple[Span, ...] = ()
    """What a search found, in order."""


class PaneRow(NamedTuple):
    """One row as it is to be painted."""

    start: int
    """Code point of its first character."""
    text: str
    """What is shown, one character for each code point."""
    runs: tuple[Run, ...]
    title: bool = False

    @property
    def end(self) -> int:
        """Code point after its last character."""
        return self.start + len(self.text)


def split_by_state(
    row: PaneRow,
    kind_of: Callable[[str], str],
    emphasis: Emphasis,
    selection: Span | None,
) -> Iterator[tuple[str, TextState]]:
    """Yield the row's text in stretches of one look each, in order."""
    hits = _within(emphasis.hits, row)
    edges = {row.start, row.end}
    edges.update(edge for run in row.runs for edge in (run.start, run.end))
    overlays = [*hits, *([selection] if selection else [])]
    edges.update(edge for span in overlays for edge in span if row.start < edge < row.end)
    ordered = sorted(edge for edge in edges if row.start <= edge <= row.end)
    for start, end in pairwise(ordered):
        keys = next((run.keys for run in row.runs if run.start <= start < run.end), ())
        yield (
            row.text[start - row.start : end - row.start],
            _stretch(keys, kind_of, emphasis, hits, Span(start, end), selection, title=row.title),
        )


def _stretch(
    keys: Sequence[str],
    kind_of: Callable[[str], str],
    emphasis: Emphasis,
    hits: Sequence[Span],
    span: Span,
    selection: Span | None,
    *,
    title: bool,
) -> TextState:
    dimmed = emphasis.dimmed
    shown = keys if dimmed is None else [key for key in keys if key not in dimmed]
    return TextState(
        kinds=tuple(kind_of(key) for key in shown),
        current=bool(shown) and shown[-1] in emphasis.current,
        dimmed=dimmed is not None and not shown,
        hit=any(hit.covers(span) for hit in hits),
        selected=selection is not None and selection.covers(span),
        title=title,
    )


def _within(hits: Sequence[Span], row: PaneRow) -> Sequence[Span]:
    """Return the hits that touch a row, without looking at all of them."""
    first = bisect_right(hits, row.start, key=lambda hit: hit.end)
    last = bisect_left(hits, row.end, key=lambda hit: hit.start)
    return hits[first:last]


def text_segments(parts: Iterable[tuple[str, TextState]], inks: PaneStyles) -> list[Segment]:
    """Return the segments of a row's text."""
    return [Segment(text, inks.stretch(stretch)) for text, stretch in parts]


class GutterMark(NamedTuple):
    """An annotation's mark in the gutter."""

    glyph: str
    kind: str


def gutter_marks(
    begins: Sequence[GutterMark], goes_on: Sequence[GutterMark], bar: str
) -> tuple[GutterMark | None, GutterMark | None]:
    """Return the left and right mark of a row: glyphs where annotations begin, bars where they go on."""
    if len(begins) > 1:
        left = begins[1] if len(begins) == 2 else GutterMark("+", begins[1].kind)
        return left, begins[0]
    going = [GutterMark(bar, mark.kind) for mark in goes_on]
    if begins:
        return (going[-1] if going else None), begins[0]
    if going:
        return (going[0] if len(going) > 1 else None), going[-1]
    return None, None


def gutter_segments(marks: tuple[GutterMark | None, GutterMark | None], inks: PaneStyles) -> list[Segment]:
    """Return the gutter's three cells."""
    blank = inks["text"]
    return [*(_mark_segment(mark, inks, blank) for mark in marks), Segment(" ", blank)]


def _mark_segment(mark: GutterMark | None, inks: PaneStyles, blank: Style) -> Segment:
    return Segment(mark.glyph, inks.glyph(mark.kind)) if mark else Segment(" ", blank)
