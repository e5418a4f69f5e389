"""Full-text search that ignores case, accents and line breaks.

A text is folded once (`TextSearcher`) and then searched any number of times. Hits are spans of the original text,
even if a character folds to several (`ß`, `ﬁ`, `…`) or to none (a combining accent).
"""

from __future__ import annotations

import re
import sys
import warnings
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.folding import fold, fold_character
from tui.analysis.pattern_size import check_size
from tui.errors import UsageError
from tui.model import Span

if TYPE_CHECKING:
    import regex

PATTERN_SECONDS = 1.0
"""Processor time that a regular expression may take in one text."""
TOO_SLOW = "takes too long; simplify it"
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_ASCII_BYTES = bytes(range(128))
_MAX_REPLACED = 48
"""Up to so many different characters, replacing one after the other is faster than one walk through the text."""
_make_span = Span._make
_AFTER_LAST = (sys.maxsize, 0, 0)


class SearchQuery(NamedTuple):
    """What to look for."""

    text: str
    fold: bool = True
    """Whether to ignore case and accents (with `regex`: only case)."""
    whole_word: bool = False
    """Whether a hit must begin and end at the edge of a word."""
    regex: bool = False
    """Whether `text` is a regular expression, to match the text as it is."""

    def compile(self) -> re.Pattern[str] | None:
        """Return the pattern for words, or None if there are none."""
        words = (fold(self.text) if self.fold else self.text).split()
        if not words:
            return None
        if self.whole_word:
            return _whole_words(words)
        return re.compile(r"\s+".join(map(re.escape, words)))


class TextSearcher:
    """A text that is ready for any number of searches."""

    def __init__(self, text: str) -> None:
        self.text = text

    def find(self, query: SearchQuery, limit: int | None = None) -> tuple[Span, ...]:
        """Return at most `limit` hits in code points, in order, not overlapping.

        `TextSearcher("Straße").find(SearchQuery("ss"))` is `(Span(4, 5),)`. Raises UsageError if the regular
        expression is wrong or takes too long.
        """
        if query.regex:
            return tuple(islice(self._find_pattern(query), limit)) if query.text else ()
        pattern = query.compile()
        if pattern is None:
            return ()
        text = self._folded.text if query.fold else self.text
        spans = (match.span() for match in pattern.finditer(text))
        hits = self._folded.original(spans) if query.fold else (Span(*span) for span in spans)
        return tuple(islice(hits, limit))

    def _find_pattern(self, query: SearchQuery) -> Iterator[Span]:
        """Yield the matches of a pattern, while other threads may run."""
        pattern = _compile(query.text, fold=query.fold)
        try:
            for match in pattern.finditer(self.text, timeout=PATTERN_SECONDS, concurrent=True):
                start, end = match.span()
                if start < end and (not query.whole_word or _is_whole_word(self.text, start, end)):
                    yield Span(start, end)
        except TimeoutError as error:
            raise UsageError(TOO_SLOW) from error
        except MemoryError as error:
            raise UsageError("the pattern takes too much memory; write a simpler one") from error

    @cached_property
    def _folded(self) -> _FoldedText:
        return _FoldedText(self.text)


