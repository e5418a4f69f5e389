"""Guess the language of a text from its frequent words."""

import re
from collections import Counter, defaultdict
from functools import cache, lru_cache

from tui.layout.language import DEFAULT, codes, language

_SAMPLE = 600
"""Code points of a paragraph that are looked at."""
_HEAD = 2000
"""Code points at the start of the text that are looked at too if it says too little."""
_ENOUGH = 3.0
"""Words that only one language has, each counts 1."""
_BETWEEN = re.compile(r"[^\w'’\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u097f\u200c]+")
_FRONT_MATTER = re.compile(
    r"(?:---|\+\+\+)\n(?:(?!---|\+\+\+).*\n){0,60}?lang(?:uage)?[ \t]*[:=][ \t]*[\"']?([A-Za-z]{2,3})\b"
)


def language_at(text: str, start: int, end: int) -> str:
    """Return the code of the language of a paragraph, English if unknown.

    `start` and `end` are code points. What the front matter names goes first.
    """
    named = _FRONT_MATTER.match(text)
    if named and named[1].lower() in codes():
        return named[1].lower()
    paragraph = text[start : min(end, start + _SAMPLE)]
    guess, score = guess_language(paragraph)
    return guess if score >= _ENOUGH else guess_language(f"{text[:_HEAD]} {paragraph}")[0]


@lru_cache(maxsize=64)
def guess_language(sample: str) -> tuple[str, float]:
    """Return the most likely language of a text, and how much speaks for it."""
    scores: Counter[str] = Counter()
    for word in _BETWEEN.split(sample.lower()):
        for code, weight in _weights().get(word, ()):
            scores[code] += weight  # type: ignore[assignment]
    return max(scores.items(), key=lambda item: item[1]) if scores else (DEFAULT, 0.0)


@cache
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    """Return the languages of each frequent word: the fewer, the more it says."""
    known: defaultdict[str, list[str]] = defaultdict(list)
    for code in sorted(codes()):
        for word in language(code).common:
            known[word].append(code)
    return {word: tuple((code, 1 / len(owners)) for code in owners) for word, owners in known.items()}
