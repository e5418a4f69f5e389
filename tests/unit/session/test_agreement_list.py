"""Test the list of places at which annotators disagree."""

from dataclasses import replace
from itertools import groupby

import pytest
from collations import Telling, annotate, collate
from five_annotators import ROWS, five_annotators

from tui.analysis.agreement.agreement import find_agreement
from tui.analysis.agreement.disagreements import Difference
from tui.model import Collation, RecordRef, Span
from tui.session.agreement_list import DisagreedPlace, PlaceOrder, PlaceQuery, disagreed_places, matching_places


def listed(collation: Collation) -> tuple[DisagreedPlace, ...]:
    return disagreed_places(find_agreement(collation).whole, collation)


def test_each_place_is_listed_once_with_all_that_differs_there() -> None:
    by_place = groupby(ROWS, key=lambda row: (row[1], row[2], row[3]))
    expected = [(article, span, tuple(row[0] for row in rows)) for (article, span, _), rows in by_place]
    places = listed(five_annotators())
    assert [(place.article, (*place.unit.place,), place.differences) for place in places] == expected
    assert [place.siglum for place in places] == ["A", "A", "A", "B", "B"]
    assert [place.words[0] for place in places] == ["a", "b", "c", "e", "f"]
    assert places[2].ref == RecordRef("north", "c3")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        (PlaceQuery(), "abcef"),
        (PlaceQuery(frozenset({Difference.KIND})), "ab"),
        (PlaceQuery(frozenset({Difference.SPEAKER, Difference.PROPOSITION})), "ae"),
        (PlaceQuery(text="cem SUN"), "ac"),
        (PlaceQuery(text="three."), "f"),
        (PlaceQuery(frozenset({Difference.MARKED}), "Denial"), "b"),
        (PlaceQuery(text="nobody"), ""),
        (PlaceQuery(order=PlaceOrder.MOST), "abcef"),
        (PlaceQuery(order=PlaceOrder.DIFFERENCE), "cfbae"),
    ],
)
def test_a_query_chooses_and_sorts_places(query: PlaceQuery, words: str) -> None:
    collation = five_annotators()
    shown = matching_places(listed(collation), query, collation.codebook)
    assert "".join(place.words[0] for place in shown) == words


def test_a_sort_of_difference_is_chosen_and_left_again() -> None:
    query = PlaceQuery().toggle(Difference.SPAN).next_order()
    assert query.active
    assert query.toggle(Difference.SPAN) == PlaceQuery(order=PlaceOrder.DIFFERENCE)
    assert replace(query, with_settled=True).cleared() == PlaceQuery(order=PlaceOrder.DIFFERENCE, with_settled=True)
    assert query.next_order().next_order().order is PlaceOrder.TEXT


def test_what_others_did_not_mark_is_known_by_code_points() -> None:
    text = "The radar of the ferry failed."
    marked = (("Ada", "The radar of the ferry"), ("Ben", "radar of the ferry failed"))
    records = tuple(annotate("claim", quote, id=name, annotator=name) for name, quote in marked)
    (place,) = listed(collate(Telling("one", text, records)))
    assert place.words == "The radar of the ferry failed"
    assert [place.unshared(coding) for coding in place.unit.codings] == [(Span(0, 4),), (Span(18, 25),)]
    assert [place.words_of(coding) for coding in place.unit.codings] == [quote for _, quote in marked]
