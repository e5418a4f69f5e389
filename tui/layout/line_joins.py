"""Decide which lines of a paragraph were wrapped by hand."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

LONG_LINE = 100
"""Code points in the longest line that is wrapped by hand."""
_NARROWEST = 40  # code points in the longest line of wrapped prose
_FILLED_SHARE = 0.7  # of the lines: they have no room for the first word of the next
_VERSE = 3  # lines that all begin with a capital
_MARKS = 12  # code points at the end of a line in which its stop is looked for

_UNSPACED = r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]"
_FIRST_UNSPACED = "\u0e00"
_HARD_BREAKS = ("  ", "\\")
_BEFORE_LETTER = "“‘«„»\"'(["


def joined_lines(lines: Sequence[str]) -> list[int]:
    """Return the numbers of the lines that go on in the next, if prose.

    There are none in verse, names or addresses: their lines have room for the word that follows, or each begins with a
    capital.
    """
    filled = _filled(lines)
    if sum(filled) < max(1, _FILLED_SHARE * (len(lines) - 1)) or not _is_prose(lines, filled):
        return []
    if all(filled) and not _has_breaks(lines):
        return list(range(len(filled)))
    return [number for number, is_filled in enumerate(filled) if _goes_on(lines, number, is_filled=is_filled)]


def _filled(lines: Sequence[str]) -> list[bool]:
    """Return for each line but the last whether the next word had no room."""
    lengths = list(map(len, lines))
    width = max(lengths, default=0)
    if width > LONG_LINE:
        width = max((length for length in lengths if length <= LONG_LINE), default=0)
    following = lines[1:]
    firsts = "".join([line[:1] for line in following])
    if width < _NARROWEST or firsts != "".join(firsts.split()):
        return []
    words = [line.find(" ") % (len(line) + 1) for line in following]  # -1 becomes the length
    return [length + 1 + word > width for length, word in zip(lengths, words, strict=False)]


def _has_breaks(lines: Sequence[str]) -> bool:
    """Return whether a line may end in a hard break or an unspaced script."""
    edges = "".join([line[:1] + line[-1:] for line in lines])
    return " " in edges or "\\" in edges or _has_unspaced(edges)


def _is_prose(lines: Sequence[str], filled: Sequence[bool]) -> bool:
    """Return whether a sentence goes on from a line to the next, as in prose."""
    if len(lines) >= _VERSE and not all(filled) and all(line.lstrip(_BEFORE_LETTER)[:1].isupper() for line in lines):
        return False
    return any(_starts_small(after) and not _ends_sentence(before) for before, after in pairwise(lines))


def _starts_small(line: str) -> bool:
    start = line.lstrip(_BEFORE_LETTER)[:1]
    return start.isalpha() and not start.isupper()


def _goes_on(lines: Sequence[str], number: int, *, is_filled: bool) -> bool:
    before, after = lines[number], lines[number + 1]
    if before.endswith(_HARD_BREAKS) or _has_unspaced(before[-1:] + after[:1]):
        return False
    return is_filled or not _ends_sentence(before)


def _has_unspaced(text: str) -> bool:
    """Return whether a letter of a script without spaces is in a short text."""
    return not text.isascii() and max(text) >= _FIRST_UNSPACED and _unspaced().search(text) is not None


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(_UNSPACED)  # takes 2 ms, and few texts need it


def _ends_sentence(line: str) -> bool:
    return _sentence_end().search(line[-_MARKS:]) is not None


@cache
def _sentence_end() -> re.Pattern[str]:
    return re.compile(r"[.!?…:。！？।۔][”’»\"'*_)\]]*\s*\Z")
