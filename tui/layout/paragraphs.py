"""Where paragraphs break: at newlines, and where a sentence end is glued to the next capital.

Some articles lost their paragraph breaks on the way (`agencies.After`, `Aleppo."We`). The view gives them back;
the text, and every offset, stays as it is.
"""

import re

from tui.layout.abbreviations import TITLES

HARD_WRAPPED_WIDTH = 100
HEAD = 100_000
_REACH = 100  # code points looked at on either side of a glued end
_AHEAD = 8  # marks that may stand between a full stop and the capital
_LINE_BACK = 10_000
_QUOTES_BACK = 12

_LONG_LINE = re.compile(rf"[^\n]{{{HARD_WRAPPED_WIDTH + 1}}}")

_CLOSING = "”’»)\\]"
_OPENING = "“‘«(\\["
_CAPITAL = rf"(?=[{_CLOSING}{_OPENING}\"']*+[^\W\d_a-z])"
# One pattern a mark: each starts with a plain character, which is found four times as fast as one of a set.
_GLUED = tuple(re.compile(re.escape(mark) + _CAPITAL) for mark in ".!?")
_MARKS = re.compile(rf"[.!?]([{_CLOSING}{_OPENING}\"']*)")

_WORD_BEFORE = re.compile(r"(?:[^\W\d_]{2}|[^\W_]\d|[%)\]”’\"»])\Z")
_WORD_AFTER = re.compile(r"([^\W\d_]+)(?:['’-][^\W_]+)*(?![\w(/@=\\]|[.:]\w)")
_ADDRESS = re.compile(r"://|www\.|@|\w\.\w+[/.]|/\w*\.|\\")
_SUFFIXES = frozenset({"Com", "Org", "Net", "Gov", "Edu", "NET", "COM", "ORG", "JS", "TXT", "PDF"})
_SOLITARY = frozenset({"A", "I"})


def is_hard_wrapped(text: str) -> bool:
    """Tell whether the lines of `text` were broken by hand: none of its head is over 100 code points."""
    return _LONG_LINE.search(text, 0, HEAD) is None


def glued_breaks(text: str, start: int, end: int) -> list[int]:
    """Return, in order, each offset between `start` and `end` where a glued sentence starts a new paragraph."""
    ahead = min(end + _AHEAD, len(text))
    stops = sorted(found.start() for mark in _GLUED for found in mark.finditer(text, start, ahead))
    breaks = (_glued_break(text, stop) for stop in stops)
    return [found for found in breaks if found is not None and found < end]


def _glued_break(text: str, stop: int) -> int | None:
    """Return where the sentence glued to the `.`, `!` or `?` at `stop` starts; None where nothing is glued."""
    marks = _MARKS.match(text, stop)
    if marks is None or not _ends_sentence(text, stop) or not _starts_sentence(text, marks.end()):
        return None
    return _between(text, *marks.span(1))


def _ends_sentence(text: str, stop: int) -> bool:
    before = text[max(0, stop - _REACH) : stop]
    if _WORD_BEFORE.search(before[-2:]) is None:
        return False
    token = before.split()[-1]
    return _ADDRESS.search(token) is None and token.strip("(“‘\"'[") not in TITLES


def _starts_sentence(text: str, at: int) -> bool:
    after = text[at : at + _REACH]
    word = _WORD_AFTER.match(after)
    if word is None or not after[0].isupper() or _ADDRESS.search(after.split()[0]):
        return False
    first = word[1]
    if first in _SUFFIXES:
        return False
    return len(first) > 1 or (first in _SOLITARY and after[1:2] == " ")


def _between(text: str, start: int, end: int) -> int:
    """Return where, among the marks between a full stop and a capital, the first sentence ends."""
    for at in range(start, end):
        mark = text[at]
        if mark in "“‘«([" or (mark == '"' and not _inside_quote(text, at)):
            return at
    return end


def _inside_quote(text: str, at: int) -> bool:
    """Tell whether the straight quote at `at` closes one opened in its line: the parity of those before it.

    The count starts at the nearest quote whose side is plain, so that one lost quote does not turn all after it.
    """
    reach = max(0, at - _LINE_BACK)
    line = max(text.rfind("\n", reach, at) + 1, reach)
    inside = False
    mark = at
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
