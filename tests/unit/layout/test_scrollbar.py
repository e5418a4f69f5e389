"""The cells of a scrollbar: the part in view, and the kinds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.layout.scrollbar import cell_bounds, cell_marks, thumb
from tui.layout.wrapped import wrap

TEXT = "Words of a text, some of them longer than others.\n\nAnd a second paragraph.\n" * 12


@settings(derandomize=True, deadline=None)
@given(
    st.integers(1, 60),
    st.integers(8, 90),
    st.dictionaries(st.sampled_from("abcd"), st.lists(st.integers(0, len(TEXT) - 1), min_size=1, max_size=9)),
)
def test_each_annotation_is_in_the_cell_of_its_row(
    height: int, width: int, offsets_by_kind: dict[str, list[int]]
) -> None:
    wrapped = wrap(TEXT, width)
    starts = {kind: sorted(offsets) for kind, offsets in offsets_by_kind.items()}
    kinds: list[set[str]] = [set() for _ in range(height)]
    for kind, offsets in starts.items():
        for offset in offsets:
            kinds[wrapped.row_at(offset) * height // max(wrapped.height, height)].add(kind)
    marks = cell_marks(cell_bounds(height, wrapped), starts)
    assert len(marks) == height
    for mark, in_cell in zip(marks, kinds, strict=True):
        assert (mark in in_cell) if in_cell else not mark
        assert all(len(starts[mark]) <= len(starts[other]) for other in in_cell)


def test_annotations_in_text_that_is_not_wrapped_yet_are_at_the_end() -> None:
    wrapped = wrap("line\n" * 100_000, 20, 1000)
    assert not wrapped.complete
    marks = cell_marks(cell_bounds(10, wrapped), {"claim": [0], "denial": [len(wrapped.text) - 2]})
    assert (marks[0], marks[-1]) == ("claim", "denial")


def test_a_short_text_is_marked_row_by_row() -> None:
    wrapped = wrap("one\ntwo\nthree", 20)
    assert cell_marks(cell_bounds(6, wrapped), {"claim": [4]}) == ["", "claim", "", "", "", ""]


@pytest.mark.parametrize(
    ("height", "total", "top", "cells"),
    [
        (10, 100, 0, range(1)),
        (10, 100, 90, range(9, 10)),
        (10, 20, 5, range(2, 7)),
        (10, 10, 0, range(0)),
        (0, 9, 0, range(0)),
    ],
)
def test_the_thumb_covers_the_part_in_view(height: int, total: int, top: int, cells: range) -> None:
    assert thumb(height, total, top) == cells


@given(st.integers(1, 60), st.integers(1, 10_000), st.floats(0, 1))
def test_the_thumb_never_leaves_the_scrollbar(height: int, total: int, share: float) -> None:
    cells = thumb(height, total, round(share * max(0, total - height)))
    assert set(cells) <= set(range(height))
    assert bool(cells) == (total > height)
