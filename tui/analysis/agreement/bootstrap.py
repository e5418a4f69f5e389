"""Intervals by bootstrap: the parts are drawn again, with replacement."""

from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple, TypeVar

from tui.analysis.agreement.coefficients import Coefficient, Undefined

Part = TypeVar("Part")

MIN_PARTS = 5
"""An interval of fewer would say more of chance than of the annotators."""
_SEED = 1995
_MOST, _LEAST = 1000, 100
_DRAWS = 400_000
"""What is drawn of all parts together, if that leaves `_LEAST` samples."""
_OUTSIDE = 0.025


class Interval(NamedTuple):
    """Between what 95 % of the samples are."""

    low: float
    high: float
    samples: int


def bootstrap(parts: Sequence[Part], coefficient: Callable[[Sequence[Part]], Coefficient]) -> Interval | None:
    """Return the 95 % interval of a coefficient, the same each time: Efron 1979.

    Samples in which it is undefined are left out. Return None if there are too few parts, or if the coefficient is
    undefined in half of the samples.
    """
    if len(parts) < MIN_PARTS:
        return None
    random = Random(_SEED)  # noqa: S311 - not for secrets, and the same numbers each time are wanted
    samples = max(_LEAST, min(_MOST, _DRAWS // len(parts)))
    drawn = [coefficient(random.choices(parts, k=len(parts))) for _ in range(samples)]
    values = sorted(value for value in drawn if not isinstance(value, Undefined))
    if 2 * len(values) <= samples:
        return None
    last = len(values) - 1
    return Interval(values[round(_OUTSIDE * last)], values[round((1 - _OUTSIDE) * last)], samples)
