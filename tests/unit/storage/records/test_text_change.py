"""Tests of `tui.storage.records.text_change`."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.storage.records.text_change import TextChange, text_change

TEXTS = st.text("ab\n", max_size=12)


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("abc", "axc", TextChange(1, "b", "x")),
        ("a\n  b: 1\n  - c", "a\n  - c", TextChange(1, "\n  b: 1", "")),
        ("a\n  - c", "a\n  b: 1\n  - c", TextChange(1, "", "\n  b: 1")),
        ("aaa", "aa", TextChange(0, "a", "")),
        ("a", "a", TextChange(0, "", "")),
    ],
)
def test_a_change_ends_where_the_rest_is_the_same(before: str, after: str, change: TextChange) -> None:
    assert text_change(before, after) == change


@settings(derandomize=True, deadline=None)
@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_a_change_can_be_made_and_reverted_wherever_its_text_is(head: str, before: str, after: str, tail: str) -> None:
    change = text_change(head + before + tail, head + after + tail, len(head))
    assert change.apply(head + before + tail, len(head)) == head + after + tail
    assert change.inverse.apply(head + after + tail, len(head)) == head + before + tail
    assert change.apply("> " + head + before + tail, len(head) + 2) == "> " + head + after + tail


def test_a_change_that_does_not_fit_is_not_made() -> None:
    assert TextChange(1, "b", "x").apply("acb") is None
    assert TextChange(-1, "", "x").apply("acb") is None
