"""The words of a text-bound line say whether its place is right."""

import pytest

from tui.formats.brat.covered_words import derived_selector, line_selector
from tui.formats.brat.standoff import standoff_line
from tui.model import Span, TextPiece, TextSelector

TEXT = "A 🌉🌉 bridge. The mayor\nsaid cafe\u0301 it is safe."


def selector(places: str, words: str) -> TextSelector | None:
    line = standoff_line(f"T1\tClaim {places}\t{words}")
    assert line
    return line_selector(line, TEXT)


@pytest.mark.parametrize("places", ["17 27", "19 29"], ids=["code points", "utf-16"])
def test_a_place_may_count_utf_16(places: str) -> None:
    assert selector(places, "mayor said") == TextSelector("mayor\nsaid", start=17, end=27)


def test_an_emoji_in_a_label_does_not_bring_the_space_behind_it() -> None:
    line = standoff_line("T1\tClaim 0 2\t🌉")
    assert line
    assert line_selector(line, "🌉 reopened") == TextSelector("🌉", start=0, end=1)


def test_words_may_be_missing_or_in_another_unicode_form() -> None:
    assert selector("17 22", "") == TextSelector("mayor", start=17, end=22)
    assert selector("28 33", "caf\u00e9") == TextSelector("cafe\u0301", start=28, end=33)


def test_a_quote_that_is_not_at_its_place_keeps_its_words_alone() -> None:
    assert selector("0 5", "mayor") == TextSelector("mayor")
    pieces = (TextPiece("bridge"), TextPiece("safe"))
    assert selector("0 6;8 12", "bridge safe") == TextSelector.of_pieces(pieces)
    assert selector("0 6;8 9", "bridge safe") == TextSelector("bridge safe")


def test_a_place_outside_its_text_is_refused() -> None:
    with pytest.raises(ValueError, match="no place"):
        selector("40 99", "mayor")


def test_the_quote_of_spans_has_its_pieces() -> None:
    derived = derived_selector([Span(0, 1), Span(5, 11)], TEXT)
    assert derived
    assert derived.pieces == (TextPiece("A", 0, 1), TextPiece("bridge", 5, 11))
    assert derived_selector([Span(5, 11)], TEXT) == TextSelector("bridge", start=5, end=11)
    assert derived_selector([], TEXT) is None


def test_blank_spans_have_no_quote() -> None:
    assert derived_selector([Span(4, 5)], TEXT) is None
    assert derived_selector([Span(1, 2), Span(4, 5)], TEXT) is None
