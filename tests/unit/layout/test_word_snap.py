"""Widening a range to whole words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layout_strategies import steady, texts

from tui.layout import graphemes
from tui.layout.word_snap import snap_to_words, unit_at
from tui.model import Span


def snapped(text: str, part: str) -> str:
    start = text.index(part)
    return snap_to_words(text, Span(start, start + len(part))).of(text)


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("said the repairs stayed", "d the repair", "said the repairs"),
        ("before July, he said", "e Jul", "before July"),
        ("before July, he said", "July,", "July,"),
        ("“Nobody was hurt,” she", "obody was hur", "Nobody was hurt"),
        ("“Nobody was hurt,” she", "“Nobody was hurt,”", "“Nobody was hurt,”"),
        ("Turkey's cease-fire.", "y's cease", "Turkey's cease-fire"),
        ("Syria’s five‑year war", "’s five", "Syria’s five‑year"),
        ("$3.5 billion in U.N. aid", "5 billion in U", "3.5 billion in U.N."),
        (" the  ferry ", " the  f", "the  ferry"),
        ("co\u00adopera\u00adtion is", "pera", "co\u00adopera\u00adtion"),
        ("Cavus\u0327og\u0306lu said", "us", "Cavus\u0327og\u0306lu"),
        ("東京タワーへ行く", "京タ", "京タ"),
        ("กรุงเทพฯ ประกาศ", "งเท", "งเท"),
        ("น้ำท่วม", "\u0e49", "น้"),
        ("ABCไทย", "B", "ABC"),
        ("ไทยABC", "ย", "ย"),
        ("会見でNATO側", "AT", "NATO"),
        ("서울에서 열린 회담", "울에서 열", "서울에서 열린"),
        ("a 👨\u200d👩 b", "👩", "👨\u200d👩"),
        ("one \n two", " \n ", " \n "),
    ],
)
def test_both_ends_are_widened_to_words(text: str, part: str, expected: str) -> None:
    assert snapped(text, part) == expected


def test_a_unit_is_a_word_a_mark_or_a_character() -> None:
    text = "a cease-fire, 東京"
    assert unit_at(text, 3) == (2, 12)
    assert unit_at(text, 12) == (12, 13)
    assert unit_at(text, 15) == (15, 16)
    assert unit_at(text, len(text)) == (len(text), len(text))


def test_a_word_longer_than_what_is_searched_at_once_is_whole() -> None:
    text = "a " + "x" * 50_000 + " b"
    assert snap_to_words(text, Span(25_000, 25_001)) == (2, 50_002)


@steady
@given(texts, st.data())
def test_it_holds_what_is_selected_in_whole_graphemes(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    result = snap_to_words(text, span)
    assert result.covers(span.stripped(text)) or not span.of(text).strip()
    assert result == graphemes.snap(text, *result)
    assert snap_to_words(text, result) == result


@steady
@given(texts)
def test_each_offset_is_in_its_unit(text: str) -> None:
    for offset in range(len(text)):
        unit = unit_at(text, offset)
        assert unit.start <= offset < unit.end
        assert unit == graphemes.snap(text, *unit)
