"""Tests of `tui.session.article_list`."""

import pytest

from tui.model import Byline
from tui.session.article_list import (
    ArticleOrder,
    SharedPropositions,
    matching_articles,
    moved,
    search_text,
    sigla_of,
    sort_articles,
)
from tui.storage.workspace.catalogue import CatalogueEntry


def entry(key: str, title: str, outlet: str = "", date: str = "", *about: str) -> CatalogueEntry:
    return CatalogueEntry(key, title, Byline(outlet=outlet, date=date), frozenset(about))


ENTRIES = [
    entry("a", "Ferry runs aground", "The North", "2016-12-27", "p", "q"),
    entry("b", "Çavuşoğlu met Lavrov", "Daily Sabah", "2016-12-29", "p"),
    entry("c", "Nothing happened", "The North", "2017-01-02"),
]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", "abc"),
        ("ferry", "a"),
        ("north", "ac"),
        ("2016", "ab"),
        ("north 2017", "c"),
        ("cavusoglu", "b"),
        ("lavrov met", "b"),
        ("agroud ferry", "a"),
        ("Cavusogl lavrv", "b"),
        ("zebra", ""),
        ("zz", ""),
    ],
)
def test_what_is_typed_is_found_also_nearly(typed: str, found: str) -> None:
    fits = matching_articles(typed, {each.id: search_text(each) for each in ENTRIES})
    assert "".join(sorted(fits)) == found


def test_what_fits_best_comes_first() -> None:
    fits = {"a": 80.0, "b": 100.0, "c": 100.0}
    common = SharedPropositions.of([ENTRIES[0]])
    assert [e.id for e in sort_articles(ENTRIES, ArticleOrder.SHARED, common, fits)] == ["b", "c", "a"]
    assert [e.id for e in sort_articles(ENTRIES, ArticleOrder.DATE, common, fits)] == ["c", "b", "a"]


def test_an_open_article_has_in_common_what_the_other_open_ones_tell() -> None:
    common = SharedPropositions.of(ENTRIES[:2])
    assert [common.count(each) for each in ENTRIES] == [1, 1, 0]


def test_every_word_must_be_found() -> None:
    assert matching_articles("north zebra", {"a": search_text(ENTRIES[0])}) == {}


def test_a_typing_error_ranks_below_the_word_itself() -> None:
    scores = matching_articles("ferry", {"a": "ferry runs aground", "b": "fery runs aground"})
    assert scores["a"] == 100
    assert 75 <= scores["b"] < 100


@pytest.mark.parametrize("word", ["20161", "fer"])
def test_numbers_and_short_words_must_match_as_they_are(word: str) -> None:
    assert matching_articles(word, {"a": "2016 frey"}) == {}


def test_articles_are_sorted_by_title_without_regard_to_case_and_accents() -> None:
    entries = [entry("a", "Zebra"), entry("b", "öl"), entry("c", "Paris"), entry("d", "paris")]
    fits = dict.fromkeys("abcd", 100.0)
    found = sort_articles(entries, ArticleOrder.TITLE, SharedPropositions.of([]), fits)
    assert [each.id for each in found] == ["b", "c", "d", "a"]


def test_outlets_are_sorted_and_articles_without_one_come_last() -> None:
    entries = [entry("a", "A"), entry("b", "Z", "The West"), entry("c", "Y", "the east"), entry("d", "B", "The West")]
    found = sort_articles(entries, ArticleOrder.OUTLET, SharedPropositions.of([]), dict.fromkeys("abcd", 100.0))
    assert [each.id for each in found] == ["c", "d", "b", "a"]


def test_opened_articles_are_sorted_like_their_panes() -> None:
    entries = [entry("a", "A"), entry("b", "B"), entry("c", "C")]
    opened = SharedPropositions.of([entries[2], entries[1]])
    found = sort_articles(entries, ArticleOrder.OPENED, opened, dict.fromkeys("abc", 100.0))
    assert [each.id for each in found] == ["c", "b", "a"]


@pytest.mark.parametrize(
    ("article", "by", "order"),
    [("c", -1, "acb"), ("a", 1, "bac"), ("a", -1, "abc"), ("c", 1, "abc"), ("b", -9, "bac")],
)
def test_a_chosen_article_moves_among_the_others(article: str, by: int, order: str) -> None:
    assert moved("abc", article, by) == list(order)


def test_open_articles_come_first_then_those_that_share_most() -> None:
    entries = [entry("z", "Z", "", "", "p"), entry("x", "X", "", "", "p", "q"), entry("y", "Y", "", "", "p", "q")]
    common = SharedPropositions.of([entries[0], entry("open", "", "", "", "q")])
    found = sort_articles(entries, ArticleOrder.SHARED, common, dict.fromkeys("xyz", 100.0))
    assert [each.id for each in found] == ["z", "x", "y"]


def test_the_orders_follow_each_other_around() -> None:
    orders = [ArticleOrder.SHARED]
    for _ in range(5):
        orders.append(orders[-1].next())
    assert [order.name for order in orders] == ["SHARED", "DATE", "TITLE", "OUTLET", "OPENED", "SHARED"]


def test_an_article_that_is_chosen_twice_has_two_sigla() -> None:
    assert sigla_of("a", ["a", "b", "a"]) == "A C"
    assert sigla_of("x", ["a", "b", "a"]) == ""
