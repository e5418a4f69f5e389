"""What other accounts say like a suggestion."""

import pytest
from collations import Telling, collate

from tui.analysis.alignment.aligned_drafts import AccountMatch
from tui.attribution.suggestion import draft_suggestions
from tui.session import counterparts
from tui.session.counterparts import Counterparts

COURIER = "Some 400 boxes of the archive got wet, Nora Feld said. The ferry was late, Feld said."
RADIO = "“About 150 boxes got wet,” Paul Beck denied. “Nobody”, he said, “has told us of that.”"
POST = "On the wall stands “The bridge was closed at noon by us”."
GAZETTE = "“The bridge was closed at noon by us,” Paul Beck said."


def found(*tellings: Telling) -> list[list[tuple[str, str, str, str]]]:
    """Return for each draft of the first telling what the others say alike."""
    accounts = collate(*tellings).accounts
    drafts = [(account, draft_suggestions(account.article.text)) for account in accounts]
    compared = Counterparts(drafts)
    return [
        [
            (each.account.siglum, " ".join(each.draft.speaker) if each.draft else "", each.words, each.difference)
            for each in compared.of(accounts[0].article.id, draft)
        ]
        for draft in drafts[0][1]
    ]


def test_the_own_number_is_named_before_that_of_the_other_account() -> None:
    courier, radio = Telling("courier", COURIER), Telling("radio", RADIO)
    beck = ("B", "Paul Beck", "About 150 boxes got wet", "“400 boxes” against “150 boxes”")
    feld = ("B", "Nora Feld", "Some 400 boxes of the archive got wet", "“150 boxes” against “400 boxes”")
    assert found(courier, radio) == [[beck], []]
    assert found(radio, courier)[0] == [feld]


def test_a_quotation_that_is_no_suggestion_there_has_no_speaker() -> None:
    assert found(Telling("gazette", GAZETTE), Telling("post", POST)) == [
        [("B", "", "The bridge was closed at noon by us", "")]
    ]


def test_very_many_drafts_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counterparts, "MOST_DRAFTS", 3)
    assert found(Telling("courier", COURIER), Telling("radio", RADIO)) == [[], []]


def test_what_is_asked_for_at_each_key_is_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    accounts = collate(Telling("courier", COURIER), Telling("radio", RADIO)).accounts
    drafts = [(account, draft_suggestions(account.article.text)) for account in accounts]
    compared = Counterparts(drafts)
    first = compared.of("courier", drafts[0][1][0])
    monkeypatch.setattr(AccountMatch, "is_all_said", lambda *_: pytest.fail("compared again"))
    assert compared.of("courier", drafts[0][1][0]) == first != ()
