"""The range of a selection, and the moves that extend it by words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layout_strategies import steady, texts

from tui.layout.moves import move, snap_cursor
from tui.layout.selection_moves import exact_selection, extended_by_word, selected_span
from tui.layout.selection_start import SelectionStart
from tui.layout.wrapped import wrap
from tui.model import Span

TEXT = "Ferry runs aground, “again” in fog. It-s 東京タワー end."
KEYS = {"w": "word_right", "b": "word_left", "l": "right", "h": "left"}


def selected(text: str, offset: int, keys: str, *, exact: bool = False) -> str:
    """Return what is selected after `v`, or Shift and an arrow, and keys."""
    wrapped, start, cursor = wrap(text, 200), SelectionStart(offset, exact), offset
    for key in keys:
        direction = KEYS[key]
        target = extended_by_word(wrapped, start, cursor, direction)
        cursor = snap_cursor(wrapped, move(wrapped, cursor, direction, None, 1)[0] if target is None else target)
    span = selected_span(text, start, cursor)
    return span.of(text) if span else ""


@pytest.mark.parametrize(
    ("words", "keys", "expected"),
    [
        ("erry", "", "Ferry"),
        ("erry", "ww", "Ferry runs aground"),
        ("erry", "www", "Ferry runs aground, “again"),
        ("erry", "wwwb", "Ferry runs aground"),
        ("erry", "wwbb", "Ferry"),
        ("erry", "ll", "Ferry runs aground"),
        ("erry", "lll", "Ferry runs aground,"),
        ("erry", "lllhh", "Ferry runs"),
        ("erry", "b", "Ferry"),
        ("ground", "b", "runs aground"),
        ("ground", "bb", "Ferry runs aground"),
        ("ground", "bbw", "runs aground"),
        ("ground", "bbwww", "aground, “again"),
        ("ground", "hhl", "runs aground"),
        (", ", "", ","),
        (", ", "w", ", “again"),
        ("fog", "w", "fog. It-s"),
        ("東", "", "東"),
        ("東", "w", "東京"),
        ("東", "ww", "東京タワー"),
        ("東", "wwb", "東京"),
        ("東", "wwbb", "東"),
        ("東", "lll", "東京タワ"),
        ("end", "w", "end."),
        ("end", "ww", "end."),
    ],
)
def test_moves_extend_and_shorten_by_whole_words(words: str, keys: str, expected: str) -> None:
    assert selected(TEXT, TEXT.index(words), keys) == expected


@pytest.mark.parametrize(
    ("words", "keys", "expected"),
    [
        ("rry", "", ""),
        ("rry", "l", "rr"),
        ("rry", "w", "rry"),
        ("rry", "ww", "rry runs"),
        ("rry", "wwb", "rry"),
        ("rry", "wb", ""),
        ("uns", "h", "ru"),
        ("uns", "bb", "Ferry ru"),
        ("uns", "bbw", "ru"),
    ],
)
def test_an_exact_selection_ends_where_words_do_only_at_its_cursor(words: str, keys: str, expected: str) -> None:
    assert selected(TEXT, TEXT.index(words), keys, exact=True) == expected


def test_a_selection_stays_as_it_is_when_it_becomes_exact() -> None:
    assert exact_selection(TEXT, SelectionStart(2), 7) == (SelectionStart(0, exact=True), 9)
    assert exact_selection(TEXT, SelectionStart(7, click_extends=True), 2) == (SelectionStart(9, True, True), 0)
    assert exact_selection(TEXT, SelectionStart(2, exact=True), 7) == (SelectionStart(2, exact=True), 7)
    assert exact_selection(TEXT, SelectionStart(2, exact=True), 2) == (SelectionStart(2, exact=True), 2)


def test_other_moves_are_left_to_the_cursor() -> None:
    wrapped = wrap(TEXT, 20)
    assert extended_by_word(wrapped, SelectionStart(0), 0, "down") is None
    assert extended_by_word(wrapped, SelectionStart(0, exact=True), 0, "right") is None


def test_a_word_before_a_long_gap_is_found() -> None:
    text = "none one" + " " * 1000 + "two"
    assert selected(text, 1008, "b") == text[5:]


@steady
@given(texts, st.booleans(), st.data())
def test_a_word_more_never_selects_less(text: str, exact: bool, data: st.DataObject) -> None:
    wrapped = wrap(text, 20)
    cursor = snap_cursor(wrapped, data.draw(st.integers(0, len(text))))
    start = SelectionStart(cursor, exact)
    before = Span(cursor, cursor)
    for _ in range(4):
        target = extended_by_word(wrapped, start, cursor, "word_right")
        assert target is not None
        cursor = snap_cursor(wrapped, target)
        span = selected_span(text, start, cursor) or before
        assert span.end >= before.end or not before.of(text).strip()
        before = span
