"""Which quotes of one person are compared, and in which order they come."""

from unittest.mock import patch

from collations import Telling, annotate, collate
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui.analysis import quote_pairs
from tui.analysis.people import find_people
from tui.analysis.quote_pairs import find_quote_variants
from tui.analysis.quote_variants import compare_quotes, split_quote
from tui.analysis.statements import Statement, find_all_statements

ONE, OTHER = "we all want peace now", "we all want some peace now"


def statements_of(*quotes: str) -> tuple[Statement, ...]:
    """Return what Ada says in one account after another."""
    tellings = [
        Telling(str(position), quote, (annotate("claim", quote, "Ada", id=str(position)),))
        for position, quote in enumerate(quotes)
    ]
    return tuple(statement for own in find_all_statements(collate(*tellings)) for statement in own)


def test_quotes_of_one_account_are_not_compared() -> None:
    claims = (
        annotate("claim", "we all want peace now", "Ada", id="1"),
        annotate("claim", "we all want some peace now", "Ada", id="2"),
    )
    (ada,) = find_people(collate(Telling("one", "we all want peace now we all want some peace now", claims)))
    assert ada.quote_variants() == ()


words = st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f", "g", "h"]), max_size=14).map(" ".join)


@settings(max_examples=200, derandomize=True, deadline=None)
@given(words, words)
@example("a b c d", "a x b y c z d")
def test_no_pair_that_could_be_variants_is_left_out(left: str, right: str) -> None:
    claims = [annotate("claim", quote, "Ada", id=quote) for quote in (left, right) if quote]
    tellings = [Telling(str(i), a.quote, (a,)) for i, a in enumerate(claims)]
    people = find_people(collate(*tellings))
    variants = [pair for person in people for pair in person.quote_variants()]
    assert bool(variants) == (compare_quotes(split_quote(left), split_quote(right)) is not None)


def test_each_pair_of_wordings_is_compared_once_for_all_accounts_that_have_it() -> None:
    statements = statements_of(ONE, OTHER, ONE, OTHER, ONE)
    with patch.object(quote_pairs, "compare_quotes", wraps=compare_quotes) as compare:
        found = find_quote_variants(statements)
    assert compare.call_count == 2  # once in each direction
    pairs = [(pair.left.reference, pair.right.reference) for pair in found]
    assert pairs == [("A1", "B1"), ("A1", "D1"), ("B1", "C1"), ("B1", "E1"), ("C1", "D1"), ("D1", "E1")]
    assert {(pair.left.words, len(pair.difference.left)) for pair in found} == {(ONE, 0), (OTHER, 1)}


def test_the_most_alike_come_first() -> None:
    found = find_quote_variants(statements_of("a b c d e", "a X b Y c d e", "a b X c d e"))
    assert [(pair.left.reference, pair.right.reference) for pair in found] == [("A1", "C1"), ("A1", "B1"), ("B1", "C1")]
