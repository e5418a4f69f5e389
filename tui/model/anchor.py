"""Where an annotation's quote is in today's text."""

from enum import StrEnum
from typing import NamedTuple

from tui.model.span import Span


class AnchorState(StrEnum):
    """How certain the place of a quote is."""

    EXACT = "exact"
    """The quote is there, letter for letter, and no other place is meant."""
    ADJUSTED = "adjusted"
    """The quote is there with changes."""
    REVIEW = "review"
    """Several or doubtful places: a person must choose."""
    ORPHAN = "orphan"
    """The quote is gone."""


UNSURE_STATES = (AnchorState.REVIEW, AnchorState.ORPHAN)
"""Those in which only a person knows the place."""
DOUBTFUL_STATES = (*UNSURE_STATES, AnchorState.ADJUSTED)
"""Those that a person reviews, the most urgent first."""


class Candidate(NamedTuple):
    """A place where the quote may be, in code points."""

    start: int
    end: int
    score: float
    """From 0 to 1."""
    pieces: tuple[Span, ...] = ()
    """The place of each piece, if the quote is in several."""


class Anchor(NamedTuple):
    """The place of a quote, in code points of the canonical text.

    `start` and `end` are None unless the state is `exact` or `adjusted`.
    """

    state: AnchorState
    start: int | None = None
    end: int | None = None
    """Exclusive."""
    score: float = 0.0
    """From 0 to 1; 1 is an exact match."""
    candidates: tuple[Candidate, ...] = ()
    """The places to choose from if the state is `review`, best first."""
    pieces: tuple[Span, ...] = ()
    """The place of each piece, if the quote is in several and the state is `exact` or `adjusted`."""
