"""What a proof finds: how often a promise was put to the test, and how often it was broken."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One line of the report of `scripts/prove.py`."""

    name: str
    """What was tried, in words."""
    runs: int
    lost: int = 0
    """How many of the runs broke the promise."""
    notes: tuple[str, ...] = ()
    """What broke, or a measure, a line each."""
    skipped: str = ""
    """Why it cannot be tried on this machine; then there are no runs."""


Proof = Callable[[bool], Iterable[Figure]]
"""A part's `prove`: told whether it may take long, it gives its figures."""
