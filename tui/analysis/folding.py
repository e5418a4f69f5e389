"""The folding of case, accents, digits, and typographic quotes and dashes."""

import re
import unicodedata
from functools import lru_cache

KANA_MARKS = "\u3099\u309a"
"""The marks of voiced kana. Unlike an accent they make another letter, so they are kept."""
NON_JOINER = "\u200c"
"""Between Arabic letters, the narrow blank of Persian."""
_BLANK_JOINER = re.compile(f"(?<=[\u0620-\u06ff]){NON_JOINER}(?=[\u0620-\u06ff])")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")

_LOOKALIKES = {
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "ʼ": "'", "′": "'",
    "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
    "ı": "i", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ø": "o", "Ø": "o", "ħ": "h", "Ħ": "h",
    "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th",
    "\u05f3": "'", "\u05f4": '"',
    "ی": "ي", "ى": "ي", "ک": "ك", "ة": "ه", "\u0640": "",
    "\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "", "\u2060": "", "\ufeff": "",
}  # fmt: skip
"""What Unicode does not decompose, but people type alike. Invisible characters are dropped."""


@lru_cache(maxsize=4096)
def fold_character(character: str) -> str:
    """Return one code point folded: no, one or several, as `ss` for `ß`.

    Hangul and voiced kana are decomposed, so that their composed and decomposed forms fold alike.
    """
    if character in _LOOKALIKES:
        return _LOOKALIKES[character]
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    decomposed = unicodedata.normalize("NFKD", character)
    bare = "".join(part for part in decomposed if part in KANA_MARKS or not unicodedata.combining(part))
    bare = bare.casefold()
    return "".join(_LOOKALIKES.get(part, part) for part in bare)


def is_blank_joiner(text: str, offset: int) -> bool:
    """Return whether a non-joiner at a code point is as good as a blank."""
    return text[offset] == NON_JOINER and _BLANK_JOINER.match(text, offset) is not None


def fold_joiners(text: str) -> str:
    """Return text with a blank for each non-joiner between Arabic letters."""
    return _BLANK_JOINER.sub(" ", text) if NON_JOINER in text else text


def fold(text: str) -> str:
    """Return text folded: `Çavuşoğlu` as `cavusoglu`, `’` as `'`."""
    if text.isascii():
        return text.lower()
    return _NOT_ASCII.sub(lambda run: "".join(map(fold_character, run[0])), text).lower()
