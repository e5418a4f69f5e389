"""Count spacing marks, which take a cell in most terminals but not in all.

Rich, kitty and Ghostty draw a letter and its vowel sign in one cell, xterm, VTE and tmux in two. Text is laid out for
the wider way: a word that is drawn shorter has a gap after it.
"""

import re
from functools import cache
from unicodedata import category

_MAY_BE_MARK = (
    "[\u0900-\u0dff\u0f00-\u109f\u1700-\u1cff\u302e\u302f\ua800-\uabff\U00011000-\U00016fff\U0001d160-\U0001d17f]"
)
_WORD = re.compile("[^ ]+")


@cache
def _may_have_marks() -> re.Pattern[str]:
    return re.compile(_MAY_BE_MARK)  # takes a millisecond, and few texts need it


def spacing_marks(text: str) -> int:
    """Return how many code points of text are spacing marks."""
    if _may_have_marks().search(text) is None:
        return 0
    return sum(category(character) == "Mc" for character in text)


def pad_words(text: str) -> str:
    """Return text with a space after a word for each spacing mark in it.

    `pad_words("दो ab")` is `"दो  ab"`: Rich counts as many cells as a terminal that gives each mark one.
    """
    if text.isascii() or _may_have_marks().search(text) is None:
        return text
    return _WORD.sub(lambda word: word[0] + " " * spacing_marks(word[0]), text)
