"""Full-text search that ignores case, accents and line breaks.

A text is folded once (`TextSearcher`) and then searched any number of times. Hits are spans of the original text,
even if a character folds to several (`ß`, `ﬁ`, `…`) or to none (a combining accent). Text and query are compared in
the canonical form NFC, regular expressions too, so it does not matter in which form either was written.
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
from unicodedata import normalize

from tui.analysis.folding import KANA_MARKS, NON_JOINER, fold, fold_character, is_blank_joiner
from tui.analysis.pattern_size import check_size
from tui.errors import UsageError
from tui.model import Span
from tui.model.canonical_form import CanonicalForm
from tui.model.marks import JOINERS, MARKS

if TYPE_CHECKING:
    import regex

PATTERN_SECONDS = 1.0
"""Processor time that a regular expression may take in one text."""
TOO_SLOW = "takes too long; simplify it"
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_ASCII_BYTES = bytes(range(128))
_ARABIC = re.compile("[\u0620-\u06ff]")
_WORD_PART = rf"[\w{MARKS}{JOINERS}]"
_WITHIN_LETTER = rf"(?![\u1160-\u11ff{KANA_MARKS}])"
"""Whether a hit ends at the end of a letter: `가` is not in `간`, and `か` is not in `が`."""
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
        if self.fold and _ARABIC.search(self.text):
            return _arabic_words(self.text, whole_word=self.whole_word)
        words = (fold(self.text) if self.fold else normalize("NFC", self.text)).split()
        if not words:
            return None
        if self.whole_word:
            return _whole_words(words)
        return re.compile(r"\s+".join(map(re.escape, words)) + _letter_end(words))


class TextSearcher:
    """A text that is ready for any number of searches."""

    def __init__(self, text: str) -> None:
        self.text = text

    def find(self, query: SearchQuery, limit: int | None = None) -> tuple[Span, ...]:
        """Return at most `limit` hits in code points, in order, not overlapping.

        `TextSearcher("Straße").find(SearchQuery("ss"))` is `(Span(4, 5),)`. Raises UsageError if the regular
        expression is wrong or takes too long.
        """
        hits = islice(self._find_pattern(query) if query.regex else self._find_words(query), limit)
        if self._form.text is self.text:
            return tuple(hits)
        return tuple(_without_overlaps(self._form.original_span(*hit) for hit in hits))

    def _find_words(self, query: SearchQuery) -> Iterator[Span]:
        pattern = query.compile()
        if pattern is None:
            return iter(())
        text = self._folded.text if query.fold else self._form.text
        spans = (match.span() for match in pattern.finditer(text))
        return self._folded.original(spans) if query.fold else (Span(*span) for span in spans)

    def _find_pattern(self, query: SearchQuery) -> Iterator[Span]:
        """Yield the matches of a pattern, while other threads may run."""
        text, pattern = self._form.text, _compile(normalize("NFC", query.text), fold=query.fold)
        try:
            for match in pattern.finditer(text, timeout=PATTERN_SECONDS, concurrent=True):
                start, end = match.span()
                if start < end and (not query.whole_word or _is_whole_word(text, start, end)):
                    yield Span(start, end)
        except TimeoutError as error:
            raise UsageError(TOO_SLOW) from error
        except MemoryError as error:
            raise UsageError("the pattern takes too much memory; write a simpler one") from error

    @cached_property
    def _form(self) -> CanonicalForm:
        return CanonicalForm(self.text)

    @cached_property
    def _folded(self) -> _FoldedText:
        return _FoldedText(self._form.text)


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
            folded = NON_JOINER if is_blank_joiner(text, start) else fold_character(match[0])
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


def _arabic_words(text: str, *, whole_word: bool) -> re.Pattern[str] | None:
    """Return the pattern for words, which a joiner or blank separates.

    `می‌گوید` is also written `می گوید` and `میگوید`.
    """
    words = (map(fold, word.split(NON_JOINER)) for word in text.split())
    parts = (rf"[\s{NON_JOINER}]*".join(map(_with_joiners, filter(None, pieces))) for pieces in words)
    pattern = rf"[\s{NON_JOINER}]+".join(filter(None, parts))
    if not pattern:
        return None
    return re.compile(rf"(?<!{_WORD_PART}){pattern}(?!{_WORD_PART})" if whole_word else pattern)


def _with_joiners(piece: str) -> str:
    return f"{NON_JOINER}?".join(map(re.escape, piece))


def _whole_words(words: list[str]) -> re.Pattern[str]:
    # The look-behind follows the first word: a pattern that begins with plain letters is found ten times as fast.
    first, *others = map(re.escape, words)
    before = rf"(?<!{_WORD_PART}{first})" if _is_word_part(words[0][0]) else ""
    after = rf"(?!{_WORD_PART})" if _is_word_part(words[-1][-1]) else ""
    return re.compile(r"\s+".join((first + before, *others)) + after)


def _without_overlaps(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield spans in order, of several in one letter only the first."""
    done = 0
    for span in spans:
        if span.start >= done:
            done = span.end
            yield span


def _letter_end(words: list[str]) -> str:
    """Return what must follow the words, so that their last letter is whole."""
    last = words[-1][-1]
    return _WITHIN_LETTER if "\u1100" <= last <= "\u11ff" or "\u3041" <= last <= "\u30ff" else ""


def _is_whole_word(text: str, start: int, end: int) -> bool:
    before = start > 0 and _is_word_part(text[start - 1]) and _is_word_part(text[start])
    after = 0 < end < len(text) and _is_word_part(text[end]) and _is_word_part(text[end - 1])
    return start < end and not before and not after


def _is_word_part(character: str) -> bool:
    return re.match(_WORD_PART, character) is not None


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
