"""The characters between words and at the end of lines."""

import re
from functools import cache

PLAIN_SPACES = r" \t"
_RARE_SPACES = "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
SPACES = r" \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"
"""The inside of a character class: spaces at which a row may break."""
WHITE = f" \t{_RARE_SPACES}\n"
"""What is not shown at the end of a row."""
_PIECE = 4096
_SEARCHED = 100_000
"""Code points of the longest text in which rare spaces are looked for."""


def spaces_in(text: str) -> str:
    """Return the inside of a character class that has all spaces of a text.

    It is `PLAIN_SPACES` if a short text has no others: a pattern with `SPACES` takes three times as long to compile.
    """
    has_rare = len(text) > _SEARCHED or any(space in text for space in _RARE_SPACES)
    return SPACES if has_rare and not text.isascii() else PLAIN_SPACES


@cache
def not_white() -> re.Pattern[str]:
    """Return the pattern of a character that is no white space."""
    return re.compile(rf"[^{SPACES}\n]")


def shown_end(text: str, end: int) -> int:
    """Return where the white space before `end` starts, in code points.

    `shown_end("one  ", 5)` is 3.
    """
    end = min(end, len(text))
    while end:
        piece = text[max(0, end - _PIECE) : end]
        if stripped := piece.rstrip(WHITE):
            return end - len(piece) + len(stripped)
        end -= len(piece)
    return 0
