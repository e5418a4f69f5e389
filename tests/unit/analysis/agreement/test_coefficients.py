"""Coefficients against the examples of the papers that define them."""

from collections import Counter
from collections.abc import Callable, Mapping

import pytest

from tui.analysis.agreement.coefficients import (
    Coefficient,
    MarkCounts,
    Undefined,
    cohen_kappa,
    fleiss_kappa,
    nominal_alpha,
    share_of_pairs,
    span_f1,
)

COHEN_1960_TABLE_1 = ((25, 13, 12), (12, 2, 16), (3, 15, 2))
COHEN_1960_TABLE_2 = ((88, 14, 18), (10, 40, 10), (2, 6, 12))
FLEISS_1971 = """
00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031
00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006
"""
"""For each of 30 patients how many of six psychiatrists gave each of five diagnoses."""
FOURTEEN_RATERS = "0,0,0,0,14 0,2,6,4,2 0,0,3,5,6 0,3,9,2,0 2,2,8,1,1 7,7,0,0,0 3,2,6,3,0 2,5,3,2,2 6,5,2,1,0 0,2,2,3,7"
"""The example of Wikipedia's article on Fleiss' kappa."""
BINARY_2011 = ("0100000010", "1110010000")
NOMINAL_2011 = ("aabbdcccedda", "babbbccceddd")
MISSING_2011 = ("123321412...", "1233224125.3", ".33323422 51.".replace(" ", ""), "12332441251.")
"""Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, parts A, B and C."""
THREE_CODERS = (".....34121133.3", "1.2133 43.......".replace(" ", ""), "..21344.211 33.4".replace(" ", ""))
"""The example of Wikipedia's article on Krippendorff's alpha."""


def _table(rows: tuple[tuple[int, ...], ...]) -> Mapping[tuple[str, ...], int]:
    return {(str(left), str(right)): number for left, row in enumerate(rows) for right, number in enumerate(row)}


def _counted(rows: list[list[int]]) -> Mapping[tuple[str, ...], int]:
    return Counter(tuple(str(value) for value, number in enumerate(row) for _ in range(number)) for row in rows)


def _coded(*coders: str) -> Mapping[tuple[str, ...], int]:
    units = (tuple(value for value in unit if value != ".") for unit in zip(*coders, strict=True))
    return Counter(unit for unit in units if len(unit) > 1)


@pytest.mark.parametrize(
    ("coefficient", "units", "published"),
    [
        (cohen_kappa, _table(COHEN_1960_TABLE_1), -0.092),
        (cohen_kappa, _table(COHEN_1960_TABLE_2), 0.492),
        (fleiss_kappa, _counted([[*map(int, row)] for row in FLEISS_1971.split()]), 0.430),
        (fleiss_kappa, _counted([[*map(int, row.split(","))] for row in FOURTEEN_RATERS.split()]), 0.210),
        (nominal_alpha, _coded(*BINARY_2011), 0.095),
        (nominal_alpha, _coded(*NOMINAL_2011), 0.692),
        (nominal_alpha, _coded(*MISSING_2011), 0.743),
        (nominal_alpha, _coded(*THREE_CODERS), 0.691),
    ],
)
def test_published_examples(
    coefficient: Callable[[Mapping[tuple[str, ...], int]], Coefficient],
    units: Mapping[tuple[str, ...], int],
    published: float,
) -> None:
    assert round(float(coefficient(units)), 3) == published


@pytest.mark.parametrize("coefficient", [cohen_kappa, fleiss_kappa, nominal_alpha])
def test_without_units_or_variation_a_reason_is_returned(
    coefficient: Callable[[Mapping[tuple[str, ...], int]], Coefficient],
) -> None:
    assert coefficient({}) is Undefined.NO_UNITS
    assert coefficient({("claim", "claim"): 7}) is Undefined.NO_VARIATION
    assert coefficient({("claim", "claim"): 7, ("denial", "denial"): 1}) == 1


def test_the_share_counts_pairs() -> None:
    assert share_of_pairs({("a", "a"): 3, ("a", "b"): 1}) == 0.75
    assert share_of_pairs({("a", "a", "b"): 1, ("b", "b"): 1}) == 0.5
    assert share_of_pairs({}) is Undefined.NO_UNITS


def test_f1_is_twice_the_same_by_all_marks() -> None:
    # Eight and six marks of which five are at the same place, then three people of whom two marked one place.
    assert span_f1({MarkCounts(2, 2, 1): 5, MarkCounts(2, 1): 4}) == 10 / 14
    assert span_f1({MarkCounts(3, 2, 1): 1}) == 0.5
    assert span_f1({}) is Undefined.NO_UNITS
