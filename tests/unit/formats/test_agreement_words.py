"""Words for figures of agreement."""

from five_annotators import five_annotators

from tui.analysis.agreement.agreement import find_agreement
from tui.analysis.agreement.disagreements import Difference
from tui.analysis.agreement.figures import Measure
from tui.formats.agreement_words import (
    DIFFERENCE_LABELS,
    LABELS,
    agreement_heading,
    coding_parts,
    contrast_title,
    figure_basis,
    figure_interval,
    figure_value,
    remarks,
    uncompared,
)
from tui.model import Collation


def test_everything_that_is_measured_has_a_label() -> None:
    assert set(LABELS) == set(Measure)
    assert set(DIFFERENCE_LABELS) == set(Difference)


def test_a_figure_has_a_value_an_interval_and_what_was_compared() -> None:
    agreement = find_agreement(five_annotators())
    by_measure = {figure.measure: figure for figure in agreement.whole.figures}
    exact, kappa = by_measure[Measure.EXACT_F1], by_measure[Measure.FLEISS_KAPPA]
    assert (figure_value(exact), figure_basis(exact)) == ("0.500", "5 marked places")
    low, _, high = figure_interval(exact).split()
    assert float(low) < 0.5 < float(high)
    assert (figure_value(kappa), figure_interval(kappa), figure_basis(kappa)) == ("-0.250", "", "1 place of all")
    undefined = agreement.pairs[2].figures[7]
    assert (figure_value(undefined), figure_interval(undefined)) == ("–", "no variation")


def test_what_is_not_compared_is_said() -> None:
    agreement = find_agreement(five_annotators(), ["Ada", "Cem"])
    assert agreement_heading(agreement) == "Agreement of 2 annotators in 2 articles"
    assert contrast_title(agreement.whole) == "Ada and Cem"
    assert list(uncompared(agreement)) == [
        "Left out: 1 article that none of them read",
        "Left out: third, which only Ada read",
        "Left out: f3 in south by Cem, as its place is not certain",
    ]
    assert list(remarks(agreement)) == ["An interval needs 5 places, and for code points 5 articles."]
    alone = list(uncompared(find_agreement(Collation(()))))
    assert alone == ["Fewer than two annotators have records here, so there is nothing to compare."]


def test_articles_without_two_readers_are_said() -> None:
    collation = five_annotators()
    apart = Collation(collation.accounts[1:3], collation.codebook)
    assert next(uncompared(find_agreement(apart, ["Ada", "Dora"]))).startswith("No article was read by two of them")
    only_one = Collation(collation.accounts[2:], collation.codebook)
    assert next(uncompared(find_agreement(only_one))).startswith("Fewer than two")


def test_what_somebody_chose_is_three_words() -> None:
    codings = [coding for unit in find_agreement(five_annotators()).whole.units for coding in unit.codings]
    chosen = {coding.ids[0]: coding_parts(coding) for coding in codings}
    assert chosen["b2"] == ("denial", "own voice", "p2")
    assert chosen["c3"] == ("claim", "Sun", "no proposition")
