"""From an article's old text to its new one: the reader's place is kept by the words that stand there. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.anchoring import ChangeKind, anchor, describe, word_changes
from tui.layout.units import sentence_at
from tui.model import Account, AnchorState

Point = tuple[int, int]
"""One place in the old and in the new text."""

LONGEST = 400
"""Code points around an offset that are looked for, at most."""
WIDEST = 40_000
"""Code points between two known places that are compared word by word, at most."""


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Two texts of one article, and how offsets go from the old to the new one."""

    start: int
    """Up to here both texts are the same."""
    old_end: int
    """From here on both texts are the same, in the old text."""
    new_end: int
    """The same in the new text."""
    points: tuple[Point, ...]
    """Offsets whose place in both texts is known, in order; the first and the last are the ends of what differs."""

    def at(self, offset: int) -> int:
        """Return the offset in the new text of what stands at `offset` of the old one, or of what is near it."""
        if offset < self.start:
            return offset
        if offset >= self.old_end:
            return offset - self.old_end + self.new_end
        after = bisect_right(self.points, offset, key=lambda point: point[0])
        old, new = min(self.points[max(0, after - 1) : after + 1], key=lambda point: abs(point[0] - offset))
        return max(self.start, min(new + offset - old, self.new_end))


def map_offsets(before: Account, after: Account, offsets: Iterable[int]) -> OffsetMap:
    """Return how to go from the article's old text to its new one, most precisely at these offsets."""
    old, new = before.article.text, after.article.text
    start = _same_from_the_start(old, new)
    end = _same_from_the_end(old, new, min(len(old), len(new)) - start)
    old_end, new_end = len(old) - end, len(new) - end
    marked = (point for point in _of_annotations(before, after) if start <= point[0] < old_end)
    known = sorted({(start, start), *marked, (old_end, new_end)})
    inside = [offset for offset in offsets if start <= offset < old_end]
    found = (point for offset in inside for point in (_moved(old, new, offset) or _among(old, new, offset, known)))
    return OffsetMap(start, old_end, new_end, tuple(sorted({*known, *found})))


def _of_annotations(before: Account, after: Account) -> Iterable[Point]:
    """Yield where annotations begin in both texts."""
    places = {each.annotation.id: each.span for each in after.placed if each.span}
    for each in before.placed:
        there = places.get(each.annotation.id)
        if each.span and there:
            yield each.span[0], there[0]


def _moved(old: str, new: str, offset: int) -> list[Point]:
    """Return the place of an offset whose sentence stands, word for word and certainly, somewhere in the new text."""
    start, end = sentence_at(old, offset)
    if not start <= offset < end:
        return []
    start, end = max(start, offset - LONGEST // 2), min(end, offset + LONGEST // 2)
    place = anchor(new, describe(old, start, end))
    if place.start is None or place.state is not AnchorState.EXACT:
        return []
    return [(offset, place.start + offset - start)]


def _among(old: str, new: str, offset: int, known: Sequence[Point]) -> list[Point]:
    """Return the place of an offset by the words around it, between the known places before and after it."""
    after = bisect_right(known, offset, key=lambda point: point[0])
    (here, there), (here_end, there_end) = known[after - 1], known[after]
    if max(here_end - here, there_end - there) > WIDEST or there > there_end:
        return []
    for change in word_changes(old[here:here_end], new[there:there_end]):
        if offset < here + len(change.old):
            within = offset - here if change.kind is ChangeKind.KEPT else min(offset - here, len(change.new))
            return [(offset, there + within)]
        here, there = here + len(change.old), there + len(change.new)
    return []


def _same_from_the_start(one: str, other: str) -> int:
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _same_from_the_end(one: str, other: str, most: int) -> int:
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[len(one) - middle : len(one) - low] == other[len(other) - middle : len(other) - low]:
            low = middle
        else:
            high = middle - 1
    return low
