"""Write text with the characters of one encoding, cell by cell.

Letters lose their accents, signs become similar ones, and everything else becomes question marks.
"""

import re
import unicodedata
from functools import lru_cache

from tui.layout.graphemes import measure
from tui.layout.spacing_marks import spacing_marks

_SIGNS = {
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛‹›′`´", "'"),
    **dict.fromkeys("‐‑‒–—―−▁▔", "-"),
    **dict.fromkeys("▌▎▊▏▕▐│", "|"),
    **dict.fromkeys("▂▃▄▅▆▇█▉▋▍🮇", "#"),
    **dict.fromkeys("·…‥", "."),
    **dict.fromkeys("•●■", "*"),
    **dict(zip("←→↑↓▸▾✗✓≡✎×÷∅øØłŁđĐıſ", "<>^v>vx+=*x/0oOlLdDis", strict=True)),
}
_CUT = re.compile(
    r'(?:[ -~][!-~]|(?<=[!-~]) )…(?="?(?:  |\Z))'  # at the end
    r'|(?:\A|(?<=[ "]))…[!-~][ -~]'  # at the start
)
"""Where words are cut: the sign, and two characters or a space beside it."""


@lru_cache(maxsize=8192)
def cut_in_charset(text: str, encoding: str) -> str:
    """Return text that an encoding has, with dots where words are cut.

    `cut_in_charset("…lf-hour at the stati…", "ascii")` is `"...-hour at the sta..."`: two letters make room for them.
    """
    if "…" not in text or _has(encoding, "…"):
        return in_charset(text, encoding)
    pieces = "…".join(in_charset(piece, encoding) for piece in text.split("…"))
    return in_charset(_CUT.sub(lambda cut: "." * len(cut[0]), pieces), encoding)


@lru_cache(maxsize=8192)
def in_charset(text: str, encoding: str) -> str:
    """Return text that an encoding has, as many cells wide to Rich.

    `in_charset("日 é “x”", "ascii")` is `'?? e "x"'`.
    """
    if text.isascii() or _has(encoding, text):
        return text
    parts = ((text[start:end], cells) for start, end, cells in measure(text))
    return "".join(_in_cells(part, cells - spacing_marks(part), encoding) for part, cells in parts)


def _in_cells(grapheme: str, cells: int, encoding: str) -> str:
    if _has(encoding, grapheme):
        return grapheme
    decomposed = unicodedata.normalize("NFKD", grapheme)
    base = "".join(character for character in decomposed if not unicodedata.combining(character))
    for candidate in (unicodedata.normalize("NFC", grapheme), _sign(grapheme), _SIGNS.get(base, base)):
        if len(candidate) == 1 <= cells and _has(encoding, candidate):
            return candidate.ljust(cells)
    return "?" * cells


def _sign(character: str) -> str:
    """Return the sign for a character, by its form if it draws a line."""
    if "\u2500" <= character <= "\u257f":
        name = unicodedata.name(character)
        is_straight = "DOWN" not in name and "UP" not in name and "VERTICAL AND" not in name
        return ("-" if "HORIZONTAL" in name else "|") if is_straight else "+"
    return _SIGNS.get(character, "")


def _has(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
