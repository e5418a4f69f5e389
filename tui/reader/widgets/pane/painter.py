"""The painter of one account's rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from textual.strip import Strip

from tui.layout.glyphs import Glyphs
from tui.layout.graphemes import fit_marks, is_narrow, next_boundary
from tui.layout.highlights import HighlightIndex, row_runs
from tui.layout.wrapped import WrappedText
from tui.model import Account, Codebook, Placed, Span
from tui.reader.widgets.pane.gutter import GUTTER_SEGMENTS, GutterMark, Strength, gutter_segments, with_suggestion
from tui.reader.widgets.pane.segments import Emphasis, PaneRow, split_by_state, text_segments
from tui.reader.widgets.pane.styles import PaneStyles

if TYPE_CHECKING:
    from tui.layout.fold import Fold
    from tui.layout.markdown.styled_text import MarkdownText


class OrderKey(NamedTuple):
    """An annotation's place in reading order: by start, then longest first."""

    start: int
    minus_end: int
    id: str


def order_key(annotation_id: str, span: Span) -> OrderKey:
    """Return the place of an annotation in reading order."""
    return OrderKey(span.start, -span.end, annotation_id)


_highlight = attrgetter("anchor.start", "anchor.end", "record.annotation.id")
_pieces = attrgetter("anchor.pieces")


@dataclass(frozen=True)
class Markup:
    """The annotations of one article, indexed for painting."""

    index: HighlightIndex
    anchored: Mapping[str, Placed]
    """The annotations that have a place, in reading order, by id."""
    codebook: Codebook
    glyphs: Glyphs
    title: Span
    """The first line, empty if it is no title."""
    noted: Collection[str] = frozenset()
    """Ids of the annotations with notes on them."""
    markdown: MarkdownText | None = None
    """The styles of the text, if it is Markdown."""

    @property
    def fold(self) -> Fold | None:
        """The front matter of the text, if it has one."""
        return self.markdown.fold if self.markdown else None

    @cached_property
    def order(self) -> tuple[OrderKey, ...]:
        """Every annotation in reading order."""
        keys = ((start, -end, key) for start, end, key in map(_highlight, self.anchored.values()))
        return tuple(sorted(map(partial(tuple.__new__, OrderKey), keys)))

    def span(self, key: str) -> Span:
        """Return the range of an annotation that has a place."""
        return self.anchored[key].span or Span(0, 0)

    def kind(self, key: str) -> str:
        """Return the name of an annotation's kind."""
        return self.anchored[key].annotation.kind

    def mark(self, key: str, emphasis: Emphasis) -> GutterMark:
        """Return the mark of an annotation in the gutter."""
        placed = self.anchored[key]
        kind = self.codebook.kind(placed.annotation.kind)
        glyph = "~" if placed.is_adjusted else self.glyphs.of(kind)
        strength = Strength.HIGHLIGHTED if emphasis.is_highlighted(key) else Strength.GLYPH_ONLY
        strength = Strength.CURRENT if key in emphasis.current else strength
        number, annotators = emphasis.view.numbers.get(key, 0), emphasis.count_annotators(key)
        return GutterMark(glyph, kind.name, number, key in self.noted, strength, annotators)

    @classmethod
    def of(cls, account: Account, codebook: Codebook, *, glyphs: Glyphs) -> Markup:
        """Return the markup of an account's placed annotations."""
        index = HighlightIndex(_highlights(account.anchored.values()))
        markdown = _markdown(account)
        title = _title(account.article.text, markdown)
        return cls(index, account.anchored, codebook, glyphs, title, account.noted, markdown)


def _highlights(anchored: Collection[Placed]) -> Iterable[tuple[int, int, str]]:
    """Return the range of each annotation, or of each piece of its quote."""
    if not any(map(_pieces, anchored)):
        return map(_highlight, anchored)  # no Python code runs for each of them
    spans = ((placed.spans, placed.annotation.id) for placed in anchored)
    return ((*span, key) for own, key in spans for span in own)


def _markdown(account: Account) -> MarkdownText | None:
    if account.article.path.suffix.lower() != ".md":
        return None
    from tui.layout.markdown.styled_text import MarkdownText  # noqa: PLC0415 - most articles are plain text

    return MarkdownText(account.article.text)


def _title(text: str, markdown: MarkdownText | None) -> Span:
    after = markdown.fold.end if markdown and markdown.fold else 0
    head = text[after : after + 1000]
    start = len(head) - len(head.lstrip())
    end = head.find("\n", start)
    line = head[start:end].strip() if end > 0 else ""
    return Span(after + start, after + end) if line and len(line) <= 200 else Span(0, 0)


MAX_CACHED_ROWS = 1000
"""Enough for some screens, however long the text is."""


