"""Places in UTF-16 code units and in graphemes, as code points."""

from tui.formats.counted_places import from_graphemes, from_utf16, has_words
from tui.model import Span


def test_an_emoji_is_two_code_units() -> None:
    text = "🙂 Bo 🙂!"
    assert from_utf16([Span(3, 5), Span(6, 9), Span(10, 12)], text) == [Span(2, 4), Span(5, 7), Span(8, 10)]


def test_a_flag_and_a_letter_with_its_mark_are_one_grapheme() -> None:
    text = "🇹🇷 cafe\u0301 Bo"
    (place, past) = from_graphemes([Span(7, 9), Span(9, 12)], text)
    assert (place.of(text), past.start, past.end > len(text)) == ("Bo", len(text), True)


def test_words_are_compared_without_spaces_and_forms() -> None:
    assert has_words([Span(0, 1), Span(2, 7)], "a\ncafe\u0301!", "a caf\u00e9")
    assert not has_words([Span(0, 1)], "ab", "ab")
