"""Find the marks at which a sentence may end, in every script.

A stop comes with what belongs to the sentence after it: closing quotes, footnote marks, Markdown's marks.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tui.layout.japanese import GOES_ON, GOES_ON_UNQUOTED, LAUGHTER, POLITE_END

_CJK = "\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff66-\uff9f"
_THAI_AND_LAO = "\u0e01-\u0e45\u0e47-\u0e59\u0e81-\u0ec4\u0ec8-\u0edf"  # without their signs of repetition
_KHMER = "\u1780-\u17d2"
_KHMER_STOP = re.compile("[\u17d4\u17d5]")
_GREEK = "\u0370-\u03ff\u1f00-\u1fff"
_ARMENIAN = "\u0531-\u0587"

_NOTE = r"\[\^?[\w*†‡-]{1,12}\](?:\([^\s()]*\))?|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079†‡]|[*_~`]+|\]\([^\s()]*\)"
"""A footnote's mark, or the end of Markdown's emphasis or link."""
_SPACED_CLOSER = r"[ \u00a0\u202f\u2009][»›](?=[\s.,;:!?)…]|\Z)"
_CLOSERS = "”’“‘»«›‹)\\]\"'״」』）】〉》〕］｝〗〙〛＂＇"
_PLAIN_CLOSERS = "”’“‘»«›‹)\\]\"'"
_SPACED = (
    rf"(?P<stop>[.!?…؟۔։]+|[;\u037e](?<=[{_GREEK}].)|:(?<=[{_ARMENIAN}].))"
    rf"(?P<after>(?:{_NOTE}|{_SPACED_CLOSER}|[{_CLOSERS}])*)(?=\s|\Z|\u200b)"
)
"""A stop that ends a sentence only if white space follows."""
_WIDE_CLOSERS = "”’»›)\\]\"'」』）】〉》〕］｝〗〙〛＂＇"
_SAID = r"[\u4e00-\u9fff]{1,6}(?:[说說]道?|表示|指出|[问問喊叫答笑写寫]道)[，,。：:]"
"""What follows a quotation in Chinese if its sentence goes on."""
_FOREIGN_WORD = r"(?<=[。！？!?」』])(?!Yahoo)[A-Za-z]++[!?]++"
_ASCII_MARK = (
    rf"[!?](?:(?<=[{_CJK}].)|(?<=[\d０-９Ａ-Ｚａ-ｚ〜～♪☆★…」』）)”].)(?=[^\x00-\u1fff]))[!?。！？]*+"
    rf"|{_FOREIGN_WORD}(?=[^\x00-\u1fff])"
)
"""`!` or `?` without white space after it, among letters of Chinese or Japanese."""
_WIDE_MARK = rf"(?:॥\s*\d+\s*॥|．(?!\d)|[。！？｡‼⁇⁈⁉।॥።፧။។៕།༎᠃]++|{_ASCII_MARK})"
_WIDE = (
    rf"{_WIDE_MARK}(?:(?:{_NOTE})+|{LAUGHTER}"
    rf"|[{_WIDE_CLOSERS}]++(?:[。！？]++[{_WIDE_CLOSERS}]*+)?(?!{_SAID}|{GOES_ON})"
    rf"|(?![{_WIDE_CLOSERS}]|{GOES_ON_UNQUOTED}))"
)
"""A stop that needs no white space after it."""
_GLUED_ELLIPSIS = rf"(?P<ellipsis>…)(?=[^\W\d_a-z])(?![{_CJK}])"
_ANY_MARK = rf"{_SPACED}|{_WIDE}|{_GLUED_ELLIPSIS}"
_PLAIN_MARK = re.compile(
    rf"(?P<stop>[.!?…]+)(?P<after>(?:{_NOTE}|{_SPACED_CLOSER}|[{_PLAIN_CLOSERS}])*)(?=\s|\Z|\u200b)"
    r"|(?P<ellipsis>…)(?=[^\W\d_a-z])"
)
"""The part of `_ANY_MARK` that Latin and Cyrillic need: all of it takes ten times as long to compile."""
_OTHER_SCRIPT = re.compile(
    r"[^\x00-\u036f\u0400-\u052f\u1e00-\u1eff\u2000-\u203b\u203d-\u2046\u204a-\u2bff\U0001f000-\U0001faff]"
)
_GLUED_MARK = re.compile(r"[!?](?:(?<=[\d♪☆★…”)].)[^\x00-\u02ff]|[A-Za-z]+[!?])")
"""What the other part may find in Latin too."""
_ONLY_NOTES = re.compile(_NOTE)


class Stop(NamedTuple):
    """A mark with what closes its sentence, in code points."""

    start: int
    end: int
    mark: str
    """Its own characters, empty if it surely ends a sentence."""
    has_closer: bool
    """Whether a quotation or bracket is closed after it."""


def stops(text: str, start: int, end: int) -> Iterator[Stop]:
    """Yield the stops of a paragraph in order: that of `"Go." "` is `(2, 4)`."""
    pattern = _PLAIN_MARK if text.isascii() else _pattern_for(text, start, end)
    for match in pattern.finditer(text, start, end):
        mark = match["stop"] or ""
        if match["ellipsis"] and text[match.end()].islower():
            continue
        closers = mark and _ONLY_NOTES.sub("", match["after"])
        yield Stop(match.start(), _without_spaces(match), mark, bool(closers))


def _without_spaces(match: re.Match[str]) -> int:
    return match.start() if match[0].isspace() else match.end()


def _pattern_for(text: str, start: int, end: int) -> re.Pattern[str]:
    """Return the pattern of stops, with those that only some scripts need."""
    before = max(0, start - 2)  # what a mark looks behind itself for
    if not _OTHER_SCRIPT.search(text, before, end) and not _GLUED_MARK.search(text, before, end):
        return _PLAIN_MARK
    if _needs_more().search(text, start, end) is None:
        return _any_mark()
    return _pattern_with_blanks(_THAI_AND_LAO if _KHMER_STOP.search(text, start, end) else _THAI_AND_LAO + _KHMER)


@cache
def _any_mark() -> re.Pattern[str]:
    return re.compile(_ANY_MARK)


@cache
def _needs_more() -> re.Pattern[str]:
    return re.compile(f"[{_THAI_AND_LAO}{_KHMER}\u3041-\u3096]")


@cache
def _pattern_with_blanks(letters: str) -> re.Pattern[str]:
    blank = rf"[ \u00a0](?<=[{letters}].)[ \u00a0]*(?=[“‘\"'(]?[{letters}])"
    return re.compile(rf"{_ANY_MARK}|{POLITE_END}|{blank}")
