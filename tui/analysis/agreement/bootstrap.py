"""Intervals by bootstrap: the parts are drawn again, with replacement."""

from collections.abc import Callable, Sequence
from math import sqrt
from random import Random
from typing import NamedTuple, TypeVar

from tui.analysis.agreement.coefficients import Coefficient, Undefined

Part = TypeVar("Part")

MIN_PARTS = 5
"""An interval of fewer would say more of chance than of the annotators."""
_SEED = 1995
_SAMPLES = 400
_MOST_DRAWN, _LEAST_DRAWN = 400, 10
"""How many parts a sample has at most, and at least if the parts themselves are big."""
_OUTSIDE = 0.025


class Interval(NamedTuple):
    """Between what 95 % of the samples are."""

    low: float
    high: float
    samples: int


def bootstrap(
    parts: Sequence[Part], coefficient: Callable[[Sequence[Part]], Coefficient], *, size: int = 1
) -> Interval | None:
    """Return the 95 % interval of a coefficient (Efron 1979).

    It is the same each time. Of many parts only some are drawn, and the interval is narrowed by the root of their
    share: Bickel, Götze and van Zwet 1997. `size` is what a part costs. Samples in which the coefficient is undefined
    are left out. Return None if there are too few parts, or if it is undefined for all parts or in half of the samples.
    """
    value = coefficient(parts)
    if len(parts) < MIN_PARTS or isinstance(value, Undefined):
        return None
    random = Random(_SEED)  # noqa: S311 - not for secrets, and the same numbers each time are wanted
    drawn = min(len(parts), max(_LEAST_DRAWN, _MOST_DRAWN // size))
    samples = [coefficient(random.choices(parts, k=drawn)) for _ in range(_SAMPLES)]
    values = sorted(sample for sample in samples if not isinstance(sample, Undefined))
    if 2 * len(values) <= _SAMPLES:
        return None
    last, narrowing = len(values) - 1, sqrt(drawn / len(parts))
    low, high = values[round(_OUTSIDE * last)], values[round((1 - _OUTSIDE) * last)]
    return Interval(value + (low - value) * narrowing, value + (high - value) * narrowing, _SAMPLES)
