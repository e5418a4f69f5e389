"""A page of plain text: wrapped and indented rows, rules and titles."""

import pytest
from collations import Telling, collate
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.formats.plain.page import MIN_TEXT_WIDTH, Page, pad
from tui.layout.glyphs import ASCII
from tui.layout.graphemes import cell_len
from tui.layout.wrapped import wrap


def test_rows_are_indented_and_those_after_the_first_hang() -> None:
    assert list(Page(16).rows("one two three four", indent=2, hanging=3)) == ["  one two", "     three four"]


def test_an_empty_row_has_no_spaces() -> None:
    assert list(Page(20).rows("one\n\ntwo", indent=4)) == ["    one", "", "    two"]


def test_control_characters_become_visible() -> None:
    assert list(Page(40).rows("a\x1b[31m")) == ["a␛[31m"]


def test_a_rule_is_as_wide_as_the_page() -> None:
    assert Page(5).rule() == "─────"
    assert Page(5, ASCII).rule() == "-----"


def test_the_programs_own_text_is_ascii_on_an_ascii_page() -> None:
    assert Page().own("a · “b”") == "a · “b”"
    assert Page(glyphs=ASCII).own("a · “b”") == 'a - "b"'


def test_a_title_is_on_one_line() -> None:
    (account,) = collate(Telling("one", "A title\n\ntext")).accounts
    assert Page().account_title(account) == "A  A title"


@pytest.mark.parametrize(
    ("text", "right", "padded"),
    [("ab", False, "ab  "), ("ab", True, "  ab"), ("漢", False, "漢  "), ("abcdef", False, "abcdef")],
)
def test_text_is_padded_in_cells(text: str, right: bool, padded: str) -> None:
    assert pad(text, 4, right=right) == padded


@settings(max_examples=100, derandomize=True, deadline=None)
@given(st.text(st.sampled_from("ab 漢é\n"), max_size=60), st.integers(1, 40), st.integers(0, 6), st.integers(0, 6))
def test_rows_are_no_wider_than_the_page_or_the_narrowest_text(text: str, width: int, indent: int, hang: int) -> None:
    rows = list(Page(width).rows(text, indent, hang))
    assert max(map(cell_len, rows), default=0) <= max(width, indent + hang + MIN_TEXT_WIDTH)


WORDS = st.sampled_from(
    [
        "a",
        "of",
        "aid",
        "cease-fire",
        "“Yes,”",
        "agreed",
        "≡",
        "▸",
        "talks.After",
        "no!",
        "(17",
        "per",
        "cent)",
        "–",
        "said:",
    ]
)
LINES = st.lists(st.one_of(WORDS, st.text("a-/ .é\u00a0\u2003»", max_size=14)), min_size=1, max_size=14).map(" ".join)


PARAGRAPHS = st.lists(st.one_of(LINES, st.just("")), min_size=1, max_size=3).map("\n\n".join)


@settings(max_examples=200, derandomize=True, deadline=None)
@given(PARAGRAPHS, st.integers(MIN_TEXT_WIDTH, 40))
def test_paragraphs_are_wrapped_as_in_the_reader(text: str, width: int) -> None:
    wrapped = wrap(text, width)
    shown = [wrapped.row_display(row) for row in range(wrapped.height)]
    is_one_row = "\n" not in text and len(text) <= width and text == text.strip()
    assert Page(width).rows(text) == ([text] if is_one_row else shown)
