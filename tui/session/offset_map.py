"""Map offsets in an article's old text to its new text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.anchoring import ChangeKind, anchor, describe, word_changes
from tui.anchoring.common_length import common_length
from tui.layout.units import sentence_at
from tui.model import Account, AnchorState

Point = tuple[int, int]
"""The offset of the same place in the old and in the new text."""

MAX_QUOTE = 400
"""Code points around an offset that are searched for in the new text."""
MAX_GAP = 40_000
"""Code points between two known points that are compared word by word."""


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Maps offsets of the old text to the new one, in code points."""

    start: int
    """Before it both texts are the same."""
    old_end: int
    """From it both texts are the same, as an offset in the old text."""
    new_end: int
    """The same place in the new text."""
    points: tuple[Point, ...]
    """Known points, sorted; the first and the last enclose what differs."""

    def at(self, offset: int) -> int:
        """Return the offset in the new text of what was at `offset`.

        If it is gone, return an offset near it. If "Fog. " was added at the start, `at(10)` is 15.
        """
        if offset < self.start:
            return offset
        if offset >= self.old_end:
            return offset - self.old_end + self.new_end
        after = bisect_right(self.points, offset, key=lambda point: point[0])
        old, new = min(self.points[max(0, after - 1) : after + 1], key=lambda point: abs(point[0] - offset))
        return max(self.start, min(new + offset - old, self.new_end))


def map_offsets(before: Account, after: Account, offsets: Iterable[int]) -> OffsetMap:
    """Return the map between two texts of an article.

    It is most precise at `offsets`, which are code points in the old text.
    """
    old, new = before.article.text, after.article.text
    shorter, old_end, new_end = min(len(old), len(new)), len(old), len(new)
    start = common_length(shorter, lambda low, high: old[low:high] == new[low:high])
    tail = common_length(
        shorter - start,
        lambda low, high: old[old_end - high : old_end - low] == new[new_end - high : new_end - low],
    )
    old_end, new_end = old_end - tail, new_end - tail
    annotated = (point for point in _annotation_starts(before, after) if start <= point[0] < old_end)
    known = sorted({(start, start), *annotated, (old_end, new_end)})
    points = set(known)
    for offset in offsets:
        if start <= offset < old_end:
            points.update(_by_sentence(old, new, offset) or _by_changes(old, new, offset, known))
    return OffsetMap(start, old_end, new_end, tuple(sorted(points)))


def _annotation_starts(before: Account, after: Account) -> Iterable[Point]:
    spans = {placed.annotation.id: placed.span for placed in after.placed if placed.span}
    for placed in before.placed:
        new = spans.get(placed.annotation.id)
        if placed.span and new:
            yield placed.span.start, new.start


def _by_sentence(old: str, new: str, offset: int) -> list[Point]:
    """Return the point of an offset if its sentence has an exact anchor."""
    start, end = sentence_at(old, offset)
    if not start <= offset < end:
        return []
    start, end = max(start, offset - MAX_QUOTE // 2), min(end, offset + MAX_QUOTE // 2)
    place = anchor(new, describe(old, start, end))
    if place.start is None or place.state is not AnchorState.EXACT:
        return []
    return [(offset, place.start + offset - start)]


def _by_changes(old: str, new: str, offset: int, known: Sequence[Point]) -> list[Point]:
    """Return the point of an offset by comparing words between known points."""
    after = bisect_right(known, offset, key=lambda point: point[0])
    (old_start, new_start), (old_end, new_end) = known[after - 1], known[after]
    if max(old_end - old_start, new_end - new_start) > MAX_GAP or new_start > new_end:
        return []
    for change in word_changes(old[old_start:old_end], new[new_start:new_end]):
        inside = offset - old_start
        if inside < len(change.old):
            return [(offset, new_start + (inside if change.kind is ChangeKind.KEPT else min(inside, len(change.new))))]
        old_start, new_start = old_start + len(change.old), new_start + len(change.new)
    return []
