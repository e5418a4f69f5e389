"""Runs of accounts that say nothing."""

from collections.abc import Iterable, Iterator


def silent_runs(speaking: Iterable[int], number: int) -> Iterator[range]:
    """Yield the runs of positions below `number` between those that speak.

    `speaking` is sorted: `silent_runs([1], 5)` yields `range(0, 1)` and `range(2, 5)`. Two neighbours are two runs,
    because `A, B` is read more easily than `A–B`.
    """
    start = 0
    for position in (*speaking, number):
        if position - start == 2:
            yield range(start, start + 1)
            start += 1
        if start < position:
            yield range(start, position)
        start = position + 1
