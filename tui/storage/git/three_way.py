"""Merge three versions of a part, and mark what both changed differently."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from tui.storage.git.parts import TextPart, gap_comments
from tui.storage.yaml.nodes import PlainValue

Values = dict[str, PlainValue]
Version = TypeVar("Version")


@dataclass(frozen=True, slots=True)
class Versions(Generic[Version]):
    """What the common ancestor and the two sides of a merge have."""

    base: Version
    ours: Version
    theirs: Version

    @property
    def all(self) -> tuple[Version, Version, Version]:
        return self.base, self.ours, self.theirs


Three = Versions[TextPart | None]


@dataclass(frozen=True, slots=True)
class Merged:
    """Merged lines, with the values that settle them for either side."""

    text: str
    ours: Values
    theirs: Values
    conflicts: int = 0


MergeBoth = Callable[[TextPart | None, TextPart, TextPart, int], Merged | None]
"""Merges a part that both sides changed, with its column, or returns None."""


def merge_part(three: Three, column: int, merge_both: MergeBoth) -> Merged | None:
    """Return the merged part, or None if it is deleted."""
    base, ours, theirs = three.all
    if ours is None or theirs is None:
        return _merge_missing(three, column)
    gap = merge_gap(base.gap if base else "", ours.gap, theirs.gap)
    if chosen := _unchanged_side(base, ours, theirs):
        return _whole(chosen, column, gap)
    merged = merge_both(base, ours, theirs, column)
    if merged is None:
        return conflict(ours, theirs, column, gap)
    return Merged(gap + merged.text, merged.ours, merged.theirs, merged.conflicts)


def _unchanged_side(base: TextPart | None, ours: TextPart, theirs: TextPart) -> TextPart | None:
    """Return the side to take if not both have changed a part differently."""
    if ours.same_lines(theirs):
        return theirs if base and ours.source == base.source else ours
    if base is None:
        return None
    if theirs.same_lines(base):
        return ours
    return theirs if ours.same_lines(base) else None


def _merge_missing(three: Three, column: int) -> Merged | None:
    base, ours, theirs = three.all
    present = ours or theirs
    if present is None or (base and present.same(base)):
        return None
    if base is None:
        return _whole(present, column, present.gap)
    return _kept_or_deleted(ours, theirs, column)


def _kept_or_deleted(ours: TextPart | None, theirs: TextPart | None, column: int) -> Merged:
    """Return a part that one side deleted and the other changed.

    The comments above it are between them too, so that they go or stay with it.
    """
    sides = (ours, theirs)
    kept = [part.gap.lstrip("\n") + part.shifted(column) if part else "" for part in sides]
    blank = "".join(part.gap[: len(part.gap) - len(part.gap.lstrip("\n"))] for part in sides if part)
    merged = _marked(kept, [dict(part.values) if part else {} for part in sides])
    return replace(merged, text=blank + merged.text)


def _whole(part: TextPart, column: int, gap: str) -> Merged:
    values = dict(part.values)
    return Merged(gap + part.shifted(column), values, values)


def conflict(ours: TextPart, theirs: TextPart, column: int, gap: str) -> Merged:
    """Return both versions between git's marks."""
    merged = _marked([part.shifted(column) for part in (ours, theirs)], [dict(part.values) for part in (ours, theirs)])
    return replace(merged, text=gap + merged.text)


def _marked(lines: Sequence[str], values: Sequence[Values]) -> Merged:
    return Merged(f"<<<<<<< ours\n{lines[0]}=======\n{lines[1]}>>>>>>> theirs\n", values[0], values[1], 1)


def merge_gap(base: str, ours: str, theirs: str) -> str:
    """Return merged comments: what either side added stays."""
    if gap_comments(theirs) == gap_comments(base):
        return ours
    if gap_comments(ours) == gap_comments(base):
        return theirs
    known = {*gap_comments(base), *gap_comments(ours)}
    return ours + "".join(f"{line}\n" for line in theirs.split("\n") if line.strip() and line.strip() not in known)


def merged_order(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Return all names, in the order of the side that moved some.

    What only the other side has follows its neighbour there, and what the first side added behind that.
    """
    common = set(base) & set(ours) & set(theirs)
    moved = [[name for name in side if name in common] for side in (base, ours, theirs)]
    first, second = (theirs, ours) if moved[0] == moved[1] != moved[2] else (ours, theirs)
    order, known = list(first), set(base)
    for position, name in enumerate(second):
        if name in order:
            continue
        before = next((other for other in reversed(second[:position]) if other in order), None)
        index = order.index(before) + 1 if before is not None else 0
        while index < len(order) and order[index] not in known and order[index] not in second:
            index += 1
        order.insert(index, name)
    return order
