"""Headings, lists, quotes and tables."""

import pytest

from tui.layout.markdown.block_styles import block_spans


def styled(text: str) -> list[str]:
    return [
        f"{style} {text[start:end]}" for start, end, style in sorted(block_spans(text, 0, len(text))) if end > start
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## A b ##", ["md-mark ##", "md-heading ## A b", "md-mark  ##"]),
        ("#hashtag", []),
        ("A\nb\n===", ["md-heading A\nb", "md-mark ==="]),
        ("A\n\n---", ["md-mark ---"]),
        ("* * *", ["md-mark * * *"]),
        ("> > a\n> b", ["md-mark > > ", "md-mark > "]),
        ("- a\n- [x] b\n  12. c", ["md-mark - ", "md-mark - [x] ", "md-mark 12. "]),
        ("-5 degrees\n2016. was", ["md-mark 2016. "]),
        ("*a\n\nb*", []),
        ("*a\n- b*", ["md-mark - "]),
        ("[1]: https://x.org\n[^1]: a", ["md-mark [1]: https://x.org", "md-mark [^1]:"]),
        (
            "| a | b |\n|:--|--:|\n| c | `d` |",
            [
                *("md-mark |", "md-strong | a | b |", "md-mark |", "md-mark |", "md-mark |:--|--:|"),
                *("md-mark |", "md-mark |", "md-mark `", "md-code d", "md-mark `", "md-mark |"),
            ],
        ),
        ("a | b\nc | d", []),
    ],
)
def test_lines_have_the_styles_of_their_kind(text: str, expected: list[str]) -> None:
    assert styled(text) == expected
