"""The index of propositions by their words."""

from collations import Telling, annotate, codebook, collate

from tui.analysis.alignment.proposition_index import LinkedQuote, build_index, linked_quotes
from tui.analysis.alignment.terms import Term
from tui.model import Proposition


def test_a_word_counts_more_the_rarer_it_is_and_more_as_a_name() -> None:
    book = (Proposition("a", "In Ankara talks begin"), Proposition("b", "The talks in Astana fail"))
    index = build_index(book)
    weights = [index.weight(Term(stem, stem, is_name=False)) for stem in ("talks", "fail", "ankara")]
    assert weights == sorted(weights)
    assert len(set(weights)) == 3
    assert index.weight(Term("paris", "Paris", is_name=True)) > index.weight(Term("paris", "paris", is_name=False))


def test_what_stands_in_brackets_does_not_count() -> None:
    assert build_index([Proposition("a", "The talks [of Ana Ruiz] begin")]).titles == (frozenset({"begin", "talks"}),)


def test_quotes_of_unknown_propositions_do_not_count() -> None:
    index = build_index(
        [Proposition("a", "Talks begin")], [LinkedQuote("gone", "secret"), LinkedQuote("a", "meetings")]
    )
    assert dict(index.postings) == {"talks": (0,), "begin": (0,), "meetin": (0,)}
    assert index.titles == (frozenset({"talks", "begin"}),)


def test_certain_statements_with_a_proposition_are_linked() -> None:
    said = (
        annotate("claim", "Talks began", about="a"),
        annotate("claim", "no such words", about="a"),
        annotate("claim", "They ended"),
        annotate("note", "They ended", about="a"),
    )
    collation = collate(Telling("one", "Talks began. They ended.", said), book=codebook({"a": "Talks begin"}))
    assert linked_quotes(collation) == [LinkedQuote("a", "Talks began")]
