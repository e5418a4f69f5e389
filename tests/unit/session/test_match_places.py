"""The matches of accounts and their drafts, found by place."""

from collations import Telling, collate

from tui.analysis.alignment.aligned_drafts import match_accounts
from tui.attribution.suggestion import draft_suggestions
from tui.model import Span
from tui.session.match_places import DraftPlaces, MatchPlaces

TEXT = "“The bridge closed at noon today,” Paul Beck said. “The ferry sank in the old harbour,” Beck said."


def test_what_has_words_of_a_place_is_found_in_order() -> None:
    accounts = collate(Telling("courier", TEXT), Telling("radio", TEXT)).accounts
    drafts = draft_suggestions(TEXT)
    matches = match_accounts([(account, drafts) for account in accounts])
    bridge, ferry = (draft.spans for draft in drafts)
    found = MatchPlaces(matches)
    assert found.at("radio", ferry) == [matches[1]]
    assert found.at("courier", (*ferry, *bridge)) == [*matches]
    assert found.at("post", ferry) == []
    assert DraftPlaces(drafts).at((*ferry, *bridge, Span(1, 5))) == drafts
    assert DraftPlaces(drafts).at([Span(36, 40)]) == []
