"""The speakers: statements, contradictions and quote variants."""

from dataclasses import replace
from types import MappingProxyType

from collations import NO_COMMENT, Telling, annotate, codebook, collate

from tui.analysis.people import Person, find_people
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


def person_named(name: str) -> Person:
    return next(person for person in find_people(sample()) if name in (person.name, *person.variants))


def test_a_speaker_is_one_person_whatever_the_variant_of_the_name() -> None:
    assert [(p.name, p.variants, len(p.statements)) for p in find_people(sample())] == [
        ("Lavrov", ("Lavrov",), 4),
        ("Mevlüt Çavuşoğlu", ("Cavusoglu", "Mevlut Cavusoglu"), 2),
        ("Zarif", ("Zarif",), 1),
    ]
    assert person_named("Cavusoglu").name == "Mevlüt Çavuşoğlu"


def test_statements_are_counted_by_kind_and_account() -> None:
    lavrov = person_named("Lavrov")
    assert [s.reference for s in lavrov.statements] == ["A1", "A2", "A3", "B3"]
    assert {kind.name: n for kind, n in lavrov.by_kind} == {"agreement": 1, "denial": 1, "claim": 1, "no-comment": 1}
    assert dict(lavrov.by_account) == {"one": 3, "two": 1}


def test_a_person_who_carries_and_rejects_a_proposition_contradicts_themselves() -> None:
    (contradiction,) = person_named("Lavrov").contradictions
    assert contradiction.about == "talks"
    assert [s.annotation.id for s in contradiction.carrying] == ["a3"]
    assert [s.annotation.id for s in contradiction.rejecting] == ["a2"]
    assert person_named("Zarif").contradictions == ()


def test_quote_variants_show_the_words_that_differ() -> None:
    (pair,) = person_named("Mevlüt Çavuşoğlu").quote_variants()
    left, right = pair.left.annotation.quote, pair.right.annotation.quote
    assert [s.account.siglum for s in (pair.left, pair.right)] == ["A", "B"]
    assert [left[slice(*span)] for span in pair.difference.left] == []
    assert [right[slice(*span)] for span in pair.difference.right] == ["had", "the"]
    assert person_named("Lavrov").quote_variants() == ()


def test_who_carries_two_propositions_that_contradict_each_other_contradicts_herself() -> None:
    book = codebook({"open": "The port is open", "closed": "The port is closed"})
    closed = replace(book.propositions["closed"], contradicts=("open",))
    book = replace(book, propositions=MappingProxyType({**book.propositions, "closed": closed}))
    claims = (annotate("claim", "x", "Ada", "open"), annotate("claim", "y", "Ada", "closed"))
    (ada,) = find_people(collate(Telling("one", "x y", claims), book=book))
    found = [(each.about, each.carrying[0].about, each.rejecting[0].about) for each in ada.contradictions]
    assert found == [("open", "open", "closed"), ("closed", "closed", "open")]
