"""The numbers, days and dates of a text, with what they count."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from tui.analysis.alignment.terms import stem_of
from tui.analysis.folding import fold
from tui.layout.language import language

DAY, DATE = "day", "date"
"""The units of a day of the week and of a day of a month."""
_FILE = Path(__file__).with_name("quantities.toml")
_DEFAULT = "en"
_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)*)(?P<glued>[^\W\d_]*)|(?P<sign>[%$€£¥])|(?P<word>[^\W\d_]+)|(?P<mark>[^\w\s])"
)
_GROUPS = re.compile(r"[.,](?=\d{3}(?!\d))")
_YEARS = range(1000, 2200)
_LAST_DAY = 31
_BEFORE = 3
"""Words before a number that may limit it: "more than about 30"."""
_MAGNITUDES = 2
"""Words such as "million" behind a number, at most."""
_MOST_DIGITS = 15
_AFTER = 3
"""Words after a number in which its unit is looked for."""


class Quantity(NamedTuple):
    """A number or a day, and what it is of."""

    value: float
    unit: str
    """The stem of what is counted, a sign of currency, `%`, `day` or `date`."""
    words: str
    """As the text has it: `35 people`."""


class _Words(NamedTuple):
    """A language's words, folded."""

    numbers: Mapping[str, float]
    """From two to twelve."""
    magnitudes: Mapping[str, float]
    percent: frozenset[str]
    limits: frozenset[str]
    days: Mapping[str, int]
    months: Mapping[str, int]
    common: frozenset[str]


class _Token(NamedTuple):
    kind: str
    word: str
    """Folded."""
    start: int
    end: int
    glued: str = ""
    """Letters right behind a number, folded."""


def quantities_in(text: str, code: str) -> list[Quantity]:
    """Return the quantities of a text in a language, in its order.

    Years, ordinals, numbers in compounds, and those with a limit ("more than 30") are left out, for they are not equal
    or different without more.
    """
    words = _words(code)
    tokens = [*_tokens(text)]
    return [found for at in range(len(tokens)) if (found := _quantity(text, tokens, at, words))]


def _tokens(text: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        kind = str(match.lastgroup if match.lastgroup != "glued" else "number")
        yield _Token(kind, fold(match[kind]), *match.span(), fold(match["glued"] or ""))


@cache
def _tables() -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - only texts with numbers need it

    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


@cache
def _words(code: str) -> _Words:
    table = _tables().get(code) or _tables()[_DEFAULT]
    several = {key: fold(value).split() for key, value in table.items() if isinstance(value, str)}
    magnitudes = {fold(word): float(value) for value, line in table["magnitudes"].items() for word in line.split()}
    return _Words(
        {word: float(value) for value, word in enumerate(several["numbers"], start=2)},
        magnitudes,
        frozenset(several["percent"]),
        frozenset(several["limits"]),
        {word: number for number, word in enumerate(several["days"])},
        {word: number for number, word in enumerate(several["months"], start=1)},
        frozenset(map(fold, language(code).common)),
    )


def _quantity(text: str, tokens: list[_Token], at: int, words: _Words) -> Quantity | None:
    token = tokens[at]
    if token.kind == "word" and token.word in words.days:
        return Quantity(words.days[token.word], DAY, text[token.start : token.end])
    value = _value(token, words)
    if value is None or _is_compound(text, token) or _is_limited(tokens, at, words):
        return None
    return _date(text, tokens, at, words) or _counted(text, tokens, at, value, words)


def _value(token: _Token, words: _Words) -> float | None:
    if token.kind == "word":
        return words.numbers.get(token.word)
    if token.kind != "number" or len(token.word) > _MOST_DIGITS:
        return None
    if token.glued and token.glued not in words.magnitudes:
        return None  # an ordinal
    digits = _GROUPS.sub("", token.word).replace(",", ".")
    return float(digits) * words.magnitudes.get(token.glued, 1) if digits.count(".") < 2 else None


def _is_compound(text: str, token: _Token) -> bool:
    """Return whether a number is a part of `35-year-old`, `1-0`, `12:30`."""
    return text[token.end : token.end + 1] in [*"-–:/"] or text[token.start - 1 : token.start] in [*"-–:/#"]


def _is_limited(tokens: list[_Token], at: int, words: _Words) -> bool:
    return any(token.word in words.limits for token in tokens[max(0, at - _BEFORE) : at])


def _date(text: str, tokens: list[_Token], at: int, words: _Words) -> Quantity | None:
    """Return a day of a month, as in `12 May` and `May 12`."""
    token = tokens[at]
    if token.kind != "number" or not token.word.isdecimal() or not 0 < int(token.word) <= _LAST_DAY:
        return None
    for other in (*tokens[at + 1 : at + 2], *tokens[max(0, at - 1) : at]):
        month = words.months.get(other.word)
        if month:
            start, end = min(token.start, other.start), max(token.end, other.end)
            return Quantity(month * 100 + int(token.word), DATE, text[start:end])
    return None


def _counted(text: str, tokens: list[_Token], at: int, value: float, words: _Words) -> Quantity | None:
    """Return a number with its unit: the sign before it, or what follows it."""
    value, last = _magnified(tokens, at, value, words)
    before = tokens[at - 1] if at else None
    if before and before.kind == "sign" and before.word != "%":
        return Quantity(value, before.word, text[before.start : tokens[last].end])
    unit = _unit(tokens, last, words)
    is_year = last == at and tokens[at].kind == "number" and tokens[at].word.isdecimal() and value in _YEARS
    if unit is None or (is_year and unit.kind == "word" and unit.word not in words.percent):
        return None
    is_share = unit.word == "%" or unit.word in words.percent
    stem = "%" if is_share else unit.word if unit.kind == "sign" else stem_of(unit.word)
    return Quantity(value, stem, text[tokens[at].start : unit.end])


def _unit(tokens: list[_Token], last: int, words: _Words) -> _Token | None:
    """Return the first word or sign that says what a number is of."""
    for token in tokens[last + 1 : last + 1 + _AFTER]:
        if token.kind in ("number", "mark"):
            return None
        if token.kind == "sign" or token.word not in words.common:
            return token
    return None


def _magnified(tokens: list[_Token], at: int, value: float, words: _Words) -> tuple[float, int]:
    """Return a number with the magnitudes behind it, and its last token."""
    last = at
    while last < at + _MAGNITUDES and last + 1 < len(tokens) and tokens[last + 1].word in words.magnitudes:
        last += 1
        value *= words.magnitudes[tokens[last].word]
    return value, last
