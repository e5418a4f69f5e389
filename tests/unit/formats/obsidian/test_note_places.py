"""The targets of links, and links to them."""

from aid_and_talks import aid_and_talks

from tui.analysis.survey import Survey
from tui.formats.obsidian.note_places import find_places, note_link


def test_links_lead_to_notes_or_to_blocks_of_one_note() -> None:
    survey = Survey(aid_and_talks())
    first, second, *_ = survey.statements[0]
    places = find_places(survey, in_folder=True)
    assert places.article(survey.accounts[0]).startswith("[[articles/A Aid must come. No talks|A Aid must")
    assert places.proposition_links["aid"] == "[[propositions/aid|Aid should come]]"
    assert places.speaker("Mevlüt Çavuşoğlu", "Cavusoglu") == "[[speakers/Mevlüt Çavuşoğlu|Cavusoglu]]"
    assert places.blocks["one"][:2] == ["r-a", "r-b"]
    assert places.record(first) == "[[articles/A Aid must come. No talks#^r-a|A1]] ▸ Claim"
    assert places.record(second) == "[[articles/A Aid must come. No talks#^r-b|A2]] ✗ Denial"
    inside = find_places(survey, in_folder=False)
    assert inside.record(first) == "[[#^r-a|A1]] ▸ Claim"
    assert inside.speaker("Zarif", "Zarif") == "[[#^s-Zarif|Zarif]]"
    assert {*inside.propositions} == {"aid", "talks", "quiet"}


def test_the_text_of_a_link_does_not_end_it() -> None:
    assert note_link("a", "x]] | <b> `y`\n\\z %%") == "[[a|x)) ¦ ‹b› 'y' ⧵z ﹪﹪]]"
