"""Names of notes and blocks that are safe on every system and in links."""

import re
import unicodedata

from tui.formats.phrasing import first_words

_UNSAFE = re.compile(
    r"""[\x00-\x1f\x7f-\x9f\\/:*?"<>|#^\[\]%`\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]+"""
)
"""What a file system or a link cannot have in a name, or what hides in one."""
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_NOT_IN_BLOCK = re.compile(r"[^A-Za-z0-9]+")
_LONGEST = 80
"""Code points of a name, of at most two bytes each."""
_MOST_BYTES = 160


def safe_name(text: str, fallback: str = "untitled") -> str:
    """Return a text as the name of a note, without a suffix.

    `safe_name("Who knew? A/B: #1")` is `"Who knew A B 1"`.
    """
    name = " ".join(_UNSAFE.sub(" ", unicodedata.normalize("NFC", text)).split())
    name = first_words(name, _LONGEST).encode()[:_MOST_BYTES].decode(errors="ignore").strip(" .")
    return f"{name or fallback} note" if not name or _DEVICE.fullmatch(name) else name


class NoteNames:
    """Names of which no two are equal on a system that ignores case."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        """The last number that was tried of each name in use, without case: the names before it are in use too."""

    def note(self, text: str) -> str:
        """Return a new name for a note."""
        return self._unique(safe_name(text), " ")

    def block(self, kind: str, text: str) -> str:
        """Return a new id for a block, of ASCII letters, digits and hyphens."""
        # The ids that Diptych makes are such words.
        words = text if text.isascii() and text.isalnum() and len(text) <= _LONGEST else _block_words(text)
        return self._unique(f"{kind}-{words}" if words else kind, "-")

    def _unique(self, name: str, separator: str) -> str:
        numbers, key = self._numbers, name.lower() if name.isascii() else _folded(name)
        if key not in numbers:
            numbers[key] = 1
            return name
        number = numbers[key] + 1
        while (numbered := f"{key}{separator}{number}") in numbers:
            number += 1
        numbers[key], numbers[numbered] = number, 1
        return f"{name}{separator}{number}"


def _block_words(text: str) -> str:
    letters = text if text.isascii() else unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _NOT_IN_BLOCK.sub("-", letters).strip("-")[:_LONGEST]


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()
