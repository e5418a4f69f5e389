"""Make a sequence of events that fails as short as it gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from events import Event


def shrink(events: Sequence[Event], fails: Callable[[Sequence[Event]], bool], tries: int) -> list[Event]:
    """Return a part of the events that still fails, by delta debugging.

    Source: Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", 2002.
    """
    kept = list(events)
    size = max(1, len(kept) // 2)
    while tries > 0 and kept:
        start = 0
        while start < len(kept) and tries > 0:
            shorter = kept[:start] + kept[start + size :]
            tries -= 1
            if shorter and fails(shorter):
                kept = shorter
            else:
                start += size
        if size == 1:
            break
        size = max(1, size // 2)
    return kept
