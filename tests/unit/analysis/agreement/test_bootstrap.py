"""Intervals by bootstrap."""

from collections.abc import Sequence

from tui.analysis.agreement.bootstrap import MIN_PARTS, bootstrap
from tui.analysis.agreement.coefficients import Coefficient, Undefined


def _mean(parts: Sequence[int]) -> Coefficient:
    return sum(parts) / len(parts)


def test_the_interval_is_where_95_of_100_samples_are() -> None:
    interval = bootstrap([0] * 50 + [1] * 50, _mean)
    assert interval is not None
    # A mean of 100 draws has a standard deviation of .05, and 1.96 of them are .098.
    assert abs(interval.low - 0.402) < 0.02
    assert abs(interval.high - 0.598) < 0.02
    assert bootstrap([0] * 50 + [1] * 50, _mean) == interval


def test_few_parts_have_no_interval() -> None:
    assert bootstrap([0, 1] * (MIN_PARTS // 2), _mean) is None
    assert bootstrap([1] * MIN_PARTS, _mean) == (1, 1, 400)


def test_of_many_parts_some_are_drawn_and_the_interval_is_as_narrow_as_with_all() -> None:
    many = bootstrap([0, 1] * 5000, _mean)
    assert many is not None
    # The standard deviation of a mean of 10,000 draws is .005, however many are drawn.
    assert abs(many.high - 0.5098) < 0.002
    big = bootstrap([0, 1] * 5000, _mean, size=100)
    assert big is not None
    assert abs(big.low - 0.4902) < 0.002


def test_what_is_mostly_undefined_has_no_interval() -> None:
    assert bootstrap([0, 0, 0, 0, 0, 0, 1], lambda parts: 1.0 if sum(parts) > 1 else Undefined.NO_VARIATION) is None
    often = bootstrap([0, 1] * 5, lambda parts: float(sum(parts)) if sum(parts) else Undefined.NO_VARIATION)
    assert often is not None
    assert often.low >= 1
