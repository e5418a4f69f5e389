"""The characters between words and at the end of lines."""

import re

SPACES = r" \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"
"""The inside of a character class: spaces at which a row may break."""
WHITE = " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000\n"
"""What is not shown at the end of a row."""
NOT_WHITE = re.compile(rf"[^{SPACES}\n]")
_PIECE = 4096


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
