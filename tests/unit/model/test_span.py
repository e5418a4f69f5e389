"""Ranges of code points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Span


def test_a_span_is_a_part_of_a_text() -> None:
    assert Span(1, 3).of("a日é d") == "日é"


@pytest.mark.parametrize(
    ("text", "span", "stripped"),
    [
        (" ab ", Span(0, 4), Span(1, 3)),
        ("x ab x", Span(1, 5), Span(2, 4)),
        ("ab", Span(0, 2), Span(0, 2)),
        ("a   b", Span(1, 4), Span(4, 4)),
        ("ab", Span(1, 1), Span(1, 1)),
    ],
)
def test_white_space_at_the_ends_is_stripped(text: str, span: Span, stripped: Span) -> None:
    assert span.stripped(text) == stripped


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        (Span(2, 6), Span(2, 6), True),
        (Span(2, 6), Span(3, 5), True),
        (Span(2, 6), Span(1, 5), False),
        (Span(2, 6), Span(3, 7), False),
        (Span(2, 6), Span(6, 6), True),
    ],
)
def test_a_span_covers_what_is_inside_it(outer: Span, inner: Span, expected: bool) -> None:
    assert outer.covers(inner) is expected


@given(st.text(" \na", max_size=20), st.data())
def test_a_stripped_span_has_the_stripped_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    assert span.stripped(text).of(text) == span.of(text).strip()
    assert span.covers(span.stripped(text))
