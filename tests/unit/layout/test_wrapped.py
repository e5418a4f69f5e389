"""A text in rows: what each shows, and where each code point is shown."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from layout_strategies import steady, texts, widths
from rich.cells import cell_len

from tui.layout import graphemes
from tui.layout.spaces import WHITE
from tui.layout.wrapped import Position, WrappedText, wrap

LONG_LINE = "word " * 30


def shown(text: str, width: int) -> list[str]:
    wrapped = wrap(text, width)
    return [wrapped.row_display(row) for row in range(wrapped.height)]


def row_spans(wrapped: WrappedText) -> list[tuple[int, int]]:
    return [wrapped.row_span(row) for row in range(wrapped.height)]


def test_a_newline_starts_a_row_or_outside_hard_wrapped_text_a_paragraph() -> None:
    assert shown("one\ntwo\n\n three", 20) == ["one", "two", "", " three"]
    assert shown(f"one\ntwo\n\n three\n{LONG_LINE}", 200)[:6] == ["one", "", "two", "", " three", ""]


@pytest.mark.parametrize("line_break", ["\u2028", "\u2029", "\x85"])
def test_another_line_break_starts_a_row_as_a_newline_does(line_break: str) -> None:
    text = f"one{line_break}two — and{line_break}{line_break}three"
    assert shown(text, 20) == ["one", "two — and", "", "three"]
    assert wrap(text, 20).position(text.index("two")) == Position(1, 0)
    assert wrap(text, 20).offset_at(3, 0) == text.index("three")


def test_hard_wrapped_text_with_wide_characters_keeps_its_lines() -> None:
    assert shown("one\n漢字\n  two\n\n字\nend", 10) == ["one", "漢字", "  two", "", "字", "end"]


def test_a_lost_break_starts_a_paragraph_and_shifts_no_offset() -> None:
    text = "to the agencies.After that, it"
    wrapped = wrap(text, 20)
    assert shown(text, 20) == ["to the agencies.", "", "After that, it"]
    assert wrapped.position(text.index("After")) == Position(2, 0)
    assert wrapped.offset_at(2, 3) == text.index("After") + 3
    assert wrapped.row_span(1) == (16, 16)
    assert wrapped.is_blank(1)


def test_white_space_that_is_not_shown_is_at_the_end_of_its_row() -> None:
    wrapped = wrap("one two  \n\nend ", 4)
    assert wrapped.position(3) == Position(0, 3)
    assert wrapped.position(8) == Position(1, 3)
    assert wrapped.position(9) == Position(2, 0)
    assert wrapped.position(15) == Position(3, 3)


def test_cells_past_the_edges_give_the_nearest_grapheme() -> None:
    wrapped = wrap("one two", 4)
    assert wrapped.offset_at(-3, -3) == 0
    assert wrapped.offset_at(0, 99) == 2
    assert wrapped.offset_at(99, 1) == 5


@steady
@given(texts, widths)
def test_rows_show_everything_but_white_space_once_and_in_order(text: str, width: int) -> None:
    wrapped = wrap(text, width)
    text = wrapped.text
    assert wrapped.complete
    after = 0
    for start, end in row_spans(wrapped):
        assert start >= after
        assert text[after:start].strip(WHITE) == ""
        assert text[start:end] == text[start:end].rstrip(WHITE)
        after = end
    assert text[after:].strip(WHITE) == ""


@steady
@given(texts, widths)
def test_no_row_is_too_wide_unless_it_is_one_grapheme(text: str, width: int) -> None:
    wrapped = wrap(text, width)
    for row in range(wrapped.height):
        display = wrapped.row_display(row)
        assert cell_len(display) <= width or len(graphemes.graphemes_of(display)) == 1
        assert cell_len(display) == sum(span.cells for span in graphemes.graphemes_of(display))
        assert len(display) == len(range(*wrapped.row_span(row)))
        assert "\n" not in display


@steady
@given(texts, widths)
def test_positions_and_offsets_are_inverse_on_grapheme_starts(text: str, width: int) -> None:
    wrapped = wrap(text, width)
    for row in range(wrapped.height):
        start, end = wrapped.row_span(row)
        spans = graphemes.graphemes_of(wrapped.row_display(row))
        cell = wrapped.indent(row)
        for span in spans:
            for inside in range(span.start, span.end):
                assert wrapped.position(start + inside) == (row, cell)
            for covered in range(span.cells):
                assert wrapped.offset_at(row, cell + covered) == start + span.start
            cell += span.cells
        assert wrapped.offset_at(row, cell + 5) == (start + spans[-1].start if spans else end)


@steady
@given(texts, widths)
def test_every_offset_has_a_position_and_they_never_go_back(text: str, width: int) -> None:
    wrapped = wrap(text, width)
    positions = [wrapped.position(offset) for offset in range(len(text) + 1)]
    assert positions == sorted(positions)
    assert all(0 <= position.row < wrapped.height for position in positions)


@steady
@given(texts, widths)
def test_no_two_blank_rows_touch_and_none_is_at_an_edge(text: str, width: int) -> None:
    wrapped = wrap(text, width)
    blank_rows = [wrapped.is_blank(row) for row in range(wrapped.height)]
    assert blank_rows == [True] or not (blank_rows[0] or blank_rows[-1])
    assert not any(blank and next_blank for blank, next_blank in pairwise(blank_rows))


@steady
@given(texts, widths)
def test_wrapping_piece_by_piece_equals_wrapping_at_once(text: str, width: int) -> None:
    whole = wrap(text, width)
    pieces = random.Random(len(text))
    wrapped = wrap(text, width, limit=pieces.randint(1, 30))
    while not wrapped.complete:
        before = row_spans(wrapped)
        wrapped.extend(pieces.randint(1, 30))
        assert row_spans(wrapped)[: len(before)] == before
    assert row_spans(wrapped) == row_spans(whole)


@pytest.mark.parametrize(
    "text",
    [
        "the Turkey-Russia talks on a cease-fire in re-established north-east",
        "one two ! three four ! five six : seven",
        "abc\n   \n   def\n  ghi\n\n\n     jkl\n     mno",
        'to Aleppo."We will go," he said.Then the talks."It is so."Adding on',
        "漢字。「漢字」漢e\u0301\u0301字 (漢) 字、字\n漢",
        "see https://a.example/very/long/path?with=query&more=1, and go",
        "a " + "\u0301" * 5 + " bc 👨\u200d👩\u200d👧🇹🇷🇷🇺 x",
    ],
)
@pytest.mark.parametrize("width", [1, 2, 5, 8, 11, 14])
def test_wrapping_code_point_by_code_point_equals_wrapping_at_once(text: str, width: int) -> None:
    wrapped = wrap(text, width, limit=1)
    while not wrapped.complete:
        wrapped.extend(1)
    assert row_spans(wrapped) == row_spans(wrap(text, width))


def test_a_long_text_is_extended_from_where_it_stopped() -> None:
    text = "A sentence of the news.\n\n" * 1000 + LONG_LINE
    wrapped = wrap(text, 10, limit=500)
    assert (wrapped.complete, wrapped.reached // 100) == (False, 5)
    assert wrapped.position(len(text)).row == wrapped.height - 1
    wrapped.extend(len(text))
    assert row_spans(wrapped) == row_spans(wrap(text, 10))


def test_thousands_of_combining_marks_are_wrapped() -> None:
    text = "a" + "\u0301" * 5000 + " b " + "\u0301" * 3000
    wrapped = wrap(text, 10, limit=10)
    while not wrapped.complete:
        wrapped.extend(10)
    assert row_spans(wrapped) == row_spans(wrap(text, 10))


def test_a_right_to_left_paragraph_ends_at_the_right_edge() -> None:
    text = "The mayor:\n\nשלום לכם\n123 ועוד\nin English\n\nIt was “שלום”."
    wrapped = wrap(text, 12)
    assert [wrapped.indent(row) for row in range(wrapped.height)] == [0, 0, 4, 4, 2, 0, 0, 0]
    start = text.index("לכם")
    assert wrapped.position(start) == Position(2, 9)
    assert wrapped.offset_at(2, 9) == start
    assert wrapped.offset_at(2, 0) == text.index("שלום")
    assert wrapped.offset_at(2, 99) == start + 2


def test_only_a_row_beside_such_letters_is_right_to_left() -> None:
    digits = "12 " * 200
    assert wrap(f"שלום {digits}", 20).indent(25) == 0
