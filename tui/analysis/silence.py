"""Runs of accounts that say nothing."""

from collections.abc import Iterable, Iterator


def silent_runs(speaking: Iterable[int], number: int) -> Iterator[range]:
    """Yield the runs of positions below `number` between those that speak.

    `speaking` is sorted: `silent_runs([1], 4)` yields `range(0, 1)` and `range(2, 4)`.
    """
    start = 0
    for position in (*speaking, number):
        if start < position:
            yield range(start, position)
        start = position + 1
