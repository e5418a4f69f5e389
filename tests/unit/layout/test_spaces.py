"""White space at the end of a text."""

import re

import pytest
from hypothesis import given
from layout_strategies import steady, texts

from tui.layout.spaces import NOT_WHITE, WHITE, shown_end


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
    assert end == max((match.end() for match in re.finditer(NOT_WHITE, text)), default=0)
