"""Pair the marks of strong, emphasised and deleted words."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from tui.layout.markdown.spans import DELETED, EMPHASIS, MARK, STRONG, StyledSpan


class DelimiterRun:
    """A run of one of the characters `*`, `_` and `~`, as far as not paired."""

    __slots__ = ("can_close", "can_open", "character", "end", "start")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.character = text[start]
        self.start = start
        self.end = end
        before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
        opens = _touches(after, before)
        closes = _touches(before, after)
        inside_word = self.character == "_" and opens and closes
        self.can_open = opens and (not inside_word or _is_punctuation(before))
        self.can_close = closes and (not inside_word or _is_punctuation(after))

    @property
    def length(self) -> int:
        """The number of characters that are not paired yet."""
        return self.end - self.start


def emphasis_spans(runs: Iterable[DelimiterRun]) -> Iterator[StyledSpan]:
    """Yield the words between paired runs, and the marks around them."""
    openers: list[DelimiterRun] = []
    waiting: Counter[str] = Counter()
    for run in runs:
        while run.can_close and run.length and waiting[run.character]:
            opener = _drop_above(openers, waiting, run.character)
            length = min(opener.length, run.length, 2)
            yield StyledSpan(opener.end - length, opener.end, MARK)
            yield StyledSpan(run.start, run.start + length, MARK)
            yield StyledSpan(opener.end, run.start, _style(run.character, length))
            opener.end -= length
            run.start += length
            if not opener.length:
                openers.pop()
                waiting[run.character] -= 1
        if run.can_open and run.length:
            openers.append(run)
            waiting[run.character] += 1


def _drop_above(openers: list[DelimiterRun], waiting: Counter[str], character: str) -> DelimiterRun:
    """Drop the runs above the last one of a character, and return that."""
    while openers[-1].character != character:
        waiting[openers.pop().character] -= 1
    return openers[-1]


def _style(character: str, length: int) -> str:
    if character == "~":
        return DELETED
    return STRONG if length == 2 else EMPHASIS


def _touches(inner: str, outer: str) -> bool:
    """Return whether a run touches the word on its inner side."""
    if inner.isspace():
        return False
    return not _is_punctuation(inner) or outer.isspace() or _is_punctuation(outer)


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"
