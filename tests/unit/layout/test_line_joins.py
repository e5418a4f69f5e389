"""Lines of wrapped prose are joined, those of verse and names are not."""

import pytest

from tui.layout.line_joins import joined_lines

PROSE = [
    "The two ministers met on Tuesday and said that",
    "the talks would go on. They gave no date for it",
    "but spoke of a frank exchange, as they put it,",
    "between neighbours.",
]
SONNET = [
    "Shall I compare thee to a summer's day?",
    "Thou art more lovely and more temperate:",
    "Rough winds do shake the darling buds of May,",
    "And summer's lease hath all too short a date;",
]


def test_the_lines_of_prose_go_on() -> None:
    assert joined_lines(PROSE) == [0, 1, 2]


def test_a_short_line_that_ends_a_sentence_ends_a_paragraph() -> None:
    assert joined_lines([*PROSE, *PROSE]) == [0, 1, 2, 4, 5, 6]


def test_a_long_address_among_the_lines_is_no_measure() -> None:
    assert joined_lines([*PROSE[:2], "https://example.org/" + "x" * 100, *PROSE[2:]])[:1] == [0]


@pytest.mark.parametrize(
    "lines",
    [
        SONNET,
        ["Ann Lee", "12 Harbour Street", "London"],
        ["“We will,” said the minister of the northern province.", "“We will not,” said the mayor."],
        [PROSE[0], f"  {PROSE[1]}"],
        ["a line with room for more words, as in a list", "and", "short", "ones", "after", "it"],
        [],
        ["one"],
        ["", " "],
        ["两位部长星期二会面并表示谈判将继续进行他们没有给出日期但谈到了坦率的交流正如他们所说的那样", "没有日期"],
    ],
)
def test_other_lines_stay(lines: list[str]) -> None:
    assert joined_lines(lines) == []


@pytest.mark.parametrize("end", ["  ", "\\"])
def test_a_hard_break_of_markdown_stays(end: str) -> None:
    assert joined_lines([PROSE[0] + end, *PROSE[1:]]) == [1, 2]


def test_scripts_without_capitals_are_joined() -> None:
    lines = ["קיבלנו אתמול הודעה מן השר והוא אמר לנו כי", "השיחות יימשכו בשבוע הבא."]
    assert joined_lines(lines) == [0]
