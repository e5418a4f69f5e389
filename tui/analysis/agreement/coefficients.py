"""Coefficients of agreement over units, with the papers that define them.

Each takes counts of equal units, and returns why it is undefined if it is.
"""

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple


class Undefined(StrEnum):
    """Why a coefficient has no value."""

    NO_UNITS = "nothing compared"
    NO_VARIATION = "no variation"
    """All chose the same, so that chance alone would agree as well."""


Values = tuple[str, ...]
"""What each of those who marked a unit chose, in the order of the annotators."""
Coefficient = float | Undefined


class MarkCounts(NamedTuple):
    """How many pairs of those who read a place marked it."""

    readers: int
    marks: int
    same_pairs: int = 0
    """The pairs of marks that count as the same."""


def span_f1(units: Mapping[MarkCounts, int]) -> Coefficient:
    """Return the F1 score of spans: Hripcsak and Rothschild 2005.

    With two annotators it is 2 · same / (marks of one + marks of the other). With more, all pairs of annotators count
    together, which is the positive specific agreement.
    """
    same = sum(2 * unit.same_pairs * number for unit, number in units.items())
    marked = sum(unit.marks * (unit.readers - 1) * number for unit, number in units.items())
    return same / marked if marked else Undefined.NO_UNITS


def cohen_kappa(units: Mapping[Values, int]) -> Coefficient:
    """Return the kappa of two annotators: Cohen 1960."""
    total = sum(units.values())
    if not total:
        return Undefined.NO_UNITS
    left: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for (one, other), number in units.items():
        left[one] += number
        right[other] += number
    agreed = sum(number for (one, other), number in units.items() if one == other)
    # In whole numbers, so that no rounding hides that chance is 1.
    by_chance = sum(number * right[value] for value, number in left.items())
    if by_chance == total * total:
        return Undefined.NO_VARIATION
    return (total * agreed - by_chance) / (total * total - by_chance)


def fleiss_kappa(units: Mapping[Values, int]) -> Coefficient:
    """Return the kappa of several annotators, all of each unit: Fleiss 1971."""
    total = sum(units.values())
    if not total:
        return Undefined.NO_UNITS
    raters = len(next(iter(units)))
    agreed = sum(_same_pairs(values) * number for values, number in units.items()) / (total * raters * (raters - 1))
    values_total = total * raters
    totals = _totals(units)
    if len(totals) == 1:
        return Undefined.NO_VARIATION
    by_chance = sum(number * number for number in totals.values()) / values_total**2
    return (agreed - by_chance) / (1 - by_chance)


def nominal_alpha(units: Mapping[Values, int]) -> Coefficient:
    """Return the nominal alpha: Krippendorff 2011.

    Units may have different numbers of annotators, but each at least two.
    """
    totals = _totals(units)
    values_total = sum(totals.values())
    if not values_total:
        return Undefined.NO_UNITS
    if len(totals) == 1:
        return Undefined.NO_VARIATION
    differing = sum(_differing_pairs(values) / (len(values) - 1) * number for values, number in units.items())
    by_chance = values_total * values_total - sum(number * number for number in totals.values())
    return 1 - (values_total - 1) * differing / by_chance


def share_of_pairs(units: Mapping[Values, int]) -> Coefficient:
    """Return the share of pairs of annotators of one unit that agree."""
    pairs = sum(len(values) * (len(values) - 1) * number for values, number in units.items())
    same = sum(_same_pairs(values) * number for values, number in units.items())
    return same / pairs if pairs else Undefined.NO_UNITS


def _totals(units: Mapping[Values, int]) -> Counter[str]:
    totals: Counter[str] = Counter()
    for values, number in units.items():
        for value in values:
            totals[value] += number
    return totals


@lru_cache(maxsize=4096)
def _same_pairs(values: Values) -> int:
    """Return the number of ordered pairs of equal values."""
    return sum(number * (number - 1) for number in Counter(values).values())


def _differing_pairs(values: Values) -> int:
    return len(values) * (len(values) - 1) - _same_pairs(values)
