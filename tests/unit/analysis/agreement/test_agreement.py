"""Agreement of annotators against tables made by hand, and planted faults."""

from itertools import combinations
from random import Random

import pytest
from coded_collations import coded_collation, plant_disagreements
from five_annotators import ALL, MEASURES, PAIRS, ROWS, five_annotators

from tui.analysis.agreement.agreement import Contrast, find_agreement
from tui.analysis.agreement.coefficients import Undefined
from tui.analysis.agreement.figures import Measure
from tui.model import Collation


def _values(contrast: Contrast) -> tuple[float | None, ...]:
    figures = contrast.figures
    return tuple(None if isinstance(figure.value, Undefined) else round(figure.value, 3) for figure in figures)


def test_every_figure_of_every_pair_equals_the_table_made_by_hand() -> None:
    pairs = find_agreement(five_annotators()).pairs
    assert {pair.annotators: _values(pair) for pair in pairs} == PAIRS
    assert {tuple(str(figure.measure) for figure in pair.figures) for pair in pairs} == {MEASURES}


def test_every_figure_and_row_of_all_equals_the_table_made_by_hand() -> None:
    whole = find_agreement(five_annotators()).whole
    measures = [str(figure.measure) for figure in whole.figures]
    units = [figure.units for figure in whole.figures]
    assert dict(zip(measures, zip(_values(whole), units, strict=True), strict=True)) == ALL
    rows = [
        (
            str(one.difference),
            one.article,
            one.unit.place,
            tuple(name for own in one.unit.codings for name in own.ids),
            one.unit.absent,
        )
        for one in whole.disagreements
    ]
    assert rows == list(ROWS)
    assert whole.counts == {"marked": 3, "kind": 2, "span": 1, "speaker": 1, "proposition": 1}
    assert whole.count_for(Measure.EXACT_F1) == 4


def test_who_and_what_is_compared() -> None:
    agreement = find_agreement(five_annotators())
    assert dict(agreement.statements) == {"Ada": 4, "Ben": 4, "Cem": 3, "Dora": 1, "machine:rules": 1}
    assert [article.id for article in agreement.whole.articles] == ["north", "south"]
    assert [(article.id, tuple(article.by_annotator)) for article in agreement.left_out] == [
        ("third", ("Ada",)),
        ("unread", ()),
    ]
    assert [coding.ids for coding in agreement.doubtful] == [("f3",)]


def test_two_annotators_can_be_chosen() -> None:
    agreement = find_agreement(five_annotators(), ["cem", "ÁDA"])
    assert agreement.annotators == ("Ada", "Cem")
    assert agreement.pairs == ()
    assert _values(agreement.whole) == PAIRS["Ada", "Cem"]


def test_all_can_be_said_to_have_read_all() -> None:
    agreement = find_agreement(five_annotators(), ["Ada", "Dora"], all_read=True)
    assert agreement.left_out == ()
    assert [one.unit.absent for one in agreement.whole.disagreements if one.article == "south"] == [("Dora",)]
    # Dora marked one place of four.
    assert _values(agreement.whole)[0] == 0.4


@pytest.mark.parametrize("annotators", [(), ("Ada",)])
def test_one_annotator_or_none_is_compared_with_nobody(annotators: tuple[str, ...]) -> None:
    collation = five_annotators() if annotators else Collation(())
    agreement = find_agreement(collation, annotators)
    assert agreement.annotators == annotators
    assert not agreement.whole.articles
    assert not agreement.whole.disagreements
    assert not agreement.pairs


def test_every_planted_disagreement_is_found_and_no_other() -> None:
    random = Random(7)
    for _ in range(20):
        collation = coded_collation(random, alike=True)
        assert find_agreement(collation).whole.disagreements == ()
        changed, planted = plant_disagreements(collation, random)
        assert planted
        assert _listed(find_agreement(changed).whole) == planted


def _listed(contrast: Contrast) -> set[tuple[str, str, str]]:
    """Return what differs, the article, and the number of the sentence."""
    return {
        (str(one.difference), one.article, one.unit.codings[0].ids[0].split("-")[0]) for one in contrast.disagreements
    }


def test_pairs_and_all_keep_what_each_marked() -> None:
    random = Random(9)
    agreement = find_agreement(coded_collation(random))
    assert [pair.annotators for pair in agreement.pairs] == list(combinations(agreement.annotators, 2))
    for contrast in (agreement.whole, *agreement.pairs):
        marked = [coding for unit in contrast.units for coding in unit.codings]
        assert sorted(marked) == sorted(
            one for article in contrast.articles for own in article.by_annotator.values() for one in own
        )


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_a_thousand_random_workspaces_equal_the_oracle() -> None:
    oracle = pytest.importorskip("krippendorff", reason="the package krippendorff is not installed")
    from agreement_oracle import oracle_values  # noqa: PLC0415 - it needs the oracle

    random = Random(10)
    compared = 0
    for _ in range(1000):
        agreement = find_agreement(coded_collation(random, articles=2, sentences=5))
        for contrast in (agreement.whole, *agreement.pairs):
            values = {str(figure.measure): figure.value for figure in contrast.figures}
            for measure, expected in oracle_values(contrast, oracle).items():
                value = values[measure]
                assert isinstance(value, Undefined) if expected is None else value == pytest.approx(expected, abs=1e-9)
                compared += 1
    print(f"{compared} figures of 1000 workspaces, all equal")
