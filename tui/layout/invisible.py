"""Which soft hyphens and zero-width spaces need not be seen.

They say where a word may be broken. Elsewhere they could make a text look like another one.
"""

import re
from unicodedata import category, name

SOFT_HYPHEN = "\u00ad"
ZERO_WIDTH_SPACE = "\u200b"
UNSPACED = "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u1980-\u1aad\ua980-\ua9df\uaa60-\uaadf"
"""Thai, Lao, Tibetan, Burmese, Khmer and others: the inside of a character class."""

_REACH = 60  # code points of the word on either side that are looked at
_BETWEEN_UNSPACED = re.compile(f"(?<=[{UNSPACED}])\u200b(?=[{UNSPACED}]|\\Z)")
_SUSPICIOUS = re.compile(
    r"://|@|\w[./\\]\w|[\u061c\u180e\u200c-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\U000e0000-\U000e007f]"
    r"|[\u00ad\u200b]{2}"
)
_SPACE = re.compile(r"\s")


def is_harmless(text: str, offset: int) -> bool:
    """Return whether the invisible character at a code point may be hidden.

    A soft hyphen may within a word of one script, a zero-width space between letters of a script without spaces.
    Neither may in an address, or in a word with direction marks or other invisible characters.
    """
    if _SUSPICIOUS.search(_word(text, offset)):
        return False
    if text[offset] == SOFT_HYPHEN:
        return _is_within_one_script(text, offset)
    return text[offset] == ZERO_WIDTH_SPACE and _BETWEEN_UNSPACED.match(text, offset) is not None


def _word(text: str, offset: int) -> str:
    """Return what is around a code point without white space."""
    before = _SPACE.split(text[max(0, offset - _REACH) : offset])[-1]
    return before + _SPACE.split(text[offset : offset + _REACH], maxsplit=1)[0]


def _is_within_one_script(text: str, offset: int) -> bool:
    before = _letters(text[max(0, offset - _REACH) : offset][::-1])
    after = _letters(text[offset + 1 : offset + _REACH])
    is_inside = bool(before) and (bool(after) or offset + 1 == len(text))
    return is_inside and len({_script(letter) for letter in before + after}) == 1


def _letters(text: str) -> str:
    """Return the letters at the start of a text, over marks and soft hyphens."""
    letters = ""
    for character in text:
        if character.isalpha():
            letters += character
        elif character != SOFT_HYPHEN and category(character)[0] != "M":
            break
    return letters


def _script(letter: str) -> str:
    """Return the first word of a letter's name, as `LATIN`."""
    return name(letter, "").partition(" ")[0]
