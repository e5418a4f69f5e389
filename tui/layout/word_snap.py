"""Widen a range to whole words.

All are in code points.
"""

import re
from functools import cache

from tui.layout import graphemes
from tui.layout.units import word_at
from tui.layout.unspaced_words import UNSPACED
from tui.model import Span


def unit_at(text: str, offset: int) -> Span:
    """Return what is selected as a whole at `offset`, at least a grapheme.

    That is a word with its apostrophes and hyphens, a mark of punctuation, or a character of a script without spaces:
    `unit_at("a cease-fire, he", 3)` is `Span(2, 12)`, and at 12 it is `Span(12, 13)`.
    """
    start = graphemes.start_of(text, offset)
    character = graphemes.snap(text, start, start + 1)
    if _unspaced().match(text, start):
        return character
    word = word_at(text, start)
    return graphemes.snap(text, *_between_unspaced(text, word, character))


def _between_unspaced(text: str, word: Span, character: Span) -> Span:
    """Return the part of a word around a character without unspaced scripts."""
    before = list(_unspaced().finditer(text, word.start, character.start))
    after = _unspaced().search(text, character.end, word.end)
    return Span(before[-1].end() if before else word.start, after.start() if after else word.end)


def snap_to_words(text: str, span: Span) -> Span:
    """Return a range widened to whole words, without white space at its ends.

    `snap_to_words("a cease-fire, he", Span(4, 9))` is `Span(2, 12)`. White space alone stays as it is.
    """
    snapped = span.stripped(text)
    if snapped.start >= snapped.end:
        return graphemes.snap(text, *span)
    while True:
        wider = Span(unit_at(text, snapped.start).start, unit_at(text, snapped.end - 1).end)
        if wider == snapped:
            return snapped
        snapped = wider


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(f"[{UNSPACED}]")
