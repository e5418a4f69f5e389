import pytest
from collations import NO_COMMENT, Telling, annotate, codebook, collate
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui.analysis.people import Person, find_people
from tui.analysis.quote_variants import compare_quotes, split_quote
from tui.model import Collation

BOOK = codebook(
    {"aid": "Aid should come", "talks": "Talks took place"},
    speakers={"Mevlüt Çavuşoğlu": ("Mevlut Cavusoglu", "Cavusoglu")},
)
ONE = "We agreed on lifting sanctions and on more. No talks were held. Talks were held. Hm."
TWO = "We had agreed on lifting the sanctions. Aid must come. Nobody was in the room then."


def sample() -> Collation:
    first = (
        annotate("agreement", "We agreed on lifting sanctions and on more", ["Cavusoglu", "Lavrov"], "aid", id="a1"),
        annotate("denial", "No talks were held", "Lavrov", "talks", id="a2"),
        annotate("claim", "Talks were held", "Lavrov", "talks", id="a3"),
        annotate("note", "Hm", "Lavrov", "talks", id="a4"),
    )
    second = (
        annotate("agreement", "We had agreed on lifting the sanctions", "Mevlut Cavusoglu", "aid", id="b1"),
        annotate("claim", "Aid must come", "Zarif", "aid", id="b2"),
        annotate(NO_COMMENT.name, "Nobody was in the room then", "Lavrov", "talks", id="b3"),
    )
    return collate(Telling("one", ONE, first), Telling("two", TWO, second), book=BOOK)


def who(name: str) -> Person:
    return next(person for person in find_people(sample()) if name in (person.name, *person.variants))


def test_everybody_is_there_once_under_one_name() -> None:
    assert [(p.name, p.variants, len(p.statements)) for p in find_people(sample())] == [
        ("Lavrov", ("Lavrov",), 4),
        ("Mevlüt Çavuşoğlu", ("Cavusoglu", "Mevlut Cavusoglu"), 2),
        ("Zarif", ("Zarif",), 1),
    ]
    assert who("Cavusoglu").name == "Mevlüt Çavuşoğlu"


def test_statements_are_counted_by_kind_and_account() -> None:
    lavrov = who("Lavrov")
    assert [s.reference for s in lavrov.statements] == ["A1", "A2", "A3", "B3"]
    assert {kind.name: n for kind, n in lavrov.by_kind} == {"agreement": 1, "denial": 1, "claim": 1, "no-comment": 1}
    assert dict(lavrov.by_account) == {"one": 3, "two": 1}


def test_who_asserts_and_rejects_the_same_contradicts_themselves() -> None:
    (found,) = who("Lavrov").contradictions
    assert found.about == "talks"
    assert [s.annotation.id for s in found.carrying] == ["a3"]
    assert [s.annotation.id for s in found.rejecting] == ["a2"]
    assert who("Zarif").contradictions == ()


def test_one_saying_in_two_wordings_is_found_with_the_words_that_differ() -> None:
    (found,) = who("Mevlüt Çavuşoğlu").quote_variants()
    left, right = found.left.annotation.quote, found.right.annotation.quote
    assert [s.account.siglum for s in (found.left, found.right)] == ["A", "B"]
    assert [left[slice(*span)] for span in found.difference.left] == []
    assert [right[slice(*span)] for span in found.difference.right] == ["had", "the"]
    assert who("Lavrov").quote_variants() == ()


def test_the_same_account_is_not_compared_with_itself() -> None:
    said = (
        annotate("claim", "we all want peace now", "Ada", id="1"),
        annotate("claim", "we all want some peace now", "Ada", id="2"),
    )
    (ada,) = find_people(collate(Telling("one", "we all want peace now we all want some peace now", said)))
    assert ada.quote_variants() == ()


@pytest.mark.parametrize(
    ("left", "right", "marked"),
    [
        ("we will build our cooperation", "We will build their cooperation", (["our"], ["their"])),
        ("a b c d e f g", "a b c X Y d e f g", ([], ["X Y"])),
        ("so it was: a b c d e", "a b X c d e and then some", ([], ["X"])),
        ("a b c d e", "A, b; c — “d” é", None),
        ("a b c", "a X b c", None),
        ("a 1 b 2 c 3 d", "a 4 b 5 c 6 d", None),
        ("the talks were held in Ankara", "aid should reach the people of Syria", None),
        ("", "", None),
    ],
)
def test_two_quotes_are_one_saying_or_two(left: str, right: str, marked: tuple[list[str], list[str]] | None) -> None:
    found = compare_quotes(split_quote(left), split_quote(right))
    assert (found is not None) == (marked is not None)
    if found and marked:
        assert [left[slice(*span)] for span in found.left] == marked[0]
        assert [right[slice(*span)] for span in found.right] == marked[1]


words = st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f", "g", "h"]), max_size=14).map(" ".join)


@settings(max_examples=200, derandomize=True, deadline=None)
@given(words, words)
@example("a b c d", "a x b y c z d")
def test_the_pairs_compared_are_all_that_can_count(left: str, right: str) -> None:
    said = [annotate("claim", quote, "Ada", id=quote) for quote in (left, right) if quote]
    tellings = [Telling(str(i), a.quote, (a,)) for i, a in enumerate(said)]
    everybody = find_people(collate(*tellings))
    found = [pair for person in everybody for pair in person.quote_variants()]
    assert bool(found) == (compare_quotes(split_quote(left), split_quote(right)) is not None)
