"""Encode each word of a text as one code point, to compare words fast."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from operator import add
from typing import NamedTuple
from unicodedata import normalize

from tui.model.marks import JOINERS, MARKS

_UNSPACED = "\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Scripts without spaces between words (Thai, Lao, kana, Han): each letter counts as a word."""
_LETTER = rf"[^\W{_UNSPACED}]"
_PLAIN = str.maketrans("‘’‚‛′`´“”„‟″«»‹›‐‑‒–—―−", "'" * 7 + '"' * 7 + "''" + "-" * 7, JOINERS)
_PLAIN |= {0xFEE0 + code: code for code in range(0x21, 0x7F)}
_ASCII_WORD = re.compile(r"\w+|[^\w\s]")
_UNKNOWN_MARK, _UNKNOWN_WORD = "\U0010fffe", "\U0010ffff"
"""The codes of what is not in the text."""
_LAST_CODE = 0x10FFFD


def fold_word(text: str) -> str:
    """Return `text` in lower case, with plain quote marks and dashes, in NFC.

    Full-width letters become plain ones, and soft hyphens and joiners are dropped. The length may change:
    `fold_word("Straße’s")` is `"strasse's"`.
    """
    return normalize("NFC", text.casefold().translate(_PLAIN))


def is_punctuation(word: str) -> bool:
    """Return whether `word` is punctuation or a symbol."""
    return not (word[0].isalnum() or word[0] == "_")


def count_words(text: str) -> int:
    """Return the number of words, without punctuation: 2 for `"Oh, no!"`."""
    return sum(not is_punctuation(word) for word in _word(text).findall(text))


def folded_words(text: str) -> list[str]:
    """Return the words folded: `oh` and `no` for `"Oh, no!"`."""
    return [fold_word(word) for word in _word(text).findall(text) if not is_punctuation(word)]


def _word(text: str) -> re.Pattern[str]:
    return _ASCII_WORD if text.isascii() else _any_word()


@cache
def _any_word() -> re.Pattern[str]:
    # Compiling takes 16 ms, so it waits for the first text that is not ASCII.
    return re.compile(rf"[{_UNSPACED}]|{_LETTER}++(?:[{MARKS}{JOINERS}]++{_LETTER}*+)*+|[^\w\s]")


class WordCodes(NamedTuple):
    """The words and marks of a text: a code each, and where each is."""

    codes: str
    starts: Sequence[int]
    """In code points."""
    ends: Sequence[int]


class WordIndex:
    """The encoded words of a text, and where each pair of neighbours is."""

    def __init__(self, text: str) -> None:
        self._codes: dict[str, str] = {}
        self._by_fold: dict[str, str] = {}
        self._marks = {_UNKNOWN_MARK}
        self.words = _tokenize(text, self._add)
        self.pairs = _pairs(self.words.codes)

    def encode(self, text: str) -> WordCodes:
        """Encode another text in the codes of this one."""
        return _tokenize(text, self._look_up)

    def count(self, codes: Iterable[str]) -> int:
        """Return how many of `codes` are words rather than punctuation."""
        marks = self._marks
        return len([code for code in codes if code not in marks])

    def _add(self, word: str) -> str:
        code = self._codes.get(word)
        if code is None:
            code = self._codes[word] = self._by_fold.setdefault(fold_word(word), self._next_code())
            if is_punctuation(word):
                self._marks.add(code)
        return code

    def _next_code(self) -> str:
        # After a million different words the rest share a code: too many places match, but each is compared in full.
        return chr(min(len(self._by_fold), _LAST_CODE))

    def _look_up(self, word: str) -> str:
        code = self._codes.get(word) or self._by_fold.get(fold_word(word))
        return code or (_UNKNOWN_MARK if is_punctuation(word) else _UNKNOWN_WORD)


def _tokenize(text: str, encode: Callable[[str], str]) -> WordCodes:
    words = list(_word(text).finditer(text))
    codes = "".join([encode(word[0]) for word in words])
    return WordCodes(codes, [word.start() for word in words], [word.end() for word in words])


def _pairs(codes: str) -> Mapping[str, list[int]]:
    pairs: defaultdict[str, list[int]] = defaultdict(list)
    for first, pair in enumerate(map(add, codes, codes[1:])):
        pairs[pair].append(first)
    return dict(pairs)
