"""Figures that count how often a promise was tested, and broken."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """A line in the report of `scripts/prove.py`."""

    name: str
    """What was tested."""
    runs: int
    lost: int = 0
    """How many of the runs broke the promise."""
    notes: tuple[str, ...] = ()
    """Faults and measurements, one per line."""
    skipped: str = ""
    """Why this machine allows no runs, if it does not."""


Proof = Callable[[bool], Iterable[Figure]]
"""A part's `prove`: it gets whether it may take long, and yields figures."""
