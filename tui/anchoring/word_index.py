"""A text as a string of words, one code point a word, so that words are compared as fast as letters."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from operator import add
from typing import NamedTuple

_UNSPACED = "\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Scripts that put no space between words (Thai, Lao, kana, Han): each letter counts as a word."""
_PLAIN = str.maketrans("‘’‚‛′`´“”„‟″«»‹›‐‑‒–—―−", "'" * 7 + '"' * 7 + "''" + "-" * 7)
_UNKNOWN_MARK, _UNKNOWN_WORD = "\U0010fffe", "\U0010ffff"
"""Stand for what the text does not hold: they equal nothing in it."""
_LAST_CODE = 0x10FFFD


def fold_word(text: str) -> str:
    """Return `text` in small letters, with plain quote marks and dashes; the length may change."""
    return text.casefold().translate(_PLAIN)


def is_punctuation(word: str) -> bool:
    """Tell whether `word` is punctuation or a symbol rather than a word."""
    return not (word[0].isalnum() or word[0] == "_")


def count_words(text: str) -> int:
    """Return how many words `text` holds; in scripts without spaces each letter counts as one."""
    return sum(not is_punctuation(word) for word in _word().findall(text))


@cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+|[^\w\s]")  # 7 ms, when first asked for


class WordCodes(NamedTuple):
    """The words and marks of a text: a code point for each, and where each stands, in code points."""

    codes: str
    starts: Sequence[int]
    ends: Sequence[int]


class WordIndex:
    """A text's words, and where each pair of neighbours stands among them."""

    def __init__(self, text: str) -> None:
        self._codes: dict[str, str] = {}
        self._by_fold: dict[str, str] = {}
        self._marks = {_UNKNOWN_MARK}
        self.words = _cut(text, self._learn)
        self.pairs = _pairs(self.words.codes)

    def encode(self, text: str) -> WordCodes:
        """Cut another text into words, in the codes of this one."""
        return _cut(text, self._look_up)

    def count(self, codes: Iterable[str]) -> int:
        """Return how many of `codes` are words, not marks."""
        marks = self._marks
        return len([code for code in codes if code not in marks])

    def _learn(self, word: str) -> str:
        code = self._codes.get(word)
        if code is None:
            code = self._codes[word] = self._by_fold.setdefault(fold_word(word), self._next_code())
            if is_punctuation(word):
                self._marks.add(code)
        return code

    def _next_code(self) -> str:
        """Past a million different words the rest share a code: found too often, but then compared in full."""
        return chr(min(len(self._by_fold), _LAST_CODE))

    def _look_up(self, word: str) -> str:
        code = self._codes.get(word) or self._by_fold.get(fold_word(word))
        return code or (_UNKNOWN_MARK if is_punctuation(word) else _UNKNOWN_WORD)


def _cut(text: str, code: Callable[[str], str]) -> WordCodes:
    found = list(_word().finditer(text))
    codes = "".join([code(match[0]) for match in found])
    return WordCodes(codes, [match.start() for match in found], [match.end() for match in found])


def _pairs(codes: str) -> Mapping[str, list[int]]:
    pairs: defaultdict[str, list[int]] = defaultdict(list)
    for place, pair in enumerate(map(add, codes, codes[1:])):
        pairs[pair].append(place)
    return dict(pairs)
