"""Strong, emphasised and deleted words."""

import pytest

from tui.layout.markdown.inline import inline_spans
from tui.layout.markdown.spans import MARK


def styled(text: str) -> list[tuple[str, str]]:
    """Return the styled words of a paragraph with their styles."""
    spans = inline_spans(text, 0, len(text))
    return [(text[start:end], style) for start, end, style in spans if style != MARK]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*a b* c", [("a b", "md-emphasis")]),
        ("**a** and __b__", [("a", "md-strong"), ("b", "md-strong")]),
        ("***a***", [("a", "md-strong"), ("**a**", "md-emphasis")]),
        ("**a *b* c**", [("b", "md-emphasis"), ("a *b* c", "md-strong")]),
        ("~~a~~ ~b~", [("a", "md-deleted")]),
        ("2 * 3 * 4", []),
        ("snake_case_name and *open", []),
        ("_(a)_ b", [("(a)", "md-emphasis")]),
        ("*a _b* c_", [("a _b", "md-emphasis")]),
        ("*a\nb*", [("a\nb", "md-emphasis")]),
        ("「**中**」", [("中", "md-strong")]),
        (r"\*a\* *b*", [("b", "md-emphasis")]),
    ],
)
def test_words_between_paired_marks_are_styled(text: str, expected: list[tuple[str, str]]) -> None:
    assert styled(text) == expected


def test_many_marks_that_nothing_closes_style_nothing() -> None:
    assert styled("*a _b " * 3000) == []
