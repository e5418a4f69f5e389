"""Paints the rows of one account; knows what is annotated, where, and how it looks."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from rich.segment import Segment

from tui.layout.glyphs import UNICODE, Glyphs
from tui.layout.graphemes import next_boundary
from tui.layout.highlights import Highlight, HighlightIndex, row_runs
from tui.layout.visible import limit_combining
from tui.layout.wrapped import WrappedText
from tui.model import Account, Codebook, Span
from tui.reader.widgets.pane.segments import (
    Emphasis,
    GutterMark,
    PaneRow,
    gutter_marks,
    gutter_segments,
    split_by_state,
    text_segments,
)
from tui.reader.widgets.pane.styles import PaneStyles


class OrderKey(NamedTuple):
    """Where an annotation comes in reading order: of those that begin together, the longer comes first."""

    start: int
    minus_end: int
    id: str


def order_key(key: str, span: Span) -> OrderKey:
    """Return where an annotation comes in reading order."""
    return OrderKey(span.start, -span.end, key)


@dataclass(frozen=True)
class Markup:
    """What is annotated in one article, indexed for painting."""

    index: HighlightIndex
    spans: Mapping[str, Span]
    marks: Mapping[str, GutterMark]
    """The gutter's glyph and kind, by annotation id."""
    states: Mapping[str, str]
    """The anchor's state, by annotation id."""
    title_end: int
    """Code point after the title, where the article's first line is its title; else 0."""

    @cached_property
    def order(self) -> tuple[OrderKey, ...]:
        """Every annotation's place, in reading order."""
        return tuple(sorted(order_key(key, span) for key, span in self.spans.items()))

    @classmethod
    def of(cls, account: Account, codebook: Codebook, *, glyphs: Glyphs) -> "Markup":
        """Return the markup of an account's placed annotations."""
        placed = [(each.annotation, each.span, each.state) for each in account.placed if each.span]
        spans = {annotation.id: span for annotation, span, _ in placed if span}
        marks = {}
        for annotation, _, _ in placed:
            kind = codebook.kind(annotation.kind)
            marks[annotation.id] = GutterMark(glyphs.of(kind), kind.name)
        index = HighlightIndex([Highlight(span.start, span.end, key) for key, span in spans.items()])
        return cls(index, spans, marks, {a.id: str(state) for a, _, state in placed}, _title_end(account))


def _title_end(account: Account) -> int:
    text = account.article.text
    head = text[:1000]
    begin = len(head) - len(head.lstrip())
    end = head.find("\n", begin)
    line = head[begin:end].strip() if end > 0 else ""
    return end if line and len(line) <= 200 else 0


MOST_KEPT = 1000
"""Rows kept at most: some screens full, whatever the length of the text."""


