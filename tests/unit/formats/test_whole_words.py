"""The count of places that cuts fewest words."""

import pytest

from tui.formats.counted_places import SpansInText, from_code_points, from_graphemes, from_utf16
from tui.formats.whole_words import likeliest_count
from tui.model import Span

FLAG = "🇹🇷🇹🇷 The mayor said so."


@pytest.mark.parametrize(
    ("place", "count"),
    [(Span(13, 18), from_utf16), (Span(7, 12), from_graphemes), (Span(9, 14), from_code_points)],
    ids=["utf-16", "graphemes", "code points"],
)
def test_labels_take_whole_words(place: Span, count: SpansInText) -> None:
    assert count([place], FLAG)[0].of(FLAG) == "mayor"
    assert likeliest_count([("mayor", [Span(0, 2)]), (FLAG, [place])]) is count


def test_a_text_without_spaces_counts_code_units() -> None:
    assert likeliest_count([("🙂市長市長は言う", [Span(4, 6)])]) is from_utf16
    assert likeliest_count([("🙂市長は，言葉", [Span(4, 5)])]) is from_utf16
