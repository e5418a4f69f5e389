"""Find text that is read from right to left."""

import re
import unicodedata

AHEAD = 300
"""Code points from the start of a paragraph in which its first letter is."""

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_STRONG = frozenset({"L", "R", "AL"})


def may_be_right_to_left(text: str, start: int, end: int) -> bool:
    """Return whether a letter between two code points is of such a script."""
    part = text[start:end]
    return not part.isascii() and _RIGHT_TO_LEFT.search(part) is not None


def is_right_to_left(text: str, start: int) -> bool:
    """Return whether the first letter from a code point on is right-to-left.

    Digits and marks have no direction: `is_right_to_left('2. "שלום" and', 0)` is True.
    """
    for character in text[start : start + AHEAD]:
        direction = unicodedata.bidirectional(character)
        if direction in _STRONG:
            return direction != "L"
    return False
