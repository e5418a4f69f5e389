"""Every place where a quote is letter for letter."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.anchoring.occurrences import occurrences


@pytest.mark.parametrize(
    ("text", "quote", "starts"),
    [("ananas", "ana", [0, 2]), ("ananas", "x", []), ("", "x", []), ("ab", "", [0, 1, 2]), ("aé日b", "日", [2])],
)
def test_occurrences_may_overlap(text: str, quote: str, starts: list[int]) -> None:
    assert occurrences(text, quote) == starts


def test_the_first_ones_are_returned_up_to_the_limit() -> None:
    assert occurrences("aaaa", "a", limit=2) == [0, 1]


@given(st.text("ab", max_size=20), st.text("ab", max_size=3))
@settings(derandomize=True, deadline=None)
def test_no_occurrence_is_missed(text: str, quote: str) -> None:
    starts = [start for start in range(len(text) + 1) if text.startswith(quote, start)]
    assert occurrences(text, quote) == starts
