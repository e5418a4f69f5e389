"""Find paragraph breaks: newlines, and those that an article has lost.

A lost break glues a sentence to the next (`agencies.After`). The view breaks it. Text and offsets stay as they are.
"""

import re

from tui.layout.language import DEFAULT, language

_REACH = 100  # code points read on either side of a glued end
_AHEAD = 8  # marks that may be between a full stop and the capital
_LINE_BACK = 10_000  # code points in which an open quote is searched
_QUOTES_BACK = 12  # quotes that are looked at

_CLOSING = "”’»)\\]"
_OPENING = "“‘«(\\["
_CAPITAL = rf"(?=[{_CLOSING}{_OPENING}\"']*+[^\W\d_a-z])"
# One pattern a mark: a plain character is found four times as fast as one of a set.
_GLUED = tuple(re.compile(re.escape(mark) + _CAPITAL) for mark in ".!?")
_MARKS = re.compile(rf"[.!?]([{_CLOSING}{_OPENING}\"']*)")

_WORD_BEFORE = re.compile(r"(?:[^\W\d_]{2}|[^\W_]\d|[%)\]”’\"»])\Z")
_WORD_AFTER = re.compile(r"([^\W\d_]+)(?:['’-][^\W_]+)*(?![\w(/@=\\]|[.:]\w)")
_ADDRESS = re.compile(r"://|www\.|@|\w\.\w+[/.]|/\w*\.|\\")
_SUFFIXES = frozenset({"Com", "Org", "Net", "Gov", "Edu", "NET", "COM", "ORG", "JS", "TXT", "PDF"})
_SOLITARY = frozenset({"A", "I"})


def glued_breaks(text: str, start: int, end: int) -> list[int]:
    """Return the lost paragraph breaks between two code points, in order.

    `glued_breaks("the agencies.After that", 0, 23)` is `[13]`.
    """
    ahead = min(end + _AHEAD, len(text))
    stops = sorted(stop.start() for pattern in _GLUED for stop in pattern.finditer(text, start, ahead))
    breaks = (_glued_break(text, stop) for stop in stops)
    return [offset for offset in breaks if offset is not None and offset < end]


def may_be_glued(text: str) -> bool:
    """Return whether a text can have a lost paragraph break."""
    return re.search(rf"[.!?]{_CAPITAL}", text) is not None


def _glued_break(text: str, stop: int) -> int | None:
    """Return where the sentence after the mark at `stop` starts, if glued."""
    marks = _MARKS.match(text, stop)
    if marks is None or not _ends_sentence(text, stop) or not _starts_sentence(text, marks.end()):
        return None
    return _sentence_start(text, *marks.span(1))


def _ends_sentence(text: str, stop: int) -> bool:
    before = text[max(0, stop - _REACH) : stop]
    if _WORD_BEFORE.search(before[-2:]) is None:
        return False
    token = before.split()[-1]
    return _ADDRESS.search(token) is None and token.strip("(“‘\"'[") not in language(DEFAULT).titles


def _starts_sentence(text: str, offset: int) -> bool:
    after = text[offset : offset + _REACH]
    word = _WORD_AFTER.match(after)
    if word is None or not after[0].isupper() or _ADDRESS.search(after.split()[0]):
        return False
    first = word[1]
    if first in _SUFFIXES:
        return False
    return len(first) > 1 or (first in _SOLITARY and after[1:2] == " ")


def _sentence_start(text: str, start: int, end: int) -> int:
    """Return where, among the marks before its capital, a sentence starts."""
    for offset in range(start, end):
        mark = text[offset]
        if mark in "“‘«([" or (mark == '"' and not _inside_quote(text, offset)):
            return offset
    return end


def _inside_quote(text: str, offset: int) -> bool:
    """Return whether the straight quote at `offset` closes one in its line.

    Counts quotes from the nearest one that clearly opens or closes, so that a missing one does no harm beyond it.
    """
    reach = max(0, offset - _LINE_BACK)
    line = max(text.rfind("\n", reach, offset) + 1, reach)
    inside = False
    mark = offset
    for _ in range(_QUOTES_BACK):
        mark = text.rfind('"', line, mark)
        if mark < 0:
            break
        if _opens(text, mark):
            return not inside
        if _closes(text, mark):
            return inside
        inside = not inside
    return inside


def _opens(text: str, mark: int) -> bool:
    return (mark == 0 or text[mark - 1] in "\n \t(—[") and not text[mark + 1].isspace()


def _closes(text: str, mark: int) -> bool:
    return mark > 0 and not text[mark - 1].isspace() and text[mark + 1] in " \t,.;)"
