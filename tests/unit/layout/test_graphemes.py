"""Code points, graphemes and cells are converted into each other."""

import re
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from layout_strategies import steady, texts
from rich.cells import cell_len as rich_cell_len
from rich.cells import get_character_cell_size, split_graphemes

from tui.layout import graphemes
from tui.layout.visible import make_visible

FAMILY = "👨\u200d👩\u200d👧"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [0]),
        ("abc", [0, 1, 2, 3]),
        ("e\u0301x", [0, 2, 3]),
        ("\u0301ex", [0, 2, 3]),
        ("\u0301", [0, 1]),
        (f"{FAMILY}x", [0, 5, 6]),
        ("🇹🇷🇷🇺🇹x", [0, 2, 4, 5, 6]),
        ("👍🏽❤\ufe0f", [0, 2, 4]),
        ("क्षि", [0, 2, 4]),
    ],
)
def test_the_boundaries_of_graphemes(text: str, expected: list[int]) -> None:
    assert list(graphemes.boundaries(text)) == expected


@pytest.mark.parametrize(("text", "cells"), [("abc", 3), ("日本", 4), ("e\u0301", 1), (FAMILY, 2), ("\t\x00\u202e", 3)])
def test_cell_len_counts_what_is_shown(text: str, cells: int) -> None:
    assert graphemes.cell_len(text) == cells


def test_the_tables_of_narrow_and_wide_characters_agree_with_rich() -> None:
    characters = "".join(map(chr, range(sys.maxunicode + 1)))
    narrow = re.findall(f"[{graphemes.NARROW}]", characters)
    wide = re.findall(f"[{graphemes.WIDE}]", characters)
    assert {get_character_cell_size(character) for character in narrow} == {1}
    assert {get_character_cell_size(character) for character in wide} == {2}
    assert len(narrow) > 1900
    assert make_visible("".join(narrow)) == "".join(narrow)
    assert make_visible("".join(wide)) == "".join(wide)


def test_positions_inside_a_row_with_wide_characters() -> None:
    text = f"a日{FAMILY}z"
    assert [graphemes.cell_of(text, index) for index in range(len(text) + 1)] == [0, 1, 3, 3, 3, 3, 3, 5, 6]
    assert [graphemes.index_at(text, cell) for cell in range(-1, 8)] == [0, 0, 1, 1, 2, 2, 7, 7, 7]


def test_positions_inside_a_narrow_row() -> None:
    assert [graphemes.cell_of("abc", index) for index in (-1, 0, 2, 3, 9)] == [0, 0, 2, 3, 3]
    assert [graphemes.index_at("abc", cell) for cell in (-1, 0, 2, 3, 9)] == [0, 0, 2, 2, 2]
    assert graphemes.index_at("", 5) == 0


def test_snap_widens_to_whole_graphemes() -> None:
    text = f"x{FAMILY}e\u0301"
    assert graphemes.snap(text, 2, 3) == (1, 6)
    assert graphemes.snap(text, 0, 7) == (0, 8)
    assert graphemes.snap(text, 0, 1) == (0, 1)
    assert graphemes.snap(text, 4, 4) == (1, 1)
    assert graphemes.snap(text, 8, 8) == (8, 8)


def test_a_newline_is_a_grapheme() -> None:
    text = "a\n\u0301b\u0301\n\n"
    assert [graphemes.next_boundary(text, offset) for offset in range(len(text) + 1)] == [1, 2, 5, 5, 5, 6, 7, 7]
    assert [graphemes.previous_boundary(text, offset) for offset in range(8)] == [0, 0, 1, 2, 2, 2, 5, 6]


@steady
@given(texts)
def test_graphemes_cover_the_text_and_are_as_wide_as_rich_counts(text: str) -> None:
    spans = graphemes.graphemes_of(text)
    assert [span.start for span in spans] == [0, *(span.end for span in spans)][: len(spans)]
    assert sum(span.end - span.start for span in spans) == len(text)
    shown = make_visible(text)
    assert sum(span.cells for span in spans) == rich_cell_len(shown) == graphemes.cell_len(text)
    assert {span[0] for span in split_graphemes(shown)[0]} >= {span.start for span in spans}


@steady
@given(texts)
def test_single_graphemes_agree_with_the_boundaries_of_the_line(text: str) -> None:
    line = text.replace("\n", "")
    edges = graphemes.boundaries(line)
    for start, end in pairwise(edges):
        for offset in range(start, end):
            assert graphemes.start_of(line, offset) == start
            assert graphemes.next_boundary(line, offset) == end
            assert graphemes.snap(line, offset, offset + 1) == (start, end)
        assert graphemes.previous_boundary(line, end) == start


def test_flags_and_wide_characters_are_measured_in_cells() -> None:
    assert graphemes.measure("日🇹🇷e\u0301") == [(0, 1, 2), (1, 3, 2), (3, 5, 1)]


@pytest.mark.parametrize(("text", "narrow"), [("", True), ("abc “é”", True), ("日", False), ("e\u0301", False)])
def test_only_single_cell_characters_are_narrow(text: str, narrow: bool) -> None:
    assert graphemes.is_narrow(text) is narrow
