"""Tests of `tui.session.tour`."""

from collections.abc import Iterable

from collations import Telling, annotate, collate

from tui.analysis.statements import Statement, find_statements
from tui.model import RecordRef
from tui.session.tour import EvidenceTour, tour_of

COLLATION = collate(
    Telling("a", "one two", (annotate("claim", "one", id="1"), annotate("claim", "two", id="2"))),
    Telling("b", "three", (annotate("denial", "three", id="1"),)),
)


def all_statements() -> Iterable[Statement]:
    return [each for account in COLLATION.accounts for each in find_statements(account, COLLATION.codebook)]


def test_it_begins_with_the_first_statement() -> None:
    tour = tour_of(all_statements())
    assert tour is not None
    assert tour.place == RecordRef("a", "1")
    assert tour.places == (RecordRef("a", "1"), RecordRef("a", "2"), RecordRef("b", "1"))


def test_without_statements_there_is_no_tour() -> None:
    assert tour_of([]) is None


def test_the_same_tour_again_goes_on_and_around() -> None:
    tour = last = tour_of(all_statements())
    assert tour is not None
    visited = []
    for _ in range(4):
        last = tour.after(last)
        visited.append(last.place)
    assert visited == [RecordRef("a", "2"), RecordRef("b", "1"), RecordRef("a", "1"), RecordRef("a", "2")]


def test_another_tour_begins_at_its_start() -> None:
    tour = EvidenceTour((RecordRef("a", "1"), RecordRef("a", "2")))
    other = EvidenceTour((RecordRef("a", "1"), RecordRef("b", "1")))
    assert tour.after(other) == tour
    assert tour.after(tour) != tour
    assert tour.after(None) == tour
