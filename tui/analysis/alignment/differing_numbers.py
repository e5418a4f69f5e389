"""Numbers and days in which two statements on one matter differ."""

from collections import defaultdict
from collections.abc import Iterator
from math import floor, log10
from typing import NamedTuple

from tui.analysis.alignment.quantities import DATE, DAY, Quantity, quantities_in
from tui.layout.guess_language import guess_language


class Difference(NamedTuple):
    """Two quantities of one thing that cannot both be right."""

    left: Quantity
    right: Quantity

    @property
    def reason(self) -> str:
        return f"“{self.left.words}” against “{self.right.words}”"


def differing_numbers(left: str, right: str, *, with_days: bool = False) -> tuple[Difference, ...]:
    """Return in which quantities two statements on one matter differ.

    What one of them counts twice is left out, and so is a number that the other only rounds. Days differ more often
    because each tells another event, so they are compared only `with_days`.
    """
    code = guess_language(f"{left} {right}")[0]
    ours, theirs = (_by_unit(side, code) for side in (left, right))
    return tuple(_differences(ours, theirs, with_days=with_days))


def _by_unit(text: str, code: str) -> dict[str, list[Quantity]]:
    units: defaultdict[str, list[Quantity]] = defaultdict(list)
    for quantity in quantities_in(text, code):
        units[quantity.unit].append(quantity)
    return units


def _differences(
    ours: dict[str, list[Quantity]], theirs: dict[str, list[Quantity]], *, with_days: bool
) -> Iterator[Difference]:
    for unit in ours:
        is_compared = with_days or unit not in (DAY, DATE)
        if is_compared and len(ours[unit]) == len(theirs.get(unit, ())) == 1:
            (one,), (other,) = ours[unit], theirs[unit]
            if not _may_be_equal(one, other):
                yield Difference(one, other)


def _may_be_equal(one: Quantity, other: Quantity) -> bool:
    """Return whether two numbers are equal, or one rounds the other."""
    if one.unit in (DAY, DATE) or one.value == other.value:
        return one.value == other.value
    return any(_rounded(a.value, b.value) == b.value for a, b in ((one, other), (other, one)))


def _rounded(value: float, like: float) -> float:
    """Return a number with as many digits as another has before its zeros.

    `_rounded(397, 400)` is `400`, `_rounded(397, 390)` is `400` too.
    """
    if not value or not like:
        return value
    digits = len(f"{like:.12g}".replace(".", "").strip("0")) if like < 1e12 else 1
    place = digits - 1 - floor(log10(value))
    return round(value, place)
