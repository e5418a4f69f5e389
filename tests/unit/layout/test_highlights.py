"""Overlapping highlights become runs, the outermost highlight first."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layout_strategies import steady, texts, widths

from tui.layout import graphemes
from tui.layout.highlights import LENGTHS, Highlight, HighlightIndex, Run, all_runs, row_runs
from tui.layout.wrapped import wrap

edges = st.sampled_from(LENGTHS).flatmap(lambda length: st.integers(length - 5, length + 5))
places = st.one_of(st.integers(0, 60), edges, st.integers(0, 2 * LENGTHS[-1]))
highlights = st.builds(Highlight, places, places, st.sampled_from("abcdefg"))


def outermost_first(highlights: list[Highlight]) -> tuple[str, ...]:
    ranked = sorted(highlights, key=lambda mark: (mark.start - mark.end, mark.start, mark.key))
    return tuple(dict.fromkeys(mark.key for mark in ranked))


def painted(highlights: list[Highlight], start: int, end: int) -> list[tuple[str, ...]]:
    return [
        outermost_first([mark for mark in highlights if mark.start <= offset < mark.end])
        for offset in range(start, end)
    ]


def unrolled(runs: tuple[Run, ...], start: int, end: int) -> list[tuple[str, ...]]:
    cells: list[tuple[str, ...]] = [()] * (end - start)
    for run in runs:
        assert run.keys
        assert start <= run.start < run.end <= end
        cells[run.start - start : run.end - start] = [run.keys] * (run.end - run.start)
    return cells


def test_runs_have_the_outermost_highlight_first_and_an_offset_the_innermost() -> None:
    index = HighlightIndex([Highlight(0, 10, "a"), Highlight(5, 8, "b"), Highlight(7, 12, "c")])
    assert index.runs(0, 20) == (
        Run(0, 5, ("a",)),
        Run(5, 7, ("a", "b")),
        Run(7, 8, ("a", "c", "b")),
        Run(8, 10, ("a", "c")),
        Run(10, 12, ("c",)),
    )
    assert index.at(7) == ("b", "c", "a")
    assert index.at(12) == ()
    assert index.runs(6, 6) == ()


def test_equal_ranges_are_ordered_by_key_and_adjacent_runs_of_one_key_are_merged() -> None:
    index = HighlightIndex([Highlight(2, 4, "b"), Highlight(2, 4, "a"), Highlight(4, 6, "b"), Highlight(3, 3, "x")])
    assert index.runs(0, 9) == (Run(2, 4, ("a", "b")), Run(4, 6, ("b",)))
    assert HighlightIndex([Highlight(0, 2, "a"), Highlight(2, 5, "a")]).runs(0, 9) == (Run(0, 5, ("a",)),)


@steady
@given(st.lists(highlights, max_size=20), places)
def test_runs_have_the_highlights_of_each_code_point(marked: list[Highlight], start: int) -> None:
    index = HighlightIndex(marked)
    end = start + 70
    runs = index.runs(start, end)
    assert unrolled(runs, start, end) == painted(marked, start, end)
    assert all(run.end < after.start or run.keys != after.keys for run, after in pairwise(runs))
    assert [run.start for run in runs] == sorted(run.start for run in runs)
    for offset in range(start, end, 7):
        assert index.at(offset) == painted(marked, offset, offset + 1)[0][::-1]


@steady
@given(texts, widths, st.lists(st.builds(Highlight, st.integers(0, 80), st.integers(0, 90), st.sampled_from("abc"))))
def test_the_runs_of_a_row_have_whole_graphemes(text: str, width: int, marked: list[Highlight]) -> None:
    wrapped = wrap(text, width)
    index = HighlightIndex(marked)
    for row in range(wrapped.height):
        start, end = wrapped.row_span(row)
        edges = {start + edge for edge in graphemes.boundaries(wrapped.row_display(row))}
        runs = row_runs(index, wrapped, row)
        assert {edge for run in runs for edge in (run.start, run.end)} <= edges
        cells = unrolled(runs, start, end)
        plain = painted(marked, start, end)
        assert all(set(keys) <= set(over) for keys, over in zip(plain, cells, strict=True))


def test_a_highlight_that_cuts_a_grapheme_covers_all_of_it() -> None:
    wrapped = wrap("a👨\u200d👩b", 10)
    index = HighlightIndex([Highlight(2, 3, "in"), Highlight(0, 2, "before")])
    assert row_runs(index, wrapped, 0) == (Run(0, 1, ("before",)), Run(1, 4, ("before", "in")))


def test_highlights_that_overlap_a_range_are_outermost_first() -> None:
    inner, outer, empty = Highlight(5, 8, "a"), Highlight(0, 2 * LENGTHS[-1], "b"), Highlight(6, 6, "c")
    index = HighlightIndex([inner, outer, empty])
    assert index.overlapping(0, 10) == [outer, inner]
    assert index.overlapping(8, 9) == [outer]
    assert index.overlapping(7, 7) == []


@pytest.mark.parametrize("length", [length + more for length in LENGTHS for more in (-1, 0, 1)])
def test_a_highlight_is_found_at_both_of_its_ends(length: int) -> None:
    index = HighlightIndex([Highlight(7, 7 + length, "a"), Highlight(8, 9, "b")])
    assert [index.at(offset) for offset in (6, 7, 6 + length, 7 + length)] == [(), ("a",), ("a",), ()]


@given(st.lists(highlights, max_size=8))
def test_all_runs_are_those_of_the_whole_text(marked: list[Highlight]) -> None:
    end = max((highlight.end for highlight in marked), default=0)
    assert tuple(all_runs(marked)) == HighlightIndex(marked).runs(0, end)


def test_of_runs_of_one_length_the_first_is_outermost() -> None:
    assert tuple(all_runs([(2, 6, "b"), (2, 6, "a"), (0, 4, "c")])) == (
        (0, 2, ("c",)),
        (2, 4, ("c", "a", "b")),
        (4, 6, ("a", "b")),
    )
