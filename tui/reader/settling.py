"""What a user says of a doubtful place: that it is the one, or that it is not. Pure."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from tui.anchoring import describe
from tui.anchoring.place_records import in_reading_order
from tui.model import Anchor, AnchorState, Annotation, Placed

Refused = tuple[str, str, int, int]
"""An article's id, an annotation's id, and the place in code points that is not the one."""


def settled_at(annotation: Annotation, text: str, start: int, end: int) -> Annotation:
    """Return the annotation on the words from `start` to `end`; another quote that it had is kept in `was`."""
    target = describe(text, start, end)
    was = annotation.was if annotation.quote in ("", target.quote) else (*annotation.was, annotation.quote)
    return replace(annotation, target=target, was=was)


def without_refused(placed: Iterable[Placed], refused: Collection[Refused]) -> tuple[Placed, ...]:
    """Return placed records without the places that were refused; one that has no other is an orphan."""
    if not refused:
        return tuple(placed)
    return in_reading_order(_without(each, refused) for each in placed)


def _without(placed: Placed, refused: Collection[Refused]) -> Placed:
    anchor = placed.anchor
    if anchor is None or anchor.state in (AnchorState.EXACT, AnchorState.ORPHAN):
        return placed
    name = placed.annotation.article, placed.annotation.id
    if placed.span:
        return replace(placed, anchor=Anchor(AnchorState.ORPHAN)) if (*name, *placed.span) in refused else placed
    left = tuple(each for each in anchor.candidates if (*name, each.start, each.end) not in refused)
    if left == anchor.candidates:
        return placed
    made = replace(anchor, candidates=left) if left else Anchor(AnchorState.ORPHAN)
    return replace(placed, anchor=made)
