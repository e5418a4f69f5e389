"""Records under headings, by article, proposition, speaker or kind."""

import pytest
from aid_and_talks import aid_and_talks
from collations import Telling, annotate, codebook, collate

from tui.analysis.survey import Survey
from tui.formats.markdown.record_groups import GroupBy, proposition_notes, record_sections
from tui.model import Byline, Collation


def headings(collation: Collation, group_by: GroupBy) -> list[str]:
    return [block for block in record_sections(Survey(collation), group_by) if block.startswith("#")]


STRAYS = "### Notes in A on records that are not there"


@pytest.mark.parametrize(
    ("group_by", "expected"),
    [
        (
            GroupBy.ARTICLE,
            [
                *("## A. Aid must come. No talks.", "### In reading order", "### On the whole article", STRAYS),
                *("## B. There is no word.", "### In reading order"),
            ],
        ),
        (
            GroupBy.PROPOSITION,
            [
                *("## By proposition", "### Aid should come", r"### Talks \| took \*place\*", "### Nobody says this"),
                *("### Without a proposition", STRAYS),
            ],
        ),
        (
            GroupBy.SPEAKER,
            [
                *(
                    "## By speaker",
                    "### Lavrov",
                    "### Mevlüt Çavuşoğlu",
                    "### Zarif",
                    "### Own voice, and notes",
                    STRAYS,
                ),
            ],
        ),
        (
            GroupBy.KIND,
            ["## By kind", "### Claim (2)", "### Denial (1)", "### Note (1)", "### No comment (1)", STRAYS],
        ),
    ],
)
def test_each_grouping_has_its_headings(group_by: GroupBy, expected: list[str]) -> None:
    assert headings(aid_and_talks(), group_by) == expected


def test_an_article_without_records_says_so() -> None:
    blocks = list(record_sections(Survey(collate(Telling("one", "x"))), GroupBy.ARTICLE))
    assert blocks == ["## A. x", "file one.txt", "*Nothing is recorded here.*"]


def test_two_propositions_of_the_same_wording_are_two_groups() -> None:
    book = codebook({"p": "Same", "q": "Same"})
    records = (annotate("claim", "x", "Ada", "p"), annotate("claim", "y", "Bo", "q"))
    collation = collate(Telling("one", "x y", records), book=book)
    assert headings(collation, GroupBy.PROPOSITION) == ["## By proposition", "### Same", "### Same"]


def test_an_address_is_a_link_only_if_it_leads_to_the_web() -> None:
    for url, written in (
        ("https://a.b/c?d=1", "<https://a.b/c?d=1>"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("https://a.b/> <script>", r"https\://a.b/> \<script>"),
    ):
        survey = Survey(collate(Telling("one", "x", (), Byline(url=url))))
        assert f"{written} · file one.txt" in record_sections(survey, GroupBy.ARTICLE)


def test_notes_on_a_proposition_come_after_a_line_that_announces_them() -> None:
    announcement, notes = proposition_notes(Survey(aid_and_talks()), "quiet")
    assert announcement == "Notes on the proposition:"
    assert notes == "-   **✎ Note** · Ada\n\n    Odd."
    assert list(proposition_notes(Survey(aid_and_talks()), "aid")) == []
