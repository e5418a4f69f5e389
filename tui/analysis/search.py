"""Finding words in a text as a reader means them: whatever the case, the accents and the line breaks.

A text is folded once (`Searchable`) and then searched as often as one types. Hits are offsets in the original
text, also where one character folds to several (`ß`, `ﬁ`, `…`) or to none (a combining accent).
"""

import re
import sys
import warnings
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from tui.analysis.folding import fold, fold_character
from tui.errors import UsageError
from tui.model import Span

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_ASCII_BYTES = bytes(range(128))
_FEW = 48
"""Up to so many different characters it is faster to replace one after the other than to walk the text."""


_span = Span._make
_NEVER = (sys.maxsize, 0, 0)


class SearchQuery(NamedTuple):
    """What to look for; raises UsageError, when it is compiled, for a pattern that is none."""

    text: str
    fold: bool = True
    """Whether case and accents (with `regex`: case) do not matter."""
    whole_word: bool = False
    """Whether letters may not go on before or after."""
    regex: bool = False
    """Whether `text` is a regular expression; it is matched against the text as it is."""

    def compiled(self) -> re.Pattern[str] | None:
        """Return the pattern to look for, or None where there is nothing to look for."""
        if self.regex:
            return _compile(self.text, fold=self.fold) if self.text else None
        words = (fold(self.text) if self.fold else self.text).split()
        if not words:
            return None
        if self.whole_word:
            return _whole_words(words)
        return re.compile(r"\s+".join(map(re.escape, words)))


class Searchable:
    """A text, ready to be searched again and again."""

    def __init__(self, text: str) -> None:
        self.text = text

    def find(self, query: SearchQuery, limit: int | None = None) -> tuple[Span, ...]:
        """Return the hits in order, without overlaps, at most `limit`; raises UsageError for a bad pattern."""
        pattern = query.compiled()
        if pattern is None:
            return ()
        folded = query.fold and not query.regex
        where = self._folded.text if folded else self.text
        spans = (found.span() for found in pattern.finditer(where))
        if query.whole_word and query.regex:
            spans = ((start, end) for start, end in spans if _is_whole(where, start, end))
        hits = self._folded.original(spans) if folded else (Span(*span) for span in spans if span[0] < span[1])
        return tuple(islice(hits, limit))

    def count(self, query: SearchQuery) -> int:
        """Return the number of hits; raises UsageError for a bad pattern."""
        return len(self.find(query))

    @cached_property
    def _folded(self) -> "_Folded":
        return _Folded(self.text)


class _Folded:
    """A folded text, and the way back from its offsets.

    Between two marks offsets run in step. A mark stands where a character folds to more or fewer than one: on
    `single` marks a whole stretch of the folded text is that one character.
    """

    def __init__(self, text: str) -> None:
        self._at = array("L", [0])
        self._was = array("L", [0])
        self._single = bytearray([0])
        self.text = self._fold(text)

    def original(self, spans: Iterable[tuple[int, int]]) -> Iterator[Span]:
        """Yield where spans of the folded text are in the original, whole characters only."""
        marks = zip(self._at, self._was, self._single, strict=True)
        at, was, single = next(marks)
        nearest = next(marks, _NEVER)
        reached = 0
        for start, end in spans:
            while nearest[0] <= start:
                (at, was, single), nearest = nearest, next(marks, _NEVER)
            if single or end >= nearest[0]:
                match = Span(self._start(start), self._end(end))
            else:
                match = _span((start - at + was, end - at + was))
            if match[0] >= reached:
                reached = match[1]
                yield match

    def _start(self, position: int) -> int:
        mark = bisect_right(self._at, position) - 1
        return self._was[mark] if self._single[mark] else self._was[mark] + position - self._at[mark]

    def _end(self, position: int) -> int:
        mark = bisect_right(self._at, position) - 1
        beyond = position - self._at[mark]
        return self._was[mark] + (min(beyond, 1) if self._single[mark] else beyond)

    def _fold(self, text: str) -> str:
        text = _replaced_alike(text)
        if text.isascii():
            return text.lower()
        return "".join(self._pieces(text)).lower()

    def _pieces(self, text: str) -> Iterator[str]:
        """Yield the folded text; lower-casing it afterwards changes no length: what is not ASCII is folded here."""
        done = length = 0
        for found in _NOT_ASCII.finditer(text):
            at = found.start()
            folded = fold_character(found[0])
            yield text[done:at]
            yield folded
            length += at - done
            done = at + 1
            if len(folded) != 1:
                self._mark(length, at, single=bool(folded))
                self._mark(length + len(folded), done, single=False)
            length += len(folded)
        yield text[done:]

    def _mark(self, at: int, was: int, *, single: bool) -> None:
        self._at.append(at)
        self._was.append(was)
        self._single.append(single)


def _replaced_alike(text: str) -> str:
    """Replace the characters that fold to one ASCII character, where they are few kinds, as in most news text."""
    if text.isascii():
        return text
    others = text.encode("utf-8", "surrogatepass").translate(None, _ASCII_BYTES)
    kinds = set(others.decode("utf-8", "surrogatepass"))
    if len(kinds) > _FEW:
        return text
    for kind in kinds:
        folded = fold_character(kind)
        if len(folded) == 1 and folded.isascii():
            text = text.replace(kind, folded)
    return text


def _whole_words(words: list[str]) -> re.Pattern[str]:
    """Look behind after the first word: a pattern that begins with a plain word is searched for ten times as fast."""
    first, *others = map(re.escape, words)
    before = rf"(?<!\w{first})" if _is_letter(words[0][0]) else ""
    after = r"(?!\w)" if _is_letter(words[-1][-1]) else ""
    return re.compile(r"\s+".join((first + before, *others)) + after)


def _is_whole(text: str, start: int, end: int) -> bool:
    before = start > 0 and _is_letter(text[start - 1]) and _is_letter(text[start])
    after = 0 < end < len(text) and _is_letter(text[end]) and _is_letter(text[end - 1])
    return start < end and not before and not after


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"


def _compile(pattern: str, *, fold: bool) -> re.Pattern[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return re.compile(pattern, re.MULTILINE | (re.IGNORECASE if fold else 0))
        except re.error as error:
            place = f" at character {error.pos + 1}" if error.pos is not None else ""
            raise UsageError(f"the pattern is not a regular expression: {error.msg}{place}") from error
        except (OverflowError, RecursionError) as error:
            raise UsageError("the pattern is too large or too deep; write a simpler one") from error
