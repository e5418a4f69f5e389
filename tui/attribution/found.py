"""An attribution in tokens, before its places in the text are known."""

from dataclasses import dataclass

from tui.attribution.cues import Cue
from tui.attribution.frames import Frame
from tui.attribution.points import Score


@dataclass(frozen=True, slots=True)
class Found:
    """A cue with its content, its source and its score."""

    cue: Cue
    frame: Frame
    source: range | None
    score: Score
