"""Remarks and notes on propositions."""

from dataclasses import replace

from aid_and_talks import aid_and_talks
from collations import Telling, annotate, codebook, collate

from tui.analysis.survey import Survey
from tui.formats.markdown.proposition_section import noted_blocks, proposition_blocks
from tui.model import Codebook, Proposition

NOTE = annotate("note", about="p", id="n", body="Why?")


def test_only_propositions_with_remarks_or_notes_are_listed() -> None:
    records = (annotate("claim", "x", "Ada", "p"), annotate("claim", "y", "Bo", "q"))
    book = codebook({"p": "Pay", "q": "Quit"})
    survey = Survey(collate(Telling("one", "x y", records), book=book, notes=(NOTE,)))
    assert list(proposition_blocks(survey)) == [
        "## Propositions",
        "### Pay",
        "*Told by one account*",
        "Notes on the proposition:",
        "-   **✎ Note**\n\n    Why?",
    ]


def test_without_any_there_is_no_heading() -> None:
    survey = Survey(collate(Telling("one", "x", (annotate("claim", "x"),))))
    assert list(proposition_blocks(survey)) == list(noted_blocks(survey)) == []


def test_what_nobody_speaks_of_has_its_notes_and_of_chosen_records_no_status() -> None:
    assert "*Nobody speaks of it*" in [*proposition_blocks(Survey(aid_and_talks()))]
    assert [*noted_blocks(Survey(aid_and_talks()))][:3] == [
        "## Propositions",
        "### Nobody says this",
        "Notes on the proposition:",
    ]


def test_a_reason_of_several_blocks_is_an_item_of_its_own() -> None:
    told = Telling("one", "x", (annotate("claim", "x", "Ada", "p"),))
    reasons = Proposition("p", "Pay", verdict="true", because="# Two\n\n- *a*\n- b", sources=("s",))
    survey = Survey(collate(told, book=Codebook({"p": reasons})))
    assert list(proposition_blocks(survey))[3:] == [
        "verdict: true · sources: s",
        "-   because:\n\n    # Two\n\n    - *a*\n    - b",
    ]
    plain = replace(reasons, because="*Own*\nnotice.")
    survey = Survey(collate(told, book=Codebook({"p": plain})))
    assert list(proposition_blocks(survey))[3:] == ["verdict: true · because: *Own* notice. · sources: s"]
