"""Where rows start."""

import re

import pytest
from hypothesis import given
from layout_strategies import narrow_texts, steady, texts, widths

from tui.layout import cell_text
from tui.layout import row_pattern as row_pattern_module
from tui.layout.row_pattern import row_pattern
from tui.layout.wrapped import wrap


def rows_of(text: str, width: int) -> list[str]:
    wrapped = wrap(text, width)
    return [wrapped.row_display(row) for row in range(wrapped.height)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 10, [""]),
        (" \n\n ", 10, [""]),
        ("one two three", 8, ["one two", "three"]),
        ("one two three", 7, ["one two", "three"]),
        ("one two   three", 7, ["one two", "three"]),
        ("a cease-fire now", 9, ["a cease-", "fire now"]),
        ("in 2016-17 it", 8, ["in", "2016-17", "it"]),
        ("the war—and peace", 9, ["the war—", "and peace"]),
        ("this is it !", 10, ["this is", "it !"]),
        ("stop it — now", 8, ["stop", "it — now"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("go https://a.example/b/c/d", 12, ["go", "https://a.", "example/b/c/", "d"]),
        ("one\n\n\n\ntwo\n", 10, ["one", "", "two"]),
        ("\n\n  \n one", 10, [" one"]),
        ("\n\n          one", 10, ["one"]),
        ("a\n\n   abcdefghijklm", 12, ["a", "", "   abcdefghi", "jklm"]),
        ("日本語。「はい」", 6, ["日本", "語。", "「は", "い」"]),
        ("abc漢字", 5, ["abc漢", "字"]),
        ("한국어 좋다", 8, ["한국어", "좋다"]),
        ("日本", 1, ["日", "本"]),
        ("ab e\u0301e\u0301e\u0301", 3, ["ab", "e\u0301e\u0301e\u0301"]),
        ("one\ttwo", 20, ["one two"]),
        ("one\x0c\u202etwo", 20, ["one␌�two"]),
    ],
)
def test_rows_break_at_spaces_hyphens_and_in_addresses(text: str, width: int, expected: list[str]) -> None:
    assert rows_of(text, width) == expected


@steady
@given(narrow_texts, widths)
def test_narrow_text_wraps_as_if_written_cell_by_cell(text: str, width: int) -> None:
    expected = rows_of(text, width)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(row_pattern_module, "NARROW_TEXT", re.compile(r"\n*+"))
        patch.setattr(cell_text, "_STRETCH", re.compile(r".+", re.DOTALL))
        assert rows_of(text, width) == expected


@pytest.mark.parametrize(
    ("text", "first"), [("one", 0), ("\n \none", 3), ("  one", 0), ("   one", 3), ("\n\n   one", 5), ("", 0)]
)
def test_the_first_row_is_after_blank_lines_and_a_deep_indent(text: str, first: int) -> None:
    assert row_pattern(8, hard_wrapped=True).first(text) == first


@pytest.mark.parametrize(("hard_wrapped", "starts"), [(True, [0, 4, 7, 9]), (False, [0, 3, 4, 7, 9])])
def test_a_newline_starts_a_row_of_hard_wrapped_text(hard_wrapped: bool, starts: list[int]) -> None:
    assert list(row_pattern(8, hard_wrapped=hard_wrapped).starts("one\ntwo\n\nend", 0, 12)) == starts


@steady
@given(texts, widths)
def test_starts_are_in_order_and_in_the_text(text: str, width: int) -> None:
    starts = list(row_pattern(width, hard_wrapped=True).starts(text, 0, len(text)))
    assert starts == sorted(starts)
    assert all(0 <= start <= len(text) for start in starts)


def test_the_pattern_of_a_width_is_compiled_once() -> None:
    assert row_pattern(33, hard_wrapped=True) is row_pattern(33, hard_wrapped=True)
