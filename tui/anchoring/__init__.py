"""From quotes to places in today's text, and back; pure functions.

`anchor` climbs a ladder from cheap to costly and stops at the first step that can answer honestly: the hint
holds, the quote stands there, it stands there in other white space or quote marks, or with changed words.
"""

from tui.anchoring.anchors import anchor, anchor_all
from tui.anchoring.describe import describe
from tui.anchoring.word_changes import ChangeKind, WordChange, word_changes

__all__ = ["ChangeKind", "WordChange", "anchor", "anchor_all", "describe", "word_changes"]
