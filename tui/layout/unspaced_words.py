"""Find words in scripts without spaces between them.

The extra `words` knows those of Thai, Chinese and Japanese. Without it, and in other scripts, they are not known.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from pathlib import Path
from typing import NamedTuple

from tui.layout import graphemes
from tui.model import Span

FIRST_UNSPACED = "\u0e00"
UNSPACED = (
    r"\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\u1b00-\u1b7f"
    r"\u3005-\u3007\u3021-\u3029\u3041-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    r"\ua980-\ua9df\uaa60-\uaadf\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
"""Scripts without spaces between words: Thai, Lao, Khmer, Burmese, Chinese, Japanese and so on."""

_THAI = "\u0e01-\u0e3a\u0e40-\u0e4e"
_KANA = "\u3041-\u3096\u30a1-\u30fa"
_HAN = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff"
_IN_WORDS = "\u3099\u309a\u30fc-\u30fe\ufe00-\ufe0f\U000e0100-\U000e01ef"
_TIBETAN = "\u0f00-\u0fff"
_HEAD = 2000  # code points by which Chinese is told from Japanese
_CONTEXT = 3  # characters on either side by which the extra decides, however long the text is
_LONGEST = 500  # code points that are divided at once
_JAPANESE = "ja_word"

Parse = Callable[[str], list[str]]


class WordRun(NamedTuple):
    """Letters of a script without spaces, and the words in them."""

    span: Span
    words: list[Span]


def known_words(text: str, start: int, stop: int, end: int) -> WordRun | None:
    """Return letters without spaces that begin in a range, with their words.

    They begin between `start` and `stop` and reach to `end` at most, in code points. Return None if there are none, or
    their words are not known.
    """
    first = _runs().search(text, start, stop)
    parse = _parser(_model(text, first.start())) if first else None
    if first is None or parse is None:
        return None
    before = _runs_before().search(text, max(0, first.start() - _CONTEXT), first.start())
    begin = before.start() if before else first.start()
    last = min(end, first.start() + _LONGEST)
    run = _runs().match(text, begin, min(len(text), last + _CONTEXT))
    if run is None:
        return None
    span = Span(first.start(), min(run.end(), last))
    return WordRun(span, _words(text, run, parse, span))


def is_unknown(text: str, offset: int) -> bool:
    """Return whether the character is of a script whose words are not known.

    In Japanese the script changes between many words, so letters of one script are nearly a word.
    """
    if text[offset] < FIRST_UNSPACED or _unspaced().match(text, offset) is None:
        return False
    model = _model(text, offset)
    return model != _JAPANESE and _parser(model) is None


def _words(text: str, run: re.Match[str], parse: Parse, span: Span) -> list[Span]:
    """Return the words of a run that are in a range of it."""
    edges = accumulate(map(len, parse(run[0])), initial=run.start())
    inner = [edge for edge in edges if span.start < edge < span.end and graphemes.start_of(text, edge) == edge]
    return [Span(*pair) for pair in pairwise([span.start, *inner, span.end])]


def _model(text: str, offset: int) -> str:
    """Return the name of the model for the letter at a code point, if any."""
    letter = text[offset]
    if letter < "\u3000":
        return "th" if letter < "\u0e80" else ""
    return _JAPANESE if _kana().match(letter) else _east_asian(text[:_HEAD])


@lru_cache(maxsize=8)
def _east_asian(head: str) -> str:
    if _kana().search(head):
        return _JAPANESE
    simplified, traditional = (len(head.encode(charset, "ignore")) for charset in ("gb2312", "big5"))
    return "zh-hans" if simplified >= traditional else "zh-hant"


@cache
def _parser(model: str) -> Parse | None:
    """Return what divides letters into words, None if it is not installed."""
    try:
        import budoux  # noqa: PLC0415 - an extra that few texts need
    except ImportError:
        return None
    path = Path(budoux.__file__).with_name("models") / f"{model}.json"
    if not path.is_file():
        return None
    parse: Parse = budoux.Parser(json.loads(path.read_text(encoding="utf-8"))).parse
    return parse


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(f"[{UNSPACED}](?<![{_TIBETAN}])")


@cache
def _kana() -> re.Pattern[str]:
    return re.compile(f"[{_KANA}]")


_RUNS = f"(?:[{_THAI}]+|[{_HAN}{_KANA}][{_HAN}{_KANA}{_IN_WORDS}]*)"


@cache
def _runs() -> re.Pattern[str]:
    return re.compile(_RUNS)


@cache
def _runs_before() -> re.Pattern[str]:
    return re.compile(rf"{_RUNS}\Z")
