"""The characters that part words and end lines, as regular expressions write them."""

import re

SPACES = r" \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"
"""The inside of a character class: where a row may break; not the no-break spaces."""

SPACE_CHARACTERS = " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
WHITE = SPACE_CHARACTERS + "\n"
"""What is not shown at the end of a row."""

NOT_WHITE = re.compile(rf"[^{SPACES}\n]")

_PIECE = 4096


def shown_end(text: str, end: int) -> int:
    """Return where the white space before `end` starts, in code points; 0 if there is nothing else."""
    end = min(end, len(text))
    while end:
        piece = text[max(0, end - _PIECE) : end]
        if shown := piece.rstrip(WHITE):
            return end - len(piece) + len(shown)
        end -= len(piece)
    return 0
