"""Letters brought together for matching: case, accents, typographic quotes and dashes."""

import re
import unicodedata
from functools import lru_cache

_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")

_ALIKE = {
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "ʼ": "'", "′": "'",
    "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
    "ı": "i", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ø": "o", "Ø": "o", "ħ": "h", "Ħ": "h",
    "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th",
    "\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "", "\u2060": "", "\ufeff": "",
}  # fmt: skip
"""What Unicode does not decompose but a reader types alike; invisible characters match nothing."""


@lru_cache(maxsize=4096)
def fold_character(character: str) -> str:
    """Return what `character` is matched as: no, one or several characters, lower case, bare of marks."""
    if character in _ALIKE:
        return _ALIKE[character]
    apart = unicodedata.normalize("NFKD", character)
    bare = "".join(c for c in apart if not unicodedata.combining(c)).casefold()
    return "".join(_ALIKE.get(c, c) for c in bare)


def fold(text: str) -> str:
    """Return `text` as it is matched: `Çavuşoğlu` as `cavusoglu`, `ß` as `ss`, `’` as `'`."""
    if text.isascii():
        return text.lower()
    return _NOT_ASCII.sub(lambda found: "".join(map(fold_character, found[0])), text).lower()
