"""The word, the sentence and the paragraph at a place in a text; offsets and ends in code points."""

import re
from functools import cache

from tui.layout import graphemes
from tui.layout.paragraphs import glued_breaks, is_hard_wrapped
from tui.layout.sentences import sentence_ends
from tui.layout.spaces import NOT_WHITE, SPACES, WHITE, shown_end
from tui.model import Span

_HAN = r"\u3005\u3400-\u4dbf\u4e00-\u9fff"
_HIRAGANA = r"\u3041-\u309f"
_KATAKANA = r"\u30a1-\u30fa\u30fc-\u30ff"
_MARKS = (
    r"\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0903"
    r"\u093a-\u094f\u0951-\u0957\u0962\u0963\u0980-\u0dff\u0e31-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ece\u0f71-\u0f84"
    r"\u102b-\u103e\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f"
)
_LETTERS = rf"(?:[^\W{_HAN}{_HIRAGANA}{_KATAKANA}][{_MARKS}]*)+"
_INSIDE = r"(?:['’‑-]|(?<=\d)[.,:](?=\d))"
_BLANK_LINE = re.compile(rf"\n[{SPACES}]*\n")
_REACH = 10_000
"""How far from the offset a word or sentence is sought."""


@cache
def word_pattern() -> re.Pattern[str]:
    """Return the pattern of a word, with its apostrophes, hyphens and decimal points.

    Chinese and Japanese are taken by runs of one script. Compiling takes 15 ms, and the first picture needs none.
    """
    return re.compile(
        rf"(?:[^\W\d_]\.){{2,}}|{_LETTERS}(?:{_INSIDE}{_LETTERS})*|[{_HAN}]+|[{_HIRAGANA}]+|[{_KATAKANA}]+"
    )


def word_at(text: str, offset: int) -> Span:
    """Return the word that holds `offset`; the grapheme there where it is not in a word."""
    if not 0 <= offset < len(text):
        return Span(len(text), len(text))
    since = max(0, text.rfind("\n", 0, offset) + 1, offset - _REACH)
    for word in word_pattern().finditer(text, since, min(len(text), offset + _REACH)):
        if word.end() > offset:
            return Span(*word.span()) if word.start() <= offset else graphemes.snap(text, offset, offset + 1)
    return graphemes.snap(text, offset, offset + 1)


def sentence_at(text: str, offset: int) -> Span:
    """Return the sentence that holds `offset`, without the white space around it.

    White space between two sentences belongs to the one before.
    """
    offset = _on_text(text, offset)
    start, end = _paragraph(text, offset, _REACH)
    for stop in sentence_ends(text, start, end):
        if stop > offset:
            end = stop
            break
        start = stop
    return _trimmed(text, start, end)


def paragraph_at(text: str, offset: int) -> Span:
    """Return the displayed paragraph that holds `offset`, without the white space around it.

    White space between two paragraphs belongs to the one before.
    """
    return _trimmed(text, *_paragraph(text, _on_text(text, offset), len(text)))


def _on_text(text: str, offset: int) -> int:
    """Return the nearest offset before, else after, that is not white space."""
    offset = min(max(offset, 0), len(text))
    before = shown_end(text, offset + 1)
    if before:
        return before - 1
    after = NOT_WHITE.search(text, offset)
    return after.start() if after else offset


def _paragraph(text: str, offset: int, reach: int) -> Span:
    """Return the paragraph that holds `offset`, cut off at `reach` code points on either side."""
    start, end = _source_paragraph(text, offset, reach)
    for glued in glued_breaks(text, start, end):
        if glued > offset:
            return Span(start, glued)
        start = glued
    return Span(start, end)


def _source_paragraph(text: str, offset: int, reach: int) -> Span:
    low, high = max(0, offset - reach), min(len(text), offset + reach)
    if not is_hard_wrapped(text):
        end = text.find("\n", offset, high)
        return Span(max(low, text.rfind("\n", low, offset) + 1), high if end < 0 else end)
    blank = _BLANK_LINE.search(text, offset, high)
    return Span(_after_blank_line(text, low, offset), blank.start() if blank else high)


def _after_blank_line(text: str, low: int, offset: int) -> int:
    at = text.rfind("\n", low, offset)
    while at >= 0:
        above = max(text.rfind("\n", low, at), low - 1)
        if not text[above + 1 : at].strip(WHITE):
            return at + 1
        at = above if above >= low else -1
    return low


def _trimmed(text: str, start: int, end: int) -> Span:
    shown = text[start:end].rstrip(WHITE)
    return Span(start + len(shown) - len(shown.lstrip(WHITE)), start + len(shown))
