"""The propositions that are offered for a statement, and why."""

from tui.analysis.alignment.nearest import Nearest, nearest_propositions
from tui.analysis.alignment.proposition_index import LinkedQuote, build_index
from tui.model import Proposition

BOOK = (
    Proposition("reopens", "The Harbour Bridge reopens in May"),
    Proposition("cost", "The repair of the bridge costs 40 million"),
    Proposition("ferry", "The ferry is too slow"),
    Proposition("mayor", "The mayor resigns"),
    Proposition("toll", "Drivers will pay a toll"),
)


def test_the_nearest_come_first_with_a_reason() -> None:
    found = nearest_propositions("the bridge would be reopened in May", build_index(BOOK))
    assert found[0] == Nearest("reopens", 0.86, "“bridge”, “reopened” and “May” are in its sentence.")
    assert [each.slug for each in found] == ["reopens", "cost"]
    assert found[0].score > found[1].score > 0


def test_a_quote_about_a_proposition_leads_to_it() -> None:
    said = "crossing by boat takes an hour"
    assert nearest_propositions(said, build_index(BOOK)) == ()
    (found,) = nearest_propositions(said, build_index(BOOK, [LinkedQuote("ferry", "an hour by boat is too long")]))
    assert found.slug == "ferry"
    assert found.reason == "“boat” and “hour” are in a quote about it."


def test_three_are_offered_at_most() -> None:
    book = [Proposition(str(number), f"The bridge costs {number}") for number in range(9)]
    assert [each.slug for each in nearest_propositions("the bridge costs 7", build_index(book))] == ["7", "0", "1"]


def test_nothing_is_offered_for_function_words_or_an_empty_codebook() -> None:
    assert nearest_propositions("and then there was this", build_index(BOOK)) == ()
    assert nearest_propositions("the bridge", build_index(())) == ()


def test_common_words_find_no_more_among_many_propositions() -> None:
    book = [Proposition(f"p{number}", f"The bridge of town {number} is closed") for number in range(500)]
    found = nearest_propositions("the bridge of town 321 is closed", build_index(book))
    assert [(each.slug, each.score) for each in found] == [("p321", 1.0)]
