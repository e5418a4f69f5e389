"""A quote and its contexts as the codes of words."""

import pytest

from tui.anchoring.quote_query import QuoteQuery, quote_query
from tui.anchoring.word_index import WordIndex
from tui.model import TextSelector

INDEX = WordIndex("one two three four five six seven")


def codes(words: str) -> str:
    return INDEX.encode(words).codes


def test_a_quote_without_context_is_all_of_the_query() -> None:
    assert quote_query(INDEX, TextSelector("three four")) == QuoteQuery(codes("three four"), 0, 2, 0, 0)


def test_the_outermost_words_of_the_contexts_are_left_out() -> None:
    query = quote_query(INDEX, TextSelector("three four", "ne two ", " five si"))
    assert query == QuoteQuery(codes("two three four five"), 1, 3, 0, 0)


def test_the_only_word_of_a_context_stays() -> None:
    query = quote_query(INDEX, TextSelector("three four", "two ", " five"))
    assert query == QuoteQuery(codes("two three four five"), 1, 3, 0, 0)


def test_a_quote_that_begins_and_ends_within_words_says_how_far() -> None:
    query = quote_query(INDEX, TextSelector("ree fo", "two th", "ur five"))
    assert query == QuoteQuery(codes("two three four five"), 1, 3, 2, 2)


@pytest.mark.parametrize("quote", ["", "  ", "\n"])
def test_a_quote_without_a_word_has_no_query(quote: str) -> None:
    assert quote_query(INDEX, TextSelector(quote, "one ", " two")) is None
