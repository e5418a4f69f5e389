"""Find the quotations of a text by their marks."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from tui.model.span import Span

Closers = Mapping[str, tuple[str, ...]]
"""The marks that close a quotation, by the one that opens it."""
_SINGLE = "‘"
_SPACED = "«"
"""A mark that may have a blank after it."""
_AFTER_BLANK = frozenset({_SINGLE, "»", "”"})
"""Marks that open a quotation only if no letter is before them."""
_LONGEST = 5000
"""Code points of a quotation in one paragraph."""


class Quotation(NamedTuple):
    """The place of a quotation, with its marks."""

    start: int
    end: int
    opened_by: str
    is_open: bool
    """Whether its paragraph ends before it is closed, and the next one opens with its mark."""


def find_quotations(text: str, paragraphs: list[Span], closers: Closers) -> list[Quotation]:
    """Return the quotations of each paragraph, none within another.

    A quotation that is not closed ends with its paragraph if the next one opens with the same mark, else it is none.
    """
    found: list[Quotation] = []
    pattern = _pattern(" ".join(sorted({*closers, *chain.from_iterable(closers.values())}, key=len, reverse=True)))
    for paragraph, following in zip(paragraphs, [*paragraphs[1:], Span(0, 0)], strict=False):
        found.extend(_in_paragraph(text, paragraph, following.of(text).lstrip()[:2], closers, pattern))
    return found


@lru_cache(maxsize=16)
def _pattern(marks: str) -> re.Pattern[str]:
    """Return the pattern of marks with blanks between them, none if empty."""
    return re.compile("|".join(map(re.escape, marks.split())) or "(?!)")


def _in_paragraph(
    text: str, paragraph: Span, following: str, closers: Closers, pattern: re.Pattern[str]
) -> Iterator[Quotation]:
    opened: tuple[int, str] | None = None
    marks = [(match.start(), match[0]) for match in pattern.finditer(text, *paragraph)]
    for place, mark in marks:
        if opened is None:
            if _opens(text, place, mark, closers):
                opened = (place, mark)
        elif mark in closers[opened[1]] and _closes(text, place, opened[1]):
            yield Quotation(opened[0], place + len(mark), opened[1], is_open=False)
            opened = None
        elif opened[1] == _SINGLE and _opens(text, place, mark, closers) and mark != _SINGLE:
            opened = (place, mark)  # what looked like a single quotation mark was none
    if opened and following.startswith(opened[1]) and opened[1] != _SINGLE:
        yield Quotation(opened[0], paragraph.stripped(text).end, opened[1], is_open=True)


def _opens(text: str, place: int, mark: str, closers: Closers) -> bool:
    if mark not in closers:
        return False
    after = text[place + len(mark) : place + len(mark) + 1]
    before = text[place - 1 : place] if place else ""
    if mark in _AFTER_BLANK and before.isalnum():
        return False
    return bool(after.strip()) or (mark == _SPACED and bool(after))


def _closes(text: str, place: int, opened: str) -> bool:
    """Return whether a mark closes, and is no apostrophe within a word."""
    if opened != _SINGLE:
        return True
    return not text[place + 1 : place + 2].isalnum() and text[place - 1 : place] != " "
