"""The segments that paint one wrapped row."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.segment import Segment

from tui.analysis.account_view import AccountView
from tui.layout.highlights import HighlightIndex, Run
from tui.model import Span
from tui.reader.widgets.pane.styles import PaneStyles, TextState


class Emphasis(NamedTuple):
    """What stands out in a pane, besides the annotations themselves."""

    current: frozenset[str] = frozenset()
    """Ids of the annotations under the cursor and their partners."""
    dimmed: frozenset[str] | None = None
    """Ids of the annotations that a filter leaves out, or None without a filter."""
    hits: tuple[Span, ...] = ()
    """The hits of a search, in order."""
    view: AccountView = AccountView()
    """The numbers of annotations, and which are not highlighted."""
    suggested: HighlightIndex | None = None
    """What is suggested, if it is shown. The keys of cues end in `CUE`."""
    suggested_current: tuple[Span, ...] = ()
    """The parts of the suggestion under the cursor, in order."""
    scope: str = ""
    """What the filter or the view shows, in words, if it leaves something out."""

    @property
    def overlays(self) -> tuple[object, ...]:
        """What is painted besides annotations."""
        return self.hits, self.suggested, self.suggested_current

    @property
    def not_highlighted(self) -> frozenset[str]:
        """The ids of the annotations that the filter or the view leaves out."""
        return self.view.glyph_only.union(self.view.hidden, self.dimmed or ())

    def has_glyph(self, key: str) -> bool:
        """Return whether an annotation has a glyph in the gutter."""
        is_filtered = self.dimmed is not None and key in self.dimmed
        return not is_filtered and (key not in self.view.hidden or key in self.current)

    def number_shown(self, keys: Collection[str]) -> int:
        """Return how many of these annotations filter and view show."""
        left_out = self.view.hidden.union(self.dimmed or ())
        return len(keys) - len(left_out.intersection(keys))

    def count_annotators(self, key: str) -> int:
        """Return how many annotators marked a statement, of those shown."""
        together = self.view.together.get(key)
        return together.count_signers(filter(self.has_glyph, together.signed)) if together else 1

    def once_each(self, keys: Iterable[str]) -> list[str]:
        """Return one annotation of each statement: what stands out most."""
        chosen: dict[object, str] = {}
        for key in keys:
            statement = id(self.view.together[key]) if key in self.view.together else key
            if statement not in chosen or self._rank(key) > self._rank(chosen[statement]):
                chosen[statement] = key
        return [*chosen.values()]

    def _rank(self, key: str) -> tuple[bool, bool]:
        return key in self.current, self.is_highlighted(key)

    def is_highlighted(self, key: str) -> bool:
        """Return whether an annotation's words are highlighted."""
        return self.has_glyph(key) and (key not in self.view.glyph_only or key in self.current)


class PaneRow(NamedTuple):
    """One row to be painted."""

    start: int
    """Its first code point."""
    text: str
    """The text shown, with one character for each code point."""
    runs: tuple[Run, ...]
    title: bool = False
    styled: tuple[Run, ...] = ()
    """The runs that Markdown styles."""
    suggested: tuple[Run, ...] = ()
    """The runs that are suggested."""

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
    edges.update(edge for run in (*row.runs, *row.styled, *row.suggested) for edge in (run.start, run.end))
    overlays = [*hits, *([selection] if selection else []), *(emphasis.suggested_current if row.suggested else ())]
    edges.update(edge for span in overlays for edge in span if row.start < edge < row.end)
    ordered = sorted(edge for edge in edges if row.start <= edge <= row.end)
    for start, end in pairwise(ordered):
        keys = _keys_at(row.runs, start)
        state = _text_state(keys, kind_of, emphasis, hits, Span(start, end), selection, title=row.title)
        if styled := _keys_at(row.styled, start):
            state = state._replace(markdown=styled)
        if suggested := _keys_at(row.suggested, start):
            state = state._replace(suggested=_suggested_style(suggested, emphasis.suggested_current, start))
        yield row.text[start - row.start : end - row.start], state


def _suggested_style(keys: Sequence[str], current: Sequence[Span], offset: int) -> str:
    from tui.session.offered_suggestions import CUE  # noqa: PLC0415 - not needed to open

    style = "suggested-cue" if any(key.endswith(CUE) for key in keys) else "suggested"
    is_current = any(span.start <= offset < span.end for span in current)
    return f"{style}-current" if is_current else style


def _keys_at(runs: Sequence[Run], offset: int) -> tuple[str, ...]:
    return next((run.keys for run in runs if run.start <= offset < run.end), ())


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
    shown = [key for key in keys if emphasis.is_highlighted(key)]
    # The words of the current annotation stand out as a whole, whatever is marked within them.
    shown.sort(key=emphasis.current.__contains__)
    return TextState(
        kinds=tuple(kind_of(key) for key in shown),
        current=bool(shown) and shown[-1] in emphasis.current,
        dimmed=emphasis.dimmed is not None and not shown,
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
