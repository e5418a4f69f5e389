"""Figures have intervals, numbers of units, and reasons for no value."""

from random import Random

from coded_collations import coded_collation
from five_annotators import five_annotators

from tui.analysis.agreement.agreement import find_agreement
from tui.analysis.agreement.coefficients import Undefined
from tui.analysis.agreement.figures import SHOWN_BY, Compared, Measure


def test_with_units_enough_each_figure_has_an_interval_around_it() -> None:
    whole = find_agreement(coded_collation(Random(3), articles=1, sentences=20)).whole
    assert sum(bool(figure.interval and figure.interval.low < figure.interval.high) for figure in whole.figures) >= 6
    for figure in whole.figures:
        assert not isinstance(figure.value, Undefined)
        if figure.compared is Compared.POINTS:
            assert figure.interval is None
        else:
            assert figure.interval is not None
            assert figure.interval.low <= figure.value <= figure.interval.high


def test_few_units_have_no_interval_and_no_variation_is_said() -> None:
    pair = find_agreement(five_annotators(), ["Ada", "Dora"]).whole
    by_measure = {figure.measure: figure for figure in pair.figures}
    assert by_measure[Measure.SPEAKER_ALPHA].value is Undefined.NO_VARIATION
    assert {figure.interval for figure in pair.figures} == {None}
    assert (by_measure[Measure.EXACT_F1].units, by_measure[Measure.POINT_ALPHA].units) == (2, 43)


def test_what_is_shown_beside_each_measure_is_known() -> None:
    assert set(SHOWN_BY) == set(Measure)