@dataclass
class Painter:
    """Makes segments of rows, and keeps those that nothing passing lies over."""

    wrapped: WrappedText
    markup: Markup
    inks: PaneStyles
    left: int
    """Cells left of the gutter."""
    width: int
    """Cells of a row, with all at its left."""
    glyphs: Glyphs = UNICODE
    kept: dict[int, list[Segment]] = field(default_factory=dict)

    def segments(self, row: int, emphasis: Emphasis, selection: Span | None, cursor: int | None) -> list[Segment]:
        """Return the segments of a row over its whole width; a blank one past the end of the text."""
        if row >= self.wrapped.height:
            return self._filled([])
        start, end = self.wrapped.row_span(row)
        selected = selection if selection and selection.start < end and selection.end > start else None
        under_cursor = cursor if cursor is not None and self.wrapped.row_at(cursor) == row else None
        if selected is None and under_cursor is None:
            segments = self.kept.get(row)
            if segments is None:
                if len(self.kept) >= MOST_KEPT:
                    self.forget()
                segments = self.kept[row] = self._filled(self._paint(row, emphasis, None))
            return segments
        segments = self._paint(row, emphasis, selected)
        return self._filled(segments if under_cursor is None else self._with_cursor(segments, row, under_cursor))

    def forget(self, rows: Iterable[int] | None = None) -> None:
        """Drop what was kept of these rows, or of all: the emphasis has changed."""
        if rows is None:
            self.kept.clear()
            return
        for row in rows:
            self.kept.pop(row, None)

    def rows_of(self, keys: Iterable[str]) -> set[int]:
        """Return the rows that these annotations lie over."""
        row_at = self.wrapped.row_at
        spans = (self.markup.spans[key] for key in keys if key in self.markup.spans)
        return {row for span in spans for row in range(row_at(span.start), row_at(span.end - 1) + 1)}

    def _filled(self, segments: list[Segment]) -> list[Segment]:
        """Return the segments between their margins, in as few as can be: each costs its bytes on every repaint."""
        blank = self.inks["text"]
        segments = [
            each if each.text.isascii() else Segment(limit_combining(each.text), each.style) for each in segments
        ]
        free = self.width - self.left - sum(segment.cell_length for segment in segments)
        margins = Segment(" " * self.left, blank), Segment(" " * free, blank)
        return list(Segment.simplify(each for each in (margins[0], *segments, margins[1]) if each.text))

    def _paint(self, number: int, emphasis: Emphasis, selection: Span | None) -> list[Segment]:
        row = self._row(number)
        parts = split_by_state(row, lambda key: self.markup.marks[key].kind, emphasis, selection)
        return [*gutter_segments(self._gutter(row, emphasis), self.inks), *text_segments(parts, self.inks)]

    def _row(self, number: int) -> PaneRow:
        start, end = self.wrapped.row_span(number)
        runs = row_runs(self.markup.index, self.wrapped, number)
        return PaneRow(
            start, self.wrapped.row_display(number), runs, title=end <= self.markup.title_end and start < end
        )

    def _gutter(self, row: PaneRow, emphasis: Emphasis) -> tuple[GutterMark | None, GutterMark | None]:
        keys = dict.fromkeys(key for run in row.runs for key in run.keys)
        shown = [key for key in keys if emphasis.dimmed is None or key not in emphasis.dimmed]
        begins = sorted((key for key in shown if self.markup.spans[key].start >= row.start), key=self._order)
        goes_on = [key for key in shown if self.markup.spans[key].start < row.start]
        return gutter_marks(
            [self._mark(key) for key in begins],
            [self._mark(key) for key in goes_on],
            self.glyphs.bar,
        )

    def _order(self, key: str) -> tuple[int, int]:
        span = self.markup.spans[key]
        return span.start, -span.end

    def _mark(self, key: str) -> GutterMark:
        mark = self.markup.marks[key]
        return GutterMark("~", mark.kind) if self.markup.states[key] == "adjusted" else mark

    def _with_cursor(self, segments: list[Segment], row: int, cursor: int) -> list[Segment]:
        start, _ = self.wrapped.row_span(row)
        return list(_cursor_over(segments, cursor - start, self.inks))


def _cursor_over(segments: list[Segment], position: int, inks: PaneStyles) -> Iterator[Segment]:
    """Yield the segments with the cursor on the `position`-th code point of the text."""
    gutter, text = segments[:3], segments[3:]
    yield from gutter
    for segment in text:
        length = len(segment.text)
        if 0 <= position < length:
            yield from _split_at(segment, position, inks)
        else:
            yield segment
        position -= length
    if position == 0:
        yield Segment(" ", inks["cursor"])


def _split_at(segment: Segment, position: int, inks: PaneStyles) -> Iterator[Segment]:
    text, style = segment.text, segment.style
    # A mark that combines with the character under the cursor belongs to it.
    after = next_boundary(text, position)
    if position:
        yield Segment(text[:position], style)
    yield Segment(text[position:after], inks["cursor"])
    if after < len(text):
        yield Segment(text[after:], style)
