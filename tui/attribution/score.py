"""A sum of points, as a number between 0 and 1 and with its reasons."""

from math import exp
from typing import NamedTuple

_SCALE = 10


class Score(NamedTuple):
    """A sum of points, and the features that gave them."""

    points: int
    features: tuple[tuple[str, int], ...]

    @property
    def probability(self) -> float:
        """Return the sum as a number between 0 and 1, .5 for no points."""
        return 1 / (1 + exp(-max(-200, min(200, self.points)) / _SCALE))

    @property
    def reasons(self) -> tuple[str, ...]:
        """Return the three features that count most."""
        ranked = sorted(self.features, key=lambda item: -abs(item[1]))
        return tuple(f"{name} ({points:+})" for name, points in ranked[:3] if points)