class Painter:
    """Paint rows, and cache those without cursor and selection."""

    def __init__(
        self, wrapped: WrappedText, markup: Markup, styles: PaneStyles, *, left: int, width: int, glyphs: Glyphs
    ) -> None:
        self.wrapped = wrapped
        self.markup = markup
        self.styles = styles
        self.left = left
        """Cells left of the gutter."""
        self.width = width
        """Cells of a row, with those at its left."""
        self.glyphs = glyphs
        self.cache: dict[int, list[Segment]] = {}
        self._strips: dict[int, tuple[list[Segment], Segment, Strip]] = {}
        """What a strip was made of, and the strip: Textual keeps what it computes of one."""

    def strip(
        self, emphasis: Emphasis, selection: Span | None, cursor: int | None, row: int, scrollbar: Segment
    ) -> Strip:
        """Return the strip of a row with its cell of the scrollbar."""
        painted = self.segments(row, emphasis, selection, cursor)
        segments, cell, strip = self._strips.get(row, (None, None, None))
        if strip is None or segments is not painted or cell is not scrollbar:
            strip = Strip([*painted, scrollbar])
            self._strips[row] = (painted, scrollbar, strip)
        return strip

    def segments(self, row: int, emphasis: Emphasis, selection: Span | None, cursor: int | None) -> list[Segment]:
        """Return the segments of a row, blank past the end of the text."""
        if row >= self.wrapped.height:
            return self._filled([])
        selected = selection if selection and self._overlaps(row, selection) else None
        cursor_in_row = cursor if cursor is not None and self.wrapped.row_at(cursor) == row else None
        if selected is None and cursor_in_row is None:
            segments = self.cache.get(row)
            if segments is None:
                if len(self.cache) >= MAX_CACHED_ROWS:
                    self.invalidate()
                segments = self.cache[row] = self._filled(self._paint(row, emphasis, None))
            return segments
        segments = self._paint(row, emphasis, selected)
        return self._filled(segments if cursor_in_row is None else self._with_cursor(segments, row, cursor_in_row))

    def _overlaps(self, row: int, selection: Span) -> bool:
        start, end = self.wrapped.row_span(row)
        return selection.start < end and selection.end > start

    def invalidate(self, rows: Iterable[int] | None = None) -> None:
        """Drop rows from the cache, or all of them, when the emphasis changes."""
        if rows is None:
            self.cache.clear()
            self._strips.clear()
            return
        for row in rows:
            self.cache.pop(row, None)

    def rows_of(self, keys: Iterable[str]) -> set[int]:
        """Return the rows of these annotations."""
        row_at = self.wrapped.row_at
        spans = [self.markup.span(key) for key in keys if key in self.markup.anchored]
        return {row for span in spans for row in range(row_at(span.start), row_at(span.end - 1) + 1)}

    def _filled(self, segments: list[Segment]) -> list[Segment]:
        """Return the segments between margins, merged to repaint fewer bytes."""
        blank = self.styles["text"]
        limited = [part if is_narrow(part.text) else Segment(fit_marks(part.text), part.style) for part in segments]
        free = self.width - self.left - sum(segment.cell_length for segment in limited)
        filled = (Segment(" " * self.left, blank), *limited, Segment(" " * free, blank))
        return list(Segment.simplify(segment for segment in filled if segment.text))

    def _paint(self, number: int, emphasis: Emphasis, selection: Span | None) -> list[Segment]:
        row = self._row(number, emphasis)
        parts = split_by_state(row, self.markup.kind, emphasis, selection)
        gutter = self._gutter(row, emphasis)
        if row.suggested:
            gutter = with_suggestion(gutter, self.glyphs, self.styles)
        if indent := self.wrapped.indent(number):
            gutter[-1] = Segment(gutter[-1].text + " " * indent, gutter[-1].style)
        return [*gutter, *text_segments(parts, self.styles), *self._fold_label(number)]

    def _fold_label(self, number: int) -> list[Segment]:
        """Return what the row of a fold says after its characters."""
        fold = self.wrapped.fold
        if fold is None or number:
            return []
        free = self.wrapped.width - (fold.shown_end - fold.start)
        return [Segment(f" {fold.label}"[:free], self.styles["quiet"])]

    def _row(self, number: int, emphasis: Emphasis) -> PaneRow:
        start, end = self.wrapped.row_span(number)
        runs = row_runs(self.markup.index, self.wrapped, number)
        title = self.markup.title.covers(Span(start, end)) and start < end
        markdown = self.markup.markdown
        styled = row_runs(markdown.styles_at(start), self.wrapped, number) if markdown else ()
        suggested = row_runs(emphasis.suggested, self.wrapped, number) if emphasis.suggested else ()
        return PaneRow(start, self.wrapped.row_display(number), runs, title, styled, suggested)

    def _gutter(self, row: PaneRow, emphasis: Emphasis) -> list[Segment]:
        keys = dict.fromkeys(key for run in row.runs for key in run.keys)
        shown = sorted(emphasis.once_each(filter(emphasis.has_glyph, keys)), key=self._order)
        marks = [(self.markup.span(key).start >= row.start, self.markup.mark(key, emphasis)) for key in shown]
        starting = [mark for starts, mark in marks if starts]
        continued = [mark for starts, mark in marks if not starts]
        return gutter_segments(starting, continued, self.glyphs, self.styles)

    def _order(self, key: str) -> tuple[int, int]:
        span = self.markup.span(key)
        return span.start, -span.end

    def _with_cursor(self, segments: list[Segment], row: int, cursor: int) -> list[Segment]:
        start, _ = self.wrapped.row_span(row)
        return list(_cursor_over(segments, cursor - start, self.styles))


def _cursor_over(segments: list[Segment], position: int, styles: PaneStyles) -> Iterator[Segment]:
    """Yield the segments with the cursor on a code point of the row."""
    gutter, text = segments[:GUTTER_SEGMENTS], segments[GUTTER_SEGMENTS:]
    yield from gutter
    for segment in text:
        length = len(segment.text)
        if 0 <= position < length:
            yield from _split_at(segment, position, styles)
        else:
            yield segment
        position -= length
    if position == 0:
        yield Segment(" ", styles["cursor"])


def _split_at(segment: Segment, position: int, styles: PaneStyles) -> Iterator[Segment]:
    text, style = segment.text, segment.style
    # Combining marks belong to the character under the cursor.
    after = next_boundary(text, position)
    if position:
        yield Segment(text[:position], style)
    # In reversed words, as the current annotation is without colours, a reversed cursor would not be seen.
    in_reverse = style is not None and bool(style.reverse)
    yield Segment(text[position:after], styles["cursor-in-reverse" if in_reverse else "cursor"])
    if after < len(text):
        yield Segment(text[after:], style)
