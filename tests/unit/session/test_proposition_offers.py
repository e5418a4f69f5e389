"""The propositions that are offered for a suggestion."""

import pytest

from tui.attribution.suggestion import draft_suggestions
from tui.model import Workspace
from tui.session.proposition_offers import PropositionOffer, PropositionOffers
from tui.session.session import Session
from tui.storage.workspace.plain_loader import plain_loader


@pytest.fixture
def offers(ferry: Workspace) -> PropositionOffers:
    session = Session(plain_loader(ferry), "Mira")
    session.open(("north", "south"))
    return PropositionOffers(session.collation)


def offered(offers: PropositionOffers, text: str) -> list[tuple[str, bool]]:
    """Return the slugs that are offered for the first draft of a text."""
    (draft,) = draft_suggestions(text)
    return [(offer.proposition.slug if offer.proposition else "", offer.is_new) for offer in offers.of(draft, text)]


def test_a_near_proposition_comes_before_a_new_one_and_none_is_last(offers: PropositionOffers) -> None:
    listed = offered(offers, "Ada Holm denied that the radar of the Aurora failed.")
    assert listed[:2] == [("radar-failed", False), ("radar-aurora-failed", True)]
    assert listed[-1] == ("", False)


def test_a_far_proposition_comes_after_a_new_one(offers: PropositionOffers) -> None:
    listed = offered(offers, "Ada Holm said that the radar was bought in spring for a lot of money.")
    assert listed[0][1]
    assert ("radar-failed", False) in listed[1:]


def test_a_new_one_says_which_number_contradicts_a_known_one(ferry: Workspace) -> None:
    book = ferry.codebook.read_text()
    boxes = "  boxes: Some 400 boxes of the archive got wet\n  radar-failed:"
    ferry.codebook.write_text(book.replace("  radar-failed:", boxes, 1))
    text = "Ada Holm said that 150 boxes of the archive got wet."
    (draft,) = draft_suggestions(text)
    session = Session(plain_loader(ferry), "Mira")
    session.open(("north", "south"))
    new, near, none = PropositionOffers(session.collation).of(draft, text)
    contradiction = "Contradicts “Some 400 boxes of the archive got wet”: “150 boxes” against “400 boxes”."
    assert (new.is_new, new.reason, new.proposition and new.proposition.contradicts) == (
        True,
        contradiction,
        ("boxes",),
    )
    assert (near.is_new, none) == (False, PropositionOffer())


def test_a_few_words_are_about_nothing_until_a_proposition_is_asked_for(offers: PropositionOffers) -> None:
    (draft,) = draft_suggestions("Ada Holm denied it.")
    assert offers.of(draft, "Ada Holm denied it.") == (PropositionOffer(),)
    assert offered(offers, "Ada Holm denied the inquiry.") == [("", False), ("inquiry", False)]
