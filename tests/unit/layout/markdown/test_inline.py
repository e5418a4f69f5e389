"""Links, code, notes and tags inside a paragraph."""

import pytest

from tui.layout.markdown.inline import inline_spans
from tui.layout.markdown.spans import MARK


def parts(text: str) -> tuple[list[str], list[str]]:
    """Return the marks of a paragraph, and its other styled parts."""
    spans = sorted(inline_spans(text, 0, len(text)))
    marks = [text[start:end] for start, end, style in spans if style == MARK]
    return marks, [f"{style} {text[start:end]}" for start, end, style in spans if style != MARK]


@pytest.mark.parametrize(
    ("text", "marks", "styled"),
    [
        ("see [the log](https://x.org/a_(b)_c)", ["[", "](https://x.org/a_(b)_c)"], ["md-link the log"]),
        ('![map](m.png "A map")', ["![", '](m.png "A map")'], ["md-link map"]),
        ("[a][1] [b] [c](d e)", ["[", "][1]"], ["md-link a"]),
        ("[**a**](b)", ["[", "**", "**", "](b)"], ["md-link **a**", "md-strong a"]),
        ("said.[^1]", ["[^1]"], []),
        ("`a *b*` c", ["`", "`"], ["md-code a *b*"]),
        ("``a ` b`` ` c", ["``", "``"], ["md-code a ` b"]),
        ("<https://x.org> <b@x.org>", ["<", ">", "<", ">"], ["md-link https://x.org", "md-link b@x.org"]),
        ("a<br>b <!-- c\nd --> 1 < 2 > 1", ["<br>", "<!-- c\nd -->"], []),
        (r"\[a](b) \`c\`", ["\\", "\\", "\\"], []),
        ("a ] b [ c", [], []),
    ],
)
def test_what_only_formats_is_a_mark(text: str, marks: list[str], styled: list[str]) -> None:
    assert parts(text) == (marks, styled)


def test_offsets_count_from_the_start_of_the_text() -> None:
    assert [*inline_spans("*no* *a*", 5, 8)] == [(5, 6, MARK), (7, 8, MARK), (6, 7, "md-emphasis")]


@pytest.mark.parametrize("part", ["<!--", "`", "[^a", "[", "](", '](a "', "<a@", "*a ", "_", "`` ` ", "![a]("])
def test_a_paragraph_of_openings_is_read_to_its_end(part: str) -> None:
    text = part * (20_000 // len(part))
    assert len([*inline_spans(text, 0, len(text))]) <= len(text)
