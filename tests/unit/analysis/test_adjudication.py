"""What a settled disagreement replaces, and what stays."""

from dataclasses import replace
from random import Random

from coded_collations import coded_collation
from collations import Telling, annotate, collate
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.analysis.adjudication import Result, adjudicated, find_results
from tui.analysis.agreement.agreement import find_agreement
from tui.model import Account, Annotation, Collation, Placed, Record

TEXT = "The radar failed. Nobody was hurt. The ferry sank."


def claim(name: str, *resolves: str, by: str = "Mira", kind: str = "claim", quote: str = "radar") -> Annotation:
    return annotate(kind, quote, id=name, annotator=by, resolves=resolves)


def of(*annotations: Annotation) -> Collation:
    return collate(Telling("x", TEXT, annotations))


def shown(collation: Collation) -> set[str]:
    return {placed.annotation.id for account in adjudicated(collation).accounts for placed in account.placed}


def test_a_result_takes_the_place_of_what_it_resolves() -> None:
    records = (claim("a", by="Ada"), claim("b", by="Ben", kind="denial"), claim("agreed", quote="hurt"))
    notes = (annotate("note", id="n", on="a"), annotate("note", id="nn", on="n"), annotate("note", id="m", on="agreed"))
    collation = of(*records, *notes, claim("result", "a", "b", "deleted"))
    assert shown(collation) == {"result", "agreed", "m"}
    assert find_results(collation.accounts[0]) == dict.fromkeys(("a", "b", "deleted"), (Result("result", "Mira"),))
    untouched = of(*records, *notes)
    assert adjudicated(untouched) is untouched


def test_a_later_result_takes_the_place_of_an_earlier_one() -> None:
    collation = of(claim("a"), claim("b"), claim("early", "a", "b", by="Ada"), claim("late", "early"))
    assert shown(collation) == {"late"}
    assert find_results(collation.accounts[0])["a"] == (Result("late", "Mira"),)


def test_results_of_two_people_both_stand() -> None:
    collation = of(claim("a"), claim("one", "a", by="Ada"), claim("two", "a", by="Ben"))
    assert shown(collation) == {"one", "two"}
    assert find_results(collation.accounts[0])["a"] == (Result("one", "Ada"), Result("two", "Ben"))


@settings(max_examples=60)
@given(st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdef"), max_size=3)))
def test_nothing_is_left_out_without_a_result_that_is_shown(resolves: dict[str, list[str]]) -> None:
    collation = of(*(claim(name, *ids) for name, ids in resolves.items()))
    results, left = find_results(collation.accounts[0]), shown(collation)
    assert left == resolves.keys() - results.keys()
    assert {result.id for own in results.values() for result in own} <= left
    assert left or not resolves


def test_figures_are_of_the_originals_and_a_place_is_settled_if_all_its_records_are_resolved() -> None:
    ada, ben = claim("a", by="Ada"), claim("b", by="Ben", kind="denial")
    third = claim("c", by="Cem")
    plain, settled = (find_agreement(of(ada, ben, *more)) for more in ((), (claim("r", "a", "b"),)))
    assert settled.annotators == plain.annotators == ("Ada", "Ben")
    assert settled.whole.figures == plain.whole.figures
    [one] = settled.whole.disagreements
    assert (one.is_open, one.unit.settled_by, one.unit.results) == (False, ("Mira",), (Result("r", "Mira"),))
    assert [each.is_open for each in plain.whole.disagreements] == [True]
    with_third = find_agreement(of(ada, ben, third, claim("r", "a", "b")))
    assert [each.is_open for each in with_third.whole.disagreements] == [True]


def test_if_every_place_is_settled_only_results_and_what_all_agree_on_are_left() -> None:
    for seed in range(6):
        collation = coded_collation(Random(seed), articles=2, sentences=4)
        agreement = find_agreement(collation)
        places = {(one.article, one.unit.ids) for one in agreement.whole.disagreements}
        settled = replace(collation, accounts=tuple(_settled(account, places) for account in collation.accounts))
        again = find_agreement(settled)
        assert (again.whole.open, again.whole.figures) == ((), agreement.whole.figures)
        assert len(again.whole.disagreements) == len(agreement.whole.disagreements)
        resolved = {(article, name) for article, ids in places for name in ids}
        assert _names(adjudicated(settled)) == (_names(settled) - resolved)
        assert len(_names(settled)) == len(_names(collation)) + len(places)


def _settled(account: Account, places: set[tuple[str, tuple[str, ...]]]) -> Account:
    """Return an account with a result for each of its places."""
    own = [ids for article, ids in places if article == account.article.id]
    results = (annotate("claim", id=f"result-{ids[0]}", annotator="Mira", resolves=ids) for ids in own)
    placed = (Placed(Record(result, account.article.path, 1)) for result in results)
    return replace(account, placed=(*account.placed, *placed))


def _names(collation: Collation) -> set[tuple[str, str]]:
    return {(account.article.id, placed.annotation.id) for account in collation.accounts for placed in account.placed}
