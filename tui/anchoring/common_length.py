"""Find how much two texts share."""

from collections.abc import Callable


def common_length(limit: int, is_same: Callable[[int, int], bool]) -> int:
    """Return the greatest length, up to `limit`, that two texts share.

    It is found by halving: `is_same(low, high)` compares the code points from `low` to `high` of both.
    """
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if is_same(low, middle):
            low = middle
        else:
            high = middle - 1
    return low
