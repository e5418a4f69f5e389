"""The propositions of records, found by place."""

import pytest
from collations import Telling, annotate, codebook, collate

from tui.model import Account, Placed, Span
from tui.session.counterparts import Counterpart
from tui.session.recorded_propositions import RecordedPropositions

TEXT = "The ferry was late. The bridge is shut. Nobody knows why."
BOOK = codebook({"late": "The ferry was late", "shut": "The bridge is shut"})
FERRY, BRIDGE = Span(0, 18), Span(20, 38)
RECORDS = (
    annotate("claim", "The ferry was late", "Feld", "late"),
    annotate("claim", "The bridge is shut", "Feld", "shut"),
    annotate("claim", "Nobody knows", "Feld"),
)


def account(*, records: int = 3) -> Account:
    return collate(Telling("courier", TEXT, RECORDS[:records])).accounts[0]


def slugs(recorded: RecordedPropositions, of: Account, *spans: Span) -> list[str]:
    there = Counterpart(of, spans, "", None, 1.0, "", "", is_all_said=True)
    return [each.slug for each in recorded.linked([there], [of], BOOK.propositions)]


def test_propositions_are_in_the_order_of_their_records() -> None:
    recorded, own = RecordedPropositions(), account()
    assert slugs(recorded, own, BRIDGE, FERRY) == ["late", "shut"]
    assert slugs(recorded, own, Span(18, 21)) == ["shut"]
    assert slugs(recorded, own, Span(18, 20), Span(41, 45)) == []


def test_records_are_looked_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    recorded, own = RecordedPropositions(), account()
    assert slugs(recorded, own, FERRY) == ["late"]
    monkeypatch.setattr(Placed, "spans", property(lambda _: pytest.fail("looked through again")))
    assert slugs(recorded, own, BRIDGE) == ["shut"]


def test_what_is_saved_after_that_is_found() -> None:
    recorded = RecordedPropositions()
    assert slugs(recorded, account(records=1), BRIDGE) == []
    assert slugs(recorded, account(), BRIDGE) == ["shut"]
