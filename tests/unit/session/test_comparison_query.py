"""Tests of `tui.session.comparison_query`."""

import pytest
from collations import Telling, annotate, collate
from relations import ROWS, related

from tui.analysis.comparison import Status, compare_accounts
from tui.analysis.row_order import RowOrder
from tui.model import Codebook, Proposition
from tui.session.comparison_query import ComparisonQuery, matching_rows, query_in_words, verdicts_of

COMPARISON = compare_accounts(related())
ARTICLES = ("one", "two", "three")
ALL = {row[0] for row in ROWS if row[4] != "unspoken"}


def slugs(query: ComparisonQuery) -> list[str]:
    return [row.proposition.slug for row in matching_rows(COMPARISON, query)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (ComparisonQuery(), ALL - {"p12", "p13", "p14"}),
        (ComparisonQuery(unfolded=True), ALL),
        (ComparisonQuery(status=Status.DISPUTED), {"p05", "p06", "p07", "p08"}),
        (ComparisonQuery(status=Status.OPEN), {"p15", "p16", "p17", "p18"}),
        (ComparisonQuery(only="one"), {"p06", "p09", "p12", "p16"}),
        (ComparisonQuery(only="three"), {"p11", "p14"}),
        (ComparisonQuery(missing="one"), {"p11", "p13", "p14", "p18"}),
        (ComparisonQuery(only="one", status=Status.OPEN), {"p16"}),
        (ComparisonQuery(missing="two", status=Status.REJECTED), {"p09", "p11"}),
    ],
)
def test_only_the_rows_that_match_all_conditions_are_kept(query: ComparisonQuery, expected: set[str]) -> None:
    assert set(slugs(query)) == expected
    assert len(slugs(query)) == len(expected)
    assert query.active is bool(query.status or query.only or query.missing)


def test_rows_go_through_four_orders() -> None:
    orders = [ComparisonQuery()]
    for _ in range(4):
        orders.append(orders[-1].next_order())
    assert [slugs(query)[:3] for query in orders[:4]] == [
        ["p08", "p05", "p07"],
        ["p08", "p05", "p07"],
        ["p01", "p08", "p10"],
        ["p01", "p02", "p03"],
    ]
    assert orders[4] == orders[0]


def test_what_one_account_tells_is_shown_and_folded_again() -> None:
    shown = ComparisonQuery(RowOrder.SPREAD).toggle_fold()
    assert shown == ComparisonQuery(RowOrder.SPREAD, unfolded=True)
    assert shown.toggle_fold() == ComparisonQuery(RowOrder.SPREAD)
    assert shown.cleared() == shown


def test_to_show_what_one_account_tells_clears_the_conditions() -> None:
    for unfolded in (False, True):
        assert ComparisonQuery(only="one", unfolded=unfolded).toggle_fold() == ComparisonQuery(unfolded=True)


def test_the_same_status_twice_shows_all() -> None:
    disputed = ComparisonQuery().toggle_status(Status.DISPUTED)
    assert disputed.toggle_status(Status.OPEN).status is Status.OPEN
    assert disputed.toggle_status(Status.DISPUTED) == ComparisonQuery()


def test_the_same_account_twice_shows_all() -> None:
    only = ComparisonQuery(missing="two").toggle_only("one")
    assert (only.only, only.missing) == ("one", "")
    assert only.toggle_only("one") == ComparisonQuery()


def test_what_an_account_leaves_out_is_asked_account_by_account() -> None:
    queries = [ComparisonQuery(only="two", status=Status.OPEN)]
    for _ in range(5):
        queries.append(queries[-1].next_missing(ARTICLES))
    assert [query.missing for query in queries] == ["", "one", "two", "three", "", "one"]
    assert {(query.only, query.status) for query in queries[1:]} == {("", Status.OPEN)}


def test_an_account_that_was_closed_counts_as_none() -> None:
    assert ComparisonQuery(missing="gone").next_missing(ARTICLES).missing == "one"


def test_clearing_keeps_the_order() -> None:
    query = ComparisonQuery(RowOrder.SPREAD, Status.OPEN, "one", "two")
    assert query.cleared() == ComparisonQuery(RowOrder.SPREAD)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        (ComparisonQuery(), ""),
        (ComparisonQuery(status=Status.OPEN), "open: 4 of 18"),
        (ComparisonQuery(only="two"), "what only B tells: 4 of 18"),
        (ComparisonQuery(missing="three", status=Status.AGREED), "agreed, what C leaves out: 4 of 18"),
        (ComparisonQuery(only="gone"), "what only ? tells: 4 of 18"),
    ],
)
def test_the_query_is_shown_in_words_with_the_number_of_rows(query: ComparisonQuery, words: str) -> None:
    assert query_in_words(COMPARISON, query, 4) == words


def test_rows_go_through_their_verdicts_then_those_without_one() -> None:
    verdicts = {"p1": "True", "p2": "untrue", "p3": "", "p4": "true"}
    book = Codebook({slug: Proposition(slug, slug, verdict=verdict) for slug, verdict in verdicts.items()})
    records = [annotate("claim", slug, "Ann", slug) for slug in verdicts]
    tellings = [Telling(article, " ".join(verdicts), tuple(records)) for article in ("one", "two")]
    comparison = compare_accounts(collate(*tellings, book=book))
    query, shown = ComparisonQuery(), []
    for _ in range(4):
        query = query.next_verdict(verdicts_of(comparison))
        rows = matching_rows(comparison, query)
        shown.append((query_in_words(comparison, query, len(rows)), {row.proposition.slug for row in rows}))
    assert shown == [
        ("verdict: True: 2 of 4", {"p1", "p4"}),
        ("verdict: untrue: 1 of 4", {"p2"}),
        ("without a verdict: 1 of 4", {"p3"}),
        ("", {"p1", "p2", "p3", "p4"}),
    ]


def test_a_verdict_is_one_condition_of_several() -> None:
    query = ComparisonQuery(status=Status.DISPUTED, verdict="")
    assert query.active
    assert set(slugs(query)) == {"p05", "p06", "p07", "p08"}
    assert slugs(ComparisonQuery(verdict="true")) == []
    assert not ComparisonQuery(verdict="").cleared().active
