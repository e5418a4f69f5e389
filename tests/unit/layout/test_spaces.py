"""White space at the end of a text."""

import pytest
from hypothesis import given
from layout_strategies import steady, texts

from tui.layout.spaces import PLAIN_SPACES, SPACES, WHITE, not_white, shown_end, spaces_in


@pytest.mark.parametrize(
    ("text", "end", "shown"),
    [("one  ", 5, 3), ("one  ", 2, 2), ("one \n\u3000", 99, 3), (" \n ", 3, 0), ("", 0, 0), ("a\u00a0", 2, 2)],
)
def test_white_space_before_the_end_is_not_shown(text: str, end: int, shown: int) -> None:
    assert shown_end(text, end) == shown


def test_any_length_of_white_space_is_skipped() -> None:
    assert shown_end("one" + " \n" * 10_000, 20_003) == 3


@steady
@given(texts)
def test_the_last_shown_character_is_not_white(text: str) -> None:
    end = shown_end(text, len(text))
    assert text[end:].strip(WHITE) == ""
    assert end == max((match.end() for match in not_white().finditer(text)), default=0)


@pytest.mark.parametrize(
    ("text", "spaces"),
    [
        ("one two\tthree\u00a0é\u2007", PLAIN_SPACES),
        ("one\u3000two", SPACES),
        ("one\u2006two", SPACES),
        ("é" * 100_001, SPACES),
        ("e" * 100_001, PLAIN_SPACES),
    ],
    ids=["plain", "wide", "narrow", "long", "long and ASCII"],
)
def test_a_text_without_rare_spaces_needs_a_short_pattern(text: str, spaces: str) -> None:
    assert spaces_in(text) == spaces
