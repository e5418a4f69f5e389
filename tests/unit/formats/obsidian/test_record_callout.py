"""A record as a callout."""

from aid_and_talks import BOOK, aid_and_talks

from tui.analysis.survey import Survey
from tui.formats.obsidian.note_places import find_places
from tui.formats.obsidian.record_callout import callout_type, record_callout


def callouts() -> dict[str, str]:
    survey = Survey(aid_and_talks())
    places = find_places(survey, in_folder=True)
    return {record.reference: record_callout(record, BOOK, places) for record in survey.all_records()}


def test_a_callout_has_speakers_proposition_quote_tags_and_its_block() -> None:
    assert callouts()["A1"] == (
        "> [!claim] **A1** ▸ Claim · [[speakers/Mevlüt Çavuşoğlu|Cavusoglu]] and [[speakers/Lavrov|Lavrov]] · “said”\n"
        ">\n> Asserts: [[propositions/aid|Aid should come]]\n>\n> > Aid must come\n>\n> #x #y\n\n^r-a"
    )


def test_notes_are_callouts_inside_and_a_body_stays_inside_too() -> None:
    callout = callouts()["A2"]
    assert "\n> ```\n> open\n> ```\n>\n> > [!note] ✎ Note\n> >\n> > # Hm\n> >\n> > — Ada, 3 May 2026\n" in callout
    assert all(line.startswith(">") for line in callout.splitlines()[:-2])
    assert "*The quote is not in today's text.*" in callouts()["B2"]


def test_the_type_is_the_kind_in_letters_that_a_callout_can_have() -> None:
    assert [*map(callout_type, ("no-comment", "A b]", "意见"))] == ["no-comment", "a-b", "quote"]
