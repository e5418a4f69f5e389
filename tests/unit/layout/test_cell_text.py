"""A line with a character for each cell."""

import re

import pytest
from hypothesis import given
from layout_strategies import steady, texts

from tui.layout import cell_text
from tui.layout.graphemes import cell_len
from tui.layout.wide_cells import LEFT, LEFT_CLOSING, RIGHT, RIGHT_OPENING


@pytest.mark.parametrize(
    ("line", "cells", "offsets"),
    [
        ("", "", []),
        ("a b", "a b", [0, 1, 2]),
        ("a日b", f"a{LEFT}{RIGHT}b", [0, 1, 1, 2]),
        ("日。", f"{LEFT}{RIGHT}{LEFT_CLOSING}{RIGHT}", [0, 0, 1, 1]),
        ("「日", f"{LEFT}{RIGHT_OPENING}{LEFT}{RIGHT}", [0, 0, 1, 1]),
        ("한국", f"{LEFT_CLOSING}{RIGHT_OPENING}" * 2, [0, 0, 1, 1]),
        ("\u3000a", "  a", [0, 0, 1]),
        ("e\u0301a", "xa", [0, 2]),
        ("\x00a", "xa", [0, 1]),
    ],
)
def test_wide_graphemes_take_two_characters_and_marks_none(line: str, cells: str, offsets: list[int]) -> None:
    text, starts = cell_text.cell_text(line)
    assert (text, list(starts)) == (cells, offsets)


@steady
@given(texts)
def test_there_is_a_character_for_each_cell(text: str) -> None:
    for line in text.split("\n"):
        cells, offsets = cell_text.cell_text(line)
        assert len(cells) == len(offsets)
        assert list(offsets) == sorted(offsets)
        assert len(cells) >= cell_len(line)


@steady
@given(texts)
def test_stretches_are_written_as_their_graphemes_are(text: str) -> None:
    for line in text.split("\n"):
        expected = cell_text.cell_text(line)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(cell_text, "_STRETCH", re.compile(r".+", re.DOTALL))
            assert cell_text.cell_text(line) == expected