class _FoldedText:
    """A folded text, with a map of its offsets to those of the original.

    The map has a mark at each offset where the two run apart: before and after a character that folds to more or
    fewer than one. Up to the next mark they run in step, unless the mark is `single`: then all of the folded text
    up to the next mark is one character of the original.
    """

    def __init__(self, text: str) -> None:
        self._folded_offsets = array("L", [0])
        self._original_offsets = array("L", [0])
        self._single = bytearray([0])
        self.text = self._fold(text)

    def original(self, spans: Iterable[tuple[int, int]]) -> Iterator[Span]:
        """Yield the spans in the original text, widened to whole characters."""
        marks = zip(self._folded_offsets, self._original_offsets, self._single, strict=True)
        folded, original, single = next(marks)
        following = next(marks, _AFTER_LAST)
        done = 0
        for start, end in spans:
            while following[0] <= start:
                (folded, original, single), following = following, next(marks, _AFTER_LAST)
            if single or end >= following[0]:
                hit = Span(self._original_start(start), self._original_end(end))
            else:
                hit = _make_span((start - folded + original, end - folded + original))
            if hit[0] >= done:
                done = hit[1]
                yield hit

    def _original_start(self, offset: int) -> int:
        mark = bisect_right(self._folded_offsets, offset) - 1
        beyond = 0 if self._single[mark] else offset - self._folded_offsets[mark]
        return self._original_offsets[mark] + beyond

    def _original_end(self, offset: int) -> int:
        mark = bisect_right(self._folded_offsets, offset) - 1
        beyond = offset - self._folded_offsets[mark]
        return self._original_offsets[mark] + (min(beyond, 1) if self._single[mark] else beyond)

    def _fold(self, text: str) -> str:
        text = _replace_few(text)
        if text.isascii():
            return text.lower()
        # The pieces are folded but for ASCII letters, so lower() changes no length.
        return "".join(self._fold_pieces(text)).lower()

    def _fold_pieces(self, text: str) -> Iterator[str]:
        done = length = 0
        for match in _NOT_ASCII.finditer(text):
            start = match.start()
            folded = fold_character(match[0])
            yield text[done:start]
            yield folded
            length += start - done
            done = start + 1
            if len(folded) != 1:
                self._mark(length, start, single=bool(folded))
                self._mark(length + len(folded), done, single=False)
            length += len(folded)
        yield text[done:]

    def _mark(self, folded: int, original: int, *, single: bool) -> None:
        self._folded_offsets.append(folded)
        self._original_offsets.append(original)
        self._single.append(single)


def _replace_few(text: str) -> str:
    """Fold characters to ASCII one for one, if few are not ASCII."""
    if text.isascii():
        return text
    others = text.encode("utf-8", "surrogatepass").translate(None, _ASCII_BYTES)
    characters = set(others.decode("utf-8", "surrogatepass"))
    if len(characters) > _MAX_REPLACED:
        return text
    for character in characters:
        folded = fold_character(character)
        if len(folded) == 1 and folded.isascii():
            text = text.replace(character, folded)
    return text


def _whole_words(words: list[str]) -> re.Pattern[str]:
    # The look-behind follows the first word: a pattern that begins with plain letters is found ten times as fast.
    first, *others = map(re.escape, words)
    before = rf"(?<!\w{first})" if _is_letter(words[0][0]) else ""
    after = r"(?!\w)" if _is_letter(words[-1][-1]) else ""
    return re.compile(r"\s+".join((first + before, *others)) + after)


def _is_whole_word(text: str, start: int, end: int) -> bool:
    before = start > 0 and _is_letter(text[start - 1]) and _is_letter(text[start])
    after = 0 < end < len(text) and _is_letter(text[end]) and _is_letter(text[end - 1])
    return start < end and not before and not after


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"


def _compile(pattern: str, *, fold: bool) -> regex.Pattern[str]:
    """Compile a pattern of `re` for the matcher of `regex`.

    That one has a time limit. Raises UsageError if `re` refuses the pattern, so that there is no recursion and no fuzzy
    matching, which only `regex` has.
    """
    import regex  # noqa: PLC0415 - only a pattern needs it

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            re.compile(pattern)
            check_size(pattern)
            return regex.compile(pattern, regex.MULTILINE | (regex.IGNORECASE if fold else 0))
        except re.error as error:
            place = f" at character {error.pos + 1}" if error.pos is not None else ""
            raise UsageError(f"the pattern is not a regular expression: {error.msg}{place}") from error
        except regex.error as error:
            raise UsageError(f"the pattern is not a regular expression: {error}") from error
        except (OverflowError, RecursionError, MemoryError) as error:
            raise UsageError("the pattern is too large or too deep; write a simpler one") from error
