"""The segments that paint one wrapped row."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.segment import Segment

from tui.layout.highlights import Run
from tui.model import Span
from tui.reader.widgets.pane.styles import PaneStyles, TextState

GUTTER = 3
"""Cells left of the text: two glyphs and a space."""


class Emphasis(NamedTuple):
    """What stands out in a pane, besides the annotations themselves."""

    current: frozenset[str] = frozenset()
    """Ids of the annotations under the cursor and their partners."""
    dimmed: frozenset[str] | None = None
    """Ids of the annotations that a filter leaves out, or None without a filter."""
    hits: tuple[Span, ...] = ()
    """The hits of a search, in order."""


class PaneRow(NamedTuple):
    """One row to be painted."""

    start: int
    """Its first code point."""
    text: str
    """The text shown, with one character for each code point."""
    runs: tuple[Run, ...]
    title: bool = False

    @property
    def end(self) -> int:
        """The code point after its last."""
        return self.start + len(self.text)


def split_by_state(
    row: PaneRow, kind_of: Callable[[str], str], emphasis: Emphasis, selection: Span | None
) -> Iterator[tuple[str, TextState]]:
    """Yield the row's text in pieces with one state each."""
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
            _text_state(keys, kind_of, emphasis, hits, Span(start, end), selection, title=row.title),
        )


def _text_state(
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
    first = bisect_right(hits, row.start, key=lambda hit: hit.end)
    last = bisect_left(hits, row.end, key=lambda hit: hit.start)
    return hits[first:last]


def text_segments(parts: Iterable[tuple[str, TextState]], styles: PaneStyles) -> list[Segment]:
    """Return the segments of a row's text."""
    return [Segment(text, styles.text_style(state)) for text, state in parts]


class GutterMark(NamedTuple):
    """The glyph of an annotation in the gutter."""

    glyph: str
    kind: str


def gutter_marks(
    starting: Sequence[GutterMark], continued: Sequence[GutterMark], bar: str
) -> tuple[GutterMark | None, GutterMark | None]:
    """Return the left and right mark of a row.

    Annotations that start in the row have glyphs, continued ones bars: a claim in a continued denial is `│▸`.
    """
    if len(starting) > 1:
        left = starting[1] if len(starting) == 2 else GutterMark("+", starting[1].kind)
        return left, starting[0]
    bars = [GutterMark(bar, mark.kind) for mark in continued]
    if starting:
        return (bars[-1] if bars else None), starting[0]
    if bars:
        return (bars[0] if len(bars) > 1 else None), bars[-1]
    return None, None


def gutter_segments(marks: tuple[GutterMark | None, GutterMark | None], styles: PaneStyles) -> list[Segment]:
    """Return the gutter's three cells."""
    blank = Segment(" ", styles["text"])
    return [*(Segment(mark.glyph, styles.glyph_style(mark.kind)) if mark else blank for mark in marks), blank]
