"""Find the word or the sentence at an offset.

All are in code points.
"""

import re
from collections.abc import Iterator
from functools import cache

from tui.layout import graphemes
from tui.layout.blocks import block_at
from tui.layout.language import known_code
from tui.layout.paragraphs import glued_breaks
from tui.layout.sentences import sentence_ends
from tui.layout.spaces import SPACES, WHITE, not_white, shown_end
from tui.layout.unspaced_words import FIRST_UNSPACED, is_unknown, known_words
from tui.model import Span
from tui.model.marks import JOINERS, MARKS

_HAN = r"\u3005\u3400-\u4dbf\u4e00-\u9fff"
_HIRAGANA = r"\u3041-\u309f"
_KATAKANA = r"\u30a1-\u30fa\u30fc-\u30ff"
_VOICED = r"\u3099\u309a"
_VARIANTS = r"\ufe00-\ufe0f\U000e0100-\U000e01ef"
_LETTERS = rf"(?:[^\W{_HAN}{_HIRAGANA}{_KATAKANA}]+[{MARKS}{JOINERS}]*+)++"
_INSIDE = r"(?:['’‑-]|(?<=\d)[.,:](?=\d)|(?<=[\u05d0-\u05ea])[\"\u05f3\u05f4](?=[\u05d0-\u05ea]))"
_BLANK_LINE = re.compile(rf"\n[{SPACES}]*\n")
_REACH = 10_000
"""How far from the offset a word or sentence is searched."""


@cache
def word_pattern() -> re.Pattern[str]:
    """Return the pattern of a word with apostrophes, hyphens, decimal points.

    In Chinese and Japanese a word is a run of one script. Compiling takes 15 ms, so it waits for the first use.
    """
    return re.compile(
        rf"(?:[^\W\d_][\u0300-\u036f]*\.){{2,}}|{_LETTERS}(?:{_INSIDE}{_LETTERS})*(?:(?<=[\u05d0-\u05ea])\u05f3)?"
        rf"|[{_HAN}][{_HAN}{_VARIANTS}]*|[{_HIRAGANA}]+|[{_KATAKANA}][{_KATAKANA}{_VOICED}]*"
    )


def word_at(text: str, offset: int) -> Span:
    """Return the word at `offset`, or the grapheme if no word is there.

    `word_at("a cease-fire", 8)` is `Span(2, 12)`.
    """
    if not 0 <= offset < len(text):
        return Span(len(text), len(text))
    if is_unknown(text, offset):
        return graphemes.snap(text, offset, offset + 1)
    low = max(0, offset - _REACH)
    low = max(low, text.rfind("\n", low, offset) + 1, text.rfind(" ", low, offset) + 1)  # no word has a space in it
    word = next((word for word in words(text, low, min(len(text), offset + _REACH)) if word.end > offset), None)
    return word if word and word.start <= offset else graphemes.snap(text, offset, offset + 1)


def words(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the words between two code points, cut to that range.

    In scripts without spaces they are those of `unspaced_words`, if it knows them.
    """
    while start < end:
        run = None
        for word in word_pattern().finditer(text, start, end):
            run = known_words(text, *word.span(), end) if max(word[0]) >= FIRST_UNSPACED else None
            if run:
                yield from words(text, word.start(), run.span.start)
                yield from run.words
                break
            yield Span(*word.span())
        start = run.span.end if run else end


def sentence_at(text: str, offset: int, language: str = "") -> Span:
    """Return the sentence at `offset`, without the white space around it.

    White space belongs to the sentence before: `sentence_at("One. Two.", 4)` is `Span(0, 4)`. The language is a code,
    such as `pt-BR`. It is guessed if it is empty or unknown.
    """
    offset = _nearest_shown(text, offset)
    start, end = _paragraph(text, offset)
    for stop in sentence_ends(text, start, end, known_code(language) or None):
        if stop > offset:
            end = stop
            break
        start = stop
    shown = text[start:end].rstrip(WHITE)
    return Span(start + len(shown) - len(shown.lstrip(WHITE)), start + len(shown))


def _nearest_shown(text: str, offset: int) -> int:
    """Return the nearest offset at or before, else after, without white space."""
    offset = min(max(offset, 0), len(text))
    before = shown_end(text, offset + 1)
    if before:
        return before - 1
    after = not_white().search(text, offset)
    return after.start() if after else offset


def _paragraph(text: str, offset: int) -> Span:
    """Return the displayed paragraph at `offset`, cut off at `_REACH`."""
    start, end = _source_paragraph(text, offset)
    for lost_break in glued_breaks(text, start, end):
        if lost_break > offset:
            return Span(start, lost_break)
        start = lost_break
    return Span(start, end)


def _source_paragraph(text: str, offset: int) -> Span:
    """Return the lines at `offset` that are read as one."""
    low, high = max(0, offset - _REACH), min(len(text), offset + _REACH)
    blank = _BLANK_LINE.search(text, offset, high)
    start, end = _after_blank_line(text, low, offset), blank.start() if blank else high
    if "\n" not in text[start:end]:
        return Span(start, end)
    block = block_at(text, start, end)
    if block.lines_are_paragraphs:
        line_end = text.find("\n", offset, end)
        return Span(max(start, text.rfind("\n", start, offset) + 1), end if line_end < 0 else line_end)
    return next((Span(run.start, run.end) for run in block.runs if offset <= run.end), Span(start, end))


def _after_blank_line(text: str, low: int, offset: int) -> int:
    newline = text.rfind("\n", low, offset)
    while newline >= 0:
        above = max(text.rfind("\n", low, newline), low - 1)
        if not text[above + 1 : newline].strip(WHITE):
            return newline + 1
        newline = above if above >= low else -1
    return low
