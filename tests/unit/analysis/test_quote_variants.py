"""Whether two quotes word one saying differently, and what differs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.analysis.quote_variants import MIN_COMMON_SHARE, compare_quotes, split_quote
from tui.model import Span


@pytest.mark.parametrize(
    ("left", "right", "marked"),
    [
        ("we will build our cooperation", "We will build their cooperation", (["our"], ["their"])),
        ("a b c d e f g", "a b c X Y d e f g", ([], ["X Y"])),
        ("so it was: a b c d e", "a b X c d e and then some", ([], ["X"])),
        ("a b c d e", "A, b; c — “d” é", None),
        ("a b c", "a X b c", None),
        ("a 1 b 2 c 3 d", "a 4 b 5 c 6 d", None),
        ("the talks were held in Ankara", "aid should reach the people of Syria", None),
        ("", "", None),
    ],
)
def test_quotes_are_variants_if_they_share_most_words_in_order(
    left: str, right: str, marked: tuple[list[str], list[str]] | None
) -> None:
    difference = compare_quotes(split_quote(left), split_quote(right))
    assert (difference is not None) == (marked is not None)
    if difference and marked:
        assert [left[slice(*span)] for span in difference.left] == marked[0]
        assert [right[slice(*span)] for span in difference.right] == marked[1]


def test_the_share_counts_common_words_between_the_first_and_the_last() -> None:
    difference = compare_quotes(split_quote("x a b c d e"), split_quote("a b X c d e y"))
    assert difference is not None
    assert difference.share == 10 / 11


def test_a_quote_is_split_into_folded_words_with_their_places() -> None:
    words = split_quote("Don’t, Çay!")
    assert words.folded == ("don't", "cay")
    assert words.spans == (Span(0, 5), Span(7, 10))


quotes = st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f"]), max_size=12).map(" ".join)


@settings(max_examples=200, derandomize=True, deadline=None)
@given(quotes, quotes)
def test_what_differs_is_whole_words_in_order(left: str, right: str) -> None:
    difference = compare_quotes(split_quote(left), split_quote(right))
    if difference is None:
        return
    assert MIN_COMMON_SHARE <= difference.share < 1
    assert difference.left or difference.right
    for quote, spans in ((left, difference.left), (right, difference.right)):
        ends = [offset for span in spans for offset in span]
        assert ends == sorted(set(ends))
        assert all(span.of(quote) == span.of(quote).strip() for span in spans)
