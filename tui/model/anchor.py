"""Where an annotation's quote really is in today's text."""

from dataclasses import dataclass
from enum import StrEnum


class AnchorState(StrEnum):
    """How sure the place is."""

    EXACT = "exact"
    """The quote stands there, unique or settled by its context."""
    ADJUSTED = "adjusted"
    """The quote was found, changed."""
    REVIEW = "review"
    """Several or doubtful places: a person has to say."""
    ORPHAN = "orphan"
    """The quote is gone."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where the quote may be; offsets in code points, `score` from 0 to 1."""

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Anchor:
    """The place of one quote; `start` and `end` are None unless the state is `exact` or `adjusted`."""

    state: AnchorState
    start: int | None = None
    """In code points of the canonical text."""
    end: int | None = None
    """Exclusive, in code points of the canonical text."""
    score: float = 0.0
    """From 0 to 1; 1 is an exact match."""
    candidates: tuple[Candidate, ...] = ()
    """The places to choose from, best first, where the state is `review`."""
