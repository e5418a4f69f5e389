"""Tests of `tui.session.view_state`."""

from tui.layout.selection_start import SelectionStart
from tui.session.view_state import ViewState


def test_its_offsets_are_those_that_must_be_mapped() -> None:
    assert ViewState(7, None, 3).offsets == (7, 3)
    assert sorted(ViewState(7, SelectionStart(5), 3).offsets) == [3, 5, 7]


def test_each_offset_is_mapped_to_the_new_text() -> None:
    start = SelectionStart(0, exact=True)
    moved = ViewState(17, SelectionStart(10, exact=True), 13)
    assert ViewState(7, start, 3).moved(lambda offset: offset + 10) == moved
    assert ViewState(7, None, 3).moved(lambda offset: offset * 2) == ViewState(14, None, 6)
