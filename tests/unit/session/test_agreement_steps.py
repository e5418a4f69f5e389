"""Test the agreement of the open accounts, computed in steps."""

from five_annotators import PAIRS, five_annotators

from tui.analysis.agreement.agreement import find_agreement
from tui.session.agreement_steps import AgreementSteps


def test_the_places_come_first_then_the_figures_then_each_interval() -> None:
    collation = five_annotators()
    work = AgreementSteps(collation)
    assert not work.is_known
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
