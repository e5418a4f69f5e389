"""A stop is found with what closes its sentence."""

import re

import pytest
from hypothesis import given
from layout_strategies import steady, texts

from tui.layout import stops as stops_module
from tui.layout.stops import Stop, stops


def ends(text: str) -> list[int]:
    return [stop.end for stop in stops(text, 0, len(text))]


def test_the_stop_of_a_quotation() -> None:
    assert list(stops('"Go." ', 0, 6)) == [Stop(3, 5, ".", has_closer=True)]
    assert list(stops("Go.[1] ", 0, 7)) == [Stop(2, 6, ".", has_closer=False)]
    assert list(stops("行く。次", 0, 4)) == [Stop(2, 3, "", has_closer=False)]


@pytest.mark.parametrize("text", ["“Who’s there?” — «Нет…» ", "It is late!” she said. Ça va…Oui ", "Go! 🙂 ★ [2] "])
def test_latin_and_cyrillic_need_no_marks_of_other_scripts(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = re.compile(stops_module._ANY_MARK)
    expected = [match.span() for match in whole.finditer(text)]
    monkeypatch.setattr(stops_module, "_any_mark", lambda: pytest.fail("compiled for Latin"))
    assert [(stop.start, stop.end) for stop in stops(text, 0, len(text))] == expected


@pytest.mark.parametrize("text", ["He left in 1999!—", "Go!Yes!—", "Why…?”—", "行く。", "τι; Ά", "5!☆"])
def test_marks_of_other_scripts_are_looked_for(text: str) -> None:
    expected = [match.end() for match in re.finditer(stops_module._ANY_MARK, text)]
    assert ends(text) == expected != []


@pytest.mark.parametrize(
    "text",
    [
        "3.5 ",
        "x.org/a",
        "a;b; ",
        "10:45 ",
        "３．５",
        "Yahoo!ニュース",
        "それは…違う",
        "ต่างๆ นานา",
        "行く」と",
        "「行く。」と言う",
    ],
)
def test_what_is_no_stop(text: str) -> None:
    assert ends(text) == []


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Weiter.“ Er", 8),
        ("partons. » Elle", 10),
        ("weiter.« Er", 8),
        ("plan.** It", 7),
        ("it.](http://x.org/a) So", 20),
        ("it.[^note] So", 10),
        ("Τι; Δεν", 3),
        ("եկավ: Նա", 5),
        ("गया।वह", 4),
        ("行くのか?誰も", 5),
        ("ですか?!次", 5),
        ("思いますソフト", 4),
        ("ลำ จม", 2),
        ("ນີ້ ຂ", 3),
        ("មក នាង", 2),
    ],
)
def test_where_a_stop_ends(text: str, end: int) -> None:
    assert ends(text) == [end]


def test_khmer_with_stops_does_not_end_at_spaces() -> None:
    assert ends("គាត់ មក។ នាង") == [8]


@steady
@given(texts)
def test_stops_are_in_order_and_inside(text: str) -> None:
    found = list(stops(text, 1, len(text)))
    assert [stop.end for stop in found] == sorted({stop.end for stop in found})
    assert all(1 <= stop.start <= stop.end <= len(text) for stop in found)
