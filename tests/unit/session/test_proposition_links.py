"""Tests of `tui.session.proposition_links`."""

import pytest
from collations import Telling, annotate, codebook, collate

from tui.model import Placed
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
COLLATION = collate(NORTH, SOUTH, NORTH, book=codebook({"radar": "The radar failed", "hurt": "Nobody was hurt"}))
LINKS = PropositionLinks.of(COLLATION)


def partners(position: int, annotation_id: str) -> list[str]:
    annotation = next(each for each in (*NORTH.annotations, *SOUTH.annotations) if each.id == annotation_id)
    return [placed.annotation.id for placed in LINKS.partners(position, annotation)]


def test_partners_are_the_statements_on_the_same_proposition_in_reading_order() -> None:
    assert partners(0, "fifth") == ["first", "third"]
    assert partners(1, "first") == ["fifth"]


def test_a_statement_is_not_its_own_partner() -> None:
    assert partners(0, "first") == ["third"]
    assert partners(2, "third") == ["first"]


def test_a_statement_may_have_no_partner() -> None:
    assert partners(1, "hurt") == []


def test_a_statement_without_a_proposition_has_none() -> None:
    assert partners(0, "loose") == []


def test_a_statement_on_an_unknown_proposition_has_none() -> None:
    assert partners(2, "unknown-proposition") == []


def test_links_know_what_they_were_made_of() -> None:
    assert LINKS.collation is COLLATION


def three() -> list[Placed]:
    text = Telling("a", "one two three", tuple(annotate("claim", word, id=word) for word in ("one", "two", "three")))
    return list(collate(text).accounts[0].placed)


def test_the_first_partner_comes_first() -> None:
    assert next_partner(three(), 5, again=False) == 0


@pytest.mark.parametrize(("cursor", "index"), [(0, 1), (3, 1), (4, 2), (8, 0), (99, 0)])
def test_again_goes_to_the_next_after_the_cursor_and_around(cursor: int, index: int) -> None:
    assert next_partner(three(), cursor, again=True) == index
