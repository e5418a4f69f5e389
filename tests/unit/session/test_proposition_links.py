"""Tests of `tui.session.proposition_links`."""

import pytest
from collations import Telling, annotate, codebook, collate

from tui.analysis.statements import Statement, find_statements
from tui.model import Record
from tui.session.proposition_links import PropositionLinks, next_partner

NORTH = Telling(
    "north",
    "one two three four",
    (
        annotate("claim", "three", "Ada", "radar", id="third"),
        annotate("denial", "one", "Bo", "radar", id="first"),
        annotate("claim", "two", "Bo", "hurt", id="hurt"),
        annotate("note", "four", about="radar", id="note"),
        annotate("claim", "swam ashore", about="radar", id="orphan"),
        annotate("claim", "four", id="loose"),
        annotate("claim", "four", about="radar", on="first", id="reply"),
        annotate("rumour", "three", about="radar", id="unknown-kind"),
        annotate("claim", "four", about="fog", id="unknown-proposition"),
    ),
)
SOUTH = Telling("south", "five", (annotate("claim", "five", "Cy", "radar", id="fifth"),))
BOOK = codebook({"radar": "The radar failed", "hurt": "Nobody was hurt"})
COLLATION = collate(NORTH, SOUTH, NORTH, book=BOOK)
LINKS = PropositionLinks(COLLATION)


def partners(position: int, annotation_id: str) -> list[str]:
    return [statement.annotation.id for statement in LINKS.partners(position, record(annotation_id))]


def record(annotation_id: str) -> Record:
    """Return the record with an id that no other has."""
    found = (account.by_id.get(annotation_id) for account in COLLATION.accounts)
    return next(placed.record for placed in found if placed)


def by_article(slug: str) -> dict[str, list[str]]:
    """Return the ids of the statements on a proposition by article."""
    statements = LINKS.by_article(slug).items()
    return {article: [statement.annotation.id for statement in own] for article, own in statements}


def test_statements_on_a_proposition_have_doubtful_ones_last() -> None:
    assert by_article("radar") == {"north": ["first", "third", "unknown-kind", "orphan"], "south": ["fifth"]}
    assert by_article("") == {"north": [], "south": []}


def test_an_account_may_have_only_doubtful_statements() -> None:
    gone = Telling("gone", "x", (annotate("claim", "swam ashore", about="radar", id="gone"),))
    links = PropositionLinks(collate(NORTH, SOUTH, gone, book=BOOK))
    assert [links.has_only_doubtful(position, "radar") for position in range(3)] == [False, False, True]
    assert not links.has_only_doubtful(2, "hurt")


def test_like_records_of_two_articles_are_partners() -> None:
    alike = [Telling(name, "five", SOUTH.annotations) for name in ("one", "two")]
    collation = collate(*alike, book=BOOK)
    one = collation.accounts[0].placed[0].record
    assert [len(PropositionLinks(collation).partners(position, one)) for position in range(2)] == [0, 1]


def test_what_several_people_mark_is_one_partner_and_not_its_own() -> None:
    ann, bob = (annotate("claim", "five", about="radar", id=name, annotator=name) for name in ("Ann", "Bob"))
    collation = collate(Telling("one", "five", (ann, bob)), SOUTH, book=BOOK)
    links = PropositionLinks(collation)
    fifth = collation.accounts[1].placed[0].record
    (partner,) = links.partners(0, fifth)
    assert [each.annotation.id for each in partner.records] == ["Ann", "Bob"]
    assert links.partners(0, collation.accounts[0].placed[1].record) == ()


def test_partners_are_the_statements_on_the_same_proposition_in_reading_order() -> None:
    assert partners(0, "fifth") == ["first", "third", "unknown-kind"]
    assert partners(1, "first") == ["fifth"]


def test_a_statement_is_not_its_own_partner() -> None:
    assert partners(0, "first") == ["third", "unknown-kind"]
    assert partners(2, "third") == ["first", "unknown-kind"]


def test_a_statement_may_have_no_partner() -> None:
    assert partners(1, "hurt") == []


def test_a_statement_without_a_proposition_has_none() -> None:
    assert partners(0, "loose") == []


def test_a_statement_on_an_unknown_proposition_has_none() -> None:
    assert partners(2, "unknown-proposition") == []


def test_links_know_what_they_were_made_of() -> None:
    assert LINKS.collation is COLLATION


def three() -> list[Statement]:
    text = Telling("a", "one two three", tuple(annotate("claim", word, id=word) for word in ("one", "two", "three")))
    return list(find_statements(collate(text).accounts[0], codebook()))


def test_the_first_partner_comes_first() -> None:
    assert next_partner(three(), 5, again=False) == 0


@pytest.mark.parametrize(("cursor", "index"), [(0, 1), (3, 1), (4, 2), (8, 0), (99, 0)])
def test_again_goes_to_the_next_after_the_cursor_and_around(cursor: int, index: int) -> None:
    assert next_partner(three(), cursor, again=True) == index
