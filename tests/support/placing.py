"""Records at places that a test chooses."""

from pathlib import Path

from tui.model import Anchor, AnchorState, Annotation, Placed, Record


def placed_at(
    annotation: Annotation,
    start: int | None = None,
    end: int | None = None,
    *,
    state: AnchorState | None = AnchorState.EXACT,
) -> Placed:
    """Return a record with an anchor, or without one if `state` is None."""
    return Placed(Record(annotation, Path("a.yaml"), 1), Anchor(state, start, end) if state else None)
