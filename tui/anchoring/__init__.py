"""Find quotes in today's text, and describe places to find them again.

`anchor` tries cheap steps first and stops at the first that is certain: the quote is where it was
marked, it is elsewhere letter for letter, or it is there with other words, white space or quote marks.
"""

from tui.anchoring.anchors import anchor, anchor_all
from tui.anchoring.describe import describe, describe_pieces
from tui.anchoring.word_changes import ChangeKind, WordChange, word_changes

__all__ = ["ChangeKind", "WordChange", "anchor", "anchor_all", "describe", "describe_pieces", "word_changes"]
