"""A text in Unicode's canonical composed form, NFC, and its offsets.

`é` can be one code point or a letter and an accent, and marks on a letter can be in any order. Such texts are
canonically equivalent: they look alike and mean the same. In NFC they are equal.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple
from unicodedata import category, is_normalized, normalize

from tui.model.span import Span

_PART = 4096
"""Code points of a text that are composed at once, and the rest of their line."""


class _Offsets(NamedTuple):
    """Where the pieces that composing changes begin and end, in code points."""

    starts: "array[int]"
    ends: "array[int]"


class CanonicalForm:
    """A text in NFC, and the map between its offsets and the original's."""

    __slots__ = ("_composed", "_original", "original", "text")

    def __init__(self, original: str) -> None:
        self.original = original
        self._original = _Offsets(array("L"), array("L"))
        self._composed = _Offsets(array("L"), array("L"))
        changing = [part for part in _parts(original) if not is_normalized("NFC", part.of(original))]
        self.text = "".join(self._compose(original, changing)) if changing else original
        """In NFC."""

    def original_span(self, start: int, end: int) -> Span:
        """Return the original's span of a span in NFC, both in code points.

        Half a letter becomes the whole. If `text` is "ét" of two code points and the original has three,
        `original_span(0, 1)` is `Span(0, 2)`.
        """
        return _map_span(start, end, self._composed, self._original)

    def composed_span(self, start: int, end: int) -> Span:
        """Return the span in NFC of a span in the original, both in code points.

        Half a letter becomes the whole. If `text` is "ét" of two code points and the original has three,
        `composed_span(2, 3)` is `Span(1, 2)`.
        """
        return _map_span(start, end, self._original, self._composed)

    def _compose(self, text: str, changing: Sequence[Span]) -> Iterator[str]:
        done = length = 0
        for start, end in _changing_pieces(text, changing):
            piece = normalize("NFC", text[start:end])
            yield text[done:start]
            yield piece
            length += start - done
            self._add(start, end, length, length + len(piece))
            length += len(piece)
            done = end
        yield text[done:]

    def _add(self, start: int, end: int, composed_start: int, composed_end: int) -> None:
        self._original.starts.append(start)
        self._original.ends.append(end)
        self._composed.starts.append(composed_start)
        self._composed.ends.append(composed_end)


def _parts(text: str) -> Iterator[Span]:
    """Yield ranges that end before a line break, with which nothing composes.

    Most parts of a long text are in ASCII or in NFC, which is seen ten times as fast part by part.
    """
    start = 0
    while start < len(text):
        end = text.find("\n", start + _PART)
        yield Span(start, end if end >= 0 else len(text))
        start = end if end >= 0 else len(text)


def _changing_pieces(text: str, changing: Sequence[Span]) -> Iterator[Span]:
    """Yield the letters with their marks that are not in NFC, of some parts."""
    letters = _letters(set().union(*(part.of(text) for part in changing)))
    for piece in chain.from_iterable(letters.finditer(text, *part) for part in changing):
        if not is_normalized("NFC", piece[0]):
            yield Span(*piece.span())


def _letters(characters: set[str]) -> re.Pattern[str]:
    """Return the pattern of the letters that composing may change."""
    joining = "".join(map(re.escape, filter(_joins, characters)))
    single = "".join(re.escape(character) for character in characters if not is_normalized("NFC", character))
    with_marks, alone = f"[^{joining}]?[{joining}]+", f"[{single}]"
    return re.compile("|".join([with_marks] * bool(joining) + [alone] * bool(single)))


def _joins(character: str) -> bool:
    """Return whether a character can compose with the one before it.

    Marks can, and the vowels and final consonants of Hangul and of Kirat Rai.
    """
    return (
        category(character)[0] == "M" or "\u1160" <= character <= "\u11ff" or "\U00016d63" <= character <= "\U00016d67"
    )


def _map_span(start: int, end: int, source: _Offsets, target: _Offsets) -> Span:
    return Span(_map_start(start, source, target), _map_end(end, source, target))


def _map_start(offset: int, source: _Offsets, target: _Offsets) -> int:
    number = bisect_right(source.starts, offset) - 1
    if number < 0:
        return offset
    beyond = offset - source.ends[number]
    return target.starts[number] if beyond < 0 else target.ends[number] + beyond


def _map_end(offset: int, source: _Offsets, target: _Offsets) -> int:
    number = bisect_left(source.starts, offset) - 1
    return offset if number < 0 else target.ends[number] + max(0, offset - source.ends[number])
