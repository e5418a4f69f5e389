"""Test the agreement of the open accounts, computed in steps."""

from dataclasses import replace

from collations import annotate, place
from five_annotators import PAIRS, five_annotators

from tui.analysis.agreement.agreement import find_agreement
from tui.model import Annotation, Collation
from tui.session.agreement_steps import AgreementSteps


def with_record(collation: Collation, annotation: Annotation) -> Collation:
    """Return a collation with a record more in its first article."""
    first, *others = collation.accounts
    record = place(annotation, first.article.text, first.article.path)
    return replace(collation, accounts=(replace(first, placed=(*first.placed, record)), *others))


def test_the_places_come_first_then_the_figures_then_each_interval() -> None:
    collation = five_annotators()
    work = AgreementSteps(collation)
    assert not work.contrasts
    steps, everybody = work.steps(()), find_agreement(collation).annotators
    next(steps)
    assert [contrast.annotators for contrast in work.contrasts] == [everybody, *PAIRS]
    assert len(work.places[everybody]) == 5
    assert everybody not in work.figures
    next(steps)
    assert (len(work.figures[everybody]), work.intervals[everybody]) == (9, 0)
    assert len([*steps]) == 9
    assert work.is_complete(everybody)
    assert [*work.places] == [everybody]


def test_only_the_chosen_pair_is_computed_after_its_turn() -> None:
    work = AgreementSteps(five_annotators())
    assert len([*work.steps(("Ada", "Ben"))]) == 1 + 1 + 10
    assert work.is_complete(("Ada", "Ben"))
    assert [*work.places] == [("Ada", "Ben")]
    assert [*work.steps(("Ada", "Ben"))] == [None] * 10


def test_a_pair_that_is_gone_becomes_all() -> None:
    work = AgreementSteps(five_annotators())
    next(work.steps(("Ada", "Zoe")))
    assert [len(annotators) for annotators in work.places] == [5]


def test_what_settles_a_place_changes_no_figure_and_a_mark_does() -> None:
    before = five_annotators()
    work = AgreementSteps(before)
    everybody = find_agreement(before).annotators
    assert len([*work.steps(())]) == 11
    result = annotate("denial", "bbbbbbbbbb", about="p2", id="s", annotator="Mira", resolves=("b1", "b2"))
    settled = work.updated(with_record(before, result))
    assert settled.is_complete(everybody)
    assert [place.settled_by for place in settled.places[everybody]] == [(), ("Mira",), (), (), ()]
    assert [*settled.steps(())] == [None] * 9
    assert settled.updated(before).places == work.places
    mark = annotate("denial", "bbbbbbbbbb", about="p2", id="s", annotator="Mira")
    assert work.updated(with_record(before, mark)).agreement is None


def test_the_place_of_two_is_settled_for_all() -> None:
    work = AgreementSteps(five_annotators())
    next(work.steps(("Ada", "Ben")))
    kinds, proposition, _ = work.places["Ada", "Ben"]
    assert work.unit_of_all(proposition.unit).ids == ("e1", "e2", "e3")
    assert work.unit_of_all(kinds.unit).ids == ("b1", "b2")
