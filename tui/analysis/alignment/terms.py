"""The words that a statement is about, cut to their stems."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from tui.analysis.folding import fold
from tui.layout.guess_language import guess_language
from tui.layout.language import language
from tui.layout.unspaced_words import UNSPACED

STEM_LENGTH = 6
"""How many letters of a word count: `agreem` for `agreement` and `agreements`."""
_SAMPLE = 4000
"""Code points by which the language is guessed."""
_FIRST_SYLLABLE = "\u0e00"
"""Scripts without spaces, and Hangul, are above it."""
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*")
_STARTS = '.!?:\n“"«„'
"""What stands before the first word of a sentence."""
_GROUPED = re.compile(r"(?<=\d)[.,](?=\d{3}(?!\d))")


class Term(NamedTuple):
    """A word that carries meaning."""

    stem: str
    word: str
    """As the text has it."""
    is_name: bool
    """Whether it is a number, or has a capital that no sentence gives it."""
    unit: int = 0
    """The number of the name or compound that it is a part of: one for `Ana Ruiz`, and for `cease-fire`."""


def terms_of(text: str, function_words: frozenset[str]) -> tuple[Term, ...]:
    """Return the terms of a text in its order, without function words.

    In scripts without spaces each pair of characters is a term.
    """
    return tuple(_terms(text, function_words))


def function_words(texts: Iterable[str]) -> frozenset[str]:
    """Return the function words of the language that texts are in."""
    sample = ""
    for text in texts:
        sample += f" {text}"
        if len(sample) > _SAMPLE:
            break
    return _common_words(guess_language(sample[:_SAMPLE])[0])


def stem_of(word: str) -> str:
    """Return the stem of a word, and a number without what groups digits.

    `stem_of("Çalışmalar")` is `calism`, `stem_of("1,000")` is `1000`.
    """
    return _GROUPED.sub("", word) if word[0].isdigit() else fold(word)[:STEM_LENGTH]


@cache
def _common_words(code: str) -> frozenset[str]:
    return frozenset(map(fold, language(code).common))


def _terms(text: str, function_words: frozenset[str]) -> Iterator[Term]:
    unit = last = 0
    was_capital = False
    for match in _WORD.finditer(text):
        word, between = match[0], text[last : match.start()]
        starts_sentence = not last or any(mark in between for mark in _STARTS)
        is_capital = word[0].isupper()
        unit += not (between == "-" or (between == " " and was_capital and is_capital))
        last, was_capital = match.end(), is_capital
        if word[0] >= _FIRST_SYLLABLE and _syllables().match(word):
            yield from (Term(pair, pair, is_name=False, unit=unit) for pair in _pairs(word))
        elif fold(word) not in function_words and (len(word) > 1 or word.isdigit()):
            yield Term(stem_of(word), word, word[0].isdigit() or (is_capital and not starts_sentence), unit)


def _pairs(word: str) -> Iterable[str]:
    return (word[at : at + 2] for at in range(max(1, len(word) - 1)))


@cache
def _syllables() -> re.Pattern[str]:
    return re.compile(rf"[{UNSPACED}\uac00-\ud7af]")
