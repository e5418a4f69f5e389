"""Fenced code."""

import pytest

from tui.layout.markdown.fences import fenced_code


@pytest.mark.parametrize(
    ("text", "fenced"),
    [
        ("a\n```py\nb\n\nc\n```\nd", ["```py\nb\n\nc\n```"]),
        ("~~~\na\n```\n~~~~\n```\nb\n```", ["~~~\na\n```\n~~~~", "```\nb\n```"]),
        ("> ```\n> a\n> ```", ["> ```\n> a\n> ```"]),
        ("```\nnothing closes it\n\nb", []),
        ("```\na\n``` b\n```", ["```\na\n``` b\n```"]),
        ("a ```b``` c\n```d```", []),
        ("", []),
    ],
)
def test_code_is_between_two_fences(text: str, fenced: list[str]) -> None:
    assert [span.of(text) for span in fenced_code(text)] == fenced
