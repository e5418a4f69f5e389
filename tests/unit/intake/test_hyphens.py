"""Words that a line end has cut in two are made whole."""

import pytest

from tui.intake.hyphens import join_cut_words, vocabulary


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["the govern-", "ment"], "the government"),
        (["ein Ministeri-", "um"], "ein Ministerium"),
        (["soft\N{SOFT HYPHEN}", "hyphen"], "softhyphen"),
        (["the 20-", "year plan"], "the 20-year plan"),
        (["self-", "imposed"], "self-imposed"),
        (["Anglo-", "American"], "Anglo-American"),
        (["Ost-", "und Westdeutschland"], "Ost- und Westdeutschland"),
        (["he said -", "and left"], "he said - and left"),
        (["a dash —", "and more"], "a dash — and more"),
        (["see www.a-", "b.org"], "see www.ab.org"),
        (["-", "a"], "- a"),
        (["one", "two"], "one two"),
        (["the end-"], "the end-"),
        ([], ""),
    ],
)
def test_a_word_that_a_line_cuts_is_joined(lines: list[str], joined: str) -> None:
    assert join_cut_words(lines) == joined


@pytest.mark.parametrize(
    ("elsewhere", "joined"),
    [
        ("a long-term plan", "long-term"),
        ("longterm", "longterm"),
        ("the long‐term plan", "long-term"),
        ("", "longterm"),
    ],
)
def test_the_rest_of_the_document_decides_about_the_hyphen(elsewhere: str, joined: str) -> None:
    assert join_cut_words(["long-", "term"], vocabulary([elsewhere])) == joined
