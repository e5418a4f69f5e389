"""An attribution in tokens, before its places in the text are known."""

from typing import NamedTuple

from tui.attribution.cue import Cue
from tui.attribution.frame import Frame
from tui.attribution.score import Score

_BESIDE_QUOTATION = 0.15
"""How much lower the threshold is where a quotation is the content."""


class Found(NamedTuple):
    """A cue with its content, its source and its score."""

    cue: Cue
    frame: Frame
    source: range | None
    score: Score


def is_accepted(score: Score, frame: Frame, threshold: float) -> bool:
    """Return whether a score is enough: less is beside a quotation."""
    return score.probability >= threshold - (_BESIDE_QUOTATION if "quotation" in frame.rule else 0)
