"""Find where sentences end, by their marks and the words around them."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from tui.layout.abbreviations import NUMBERED, SHORTENED, STARTERS, TITLES
from tui.model.marks import JOINERS

_REACH = 200  # code points read on either side of a mark

_CLOSING = "”’»)\\]\"'」』）】〉》〕"
_OPENING = "“‘«([\"'¿¡「『（【—–- "
_MARK = re.compile(rf"(?P<stop>[.!?…؟।۔]+)(?P<closing>[{_CLOSING}]*)(?=\s|\Z)|[。！？｡]+[{_CLOSING}]*|…(?=[^\W\d_a-z])")
_JOINERS = re.compile(f"[{JOINERS}]+")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]\Z")
_WORD = re.compile(r"[^\W_]+")
_REPORTS = re.compile(
    r"(?:[^\W\d_][\w.’'-]*\s+){1,4}?(?:said|says|asked|asks|added|told|noted|replied|wondered|exclaimed|stressed)\b"
)


def sentence_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where each sentence of a paragraph ends, in code points.

    `start` and `end` are those of the paragraph. Closing marks belong to the sentence:
    `sentence_ends("“Go.” He left.", 0, 14)` yields 5 and 14.
    """
    for mark in _MARK.finditer(text, start, end):
        if mark["stop"] is None or _ends(text, mark, start, end):
            yield mark.end()


def _ends(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    after = _plain(text[mark.end() : min(end, mark.end() + _REACH)]).lstrip()
    opened = after.lstrip(_OPENING)
    if not opened:
        return True
    if opened[0].islower():
        return False
    stop, closing = mark["stop"], mark["closing"]
    if closing and stop[-1] in "!?":
        return _REPORTS.match(after) is None
    if "…" in stop or "..." in stop:
        return opened[0].isupper()
    if stop != "." or closing:
        return True
    return _stop_ends(_plain(text[max(start, mark.start() - _REACH) : mark.start()]), after, opened)


def _plain(text: str) -> str:
    """Return the text in NFC without soft hyphens and other joiners."""
    return text if text.isascii() else normalize("NFC", _JOINERS.sub("", text))


def _stop_ends(before: str, after: str, opened: str) -> bool:
    """Return whether a full stop ends a sentence, not only a word."""
    words = before.split()
    word = words[-1].lstrip(_OPENING) if words else ""
    if word in TITLES:
        return False
    if word in NUMBERED:
        return not opened[0].isdigit()
    if word.isdigit() and len(words) == 1:
        return False  # the number of an item in a list
    if word in SHORTENED or _DOTTED.fullmatch(word):
        following = _WORD.match(opened)
        return after != opened or (following is not None and following[0] in STARTERS)
    return True
