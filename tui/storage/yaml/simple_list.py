"""Read a list file in the usual layout: one line a field, no comments.

This takes a fraction of the YAML parser's time. It reads only what the parser is sure to read the same way: no line but
`key: value`, values without a character that means something in YAML, no faults. All other files are not simple.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, islice, repeat
from typing import NamedTuple

SimpleValue = str | tuple[str, ...]
Column = Sequence[SimpleValue | None]
"""The values of one field, None in items that lack it."""

_BATCH = 1000
"""Items that are read at once, so that a long list needs little memory for what its lines matched."""
_ITEM_LIMIT = 10_000
"""In code points. The parser has limits too, which a shorter item cannot reach."""
_INDENT_LIMIT = 8
# Sets name what they lack: compiling one takes a step for each of its code points, and there are 30 fields.
_ASTRAL = r"\U00010000-\U0010ffff"
_NO_WORD = rf"\u0250-\u036f\u2000-\u200f\u2020-\u2025\u2027-\u303f\ud800-\uffff{_ASTRAL}"
_NO_LETTER = rf"\x00-/:-@\[-`{{-\xbf\u0250-\u036f\u2000-\u303f\ud800-\uffff{_ASTRAL}"
_LETTER = rf"[^{_NO_LETTER}]"
_WORDS = rf"[^\x00-\x1f!-&*-,:<-@\[-^`{{-\xbf{_NO_WORD}]"
_UNESCAPED = rf"[^\x00-\x1f\"\\\x7f-\xa0\u2000-\u200f\u2020-\u2025\u2027-\u303f\ud800-\uffff{_ASTRAL}]"
_INNER = rf"[^\x00-\x1f!#-&*+:<-@\[-^`{{-\xbf{_NO_WORD}]"
_PLAIN = rf"{_LETTER}{_INNER}*+(?::{_LETTER}{_INNER}*+)*+(?<! )"
_QUOTED = rf"{_UNESCAPED}*+(?:\\[n\"\\]{_UNESCAPED}*+)*+"
_NAME = rf"{_LETTER}{_WORDS}*+(?<! )"
_TEXT = rf'{_PLAIN}|"{_QUOTED}"'
_LIST = rf"\[{_NAME}(?:, {_NAME}){{0,100}}\]"
_HEADING = re.compile(rf"([a-z]{{1,40}}): ({_TEXT})\n")
_MARKS = frozenset('"[')
"""What no value without quotation marks or brackets begins with."""
_ESCAPE = re.compile(r"\\(.)")


class NotSimpleError(Exception):
    """The YAML parser must read the file."""


class FieldNames(NamedTuple):
    """The names that an item's fields can have, by what they hold."""

    texts: tuple[str, ...]
    lists: tuple[str, ...]
    """One text or several."""
    numbers: tuple[str, ...]
    """Up to 15 digits."""


class SimpleItems(NamedTuple):
    """Mappings that follow each other in the list, field by field."""

    starts: Sequence[int]
    """Where each starts, behind its dash, in code points of the text; so are `ends`."""
    ends: Sequence[int]
    """Where each ends, before its last line break."""
    lines: Sequence[int]
    """From 1."""
    fields: Mapping[str, Column]
    """Without those that no item has."""


class SimpleList(NamedTuple):
    """The fields above the list, and its items."""

    headings: Mapping[str, str]
    items: Iterator[SimpleItems]
    """Raises NotSimpleError when it comes to an item that is not simple."""


def read_simple_list(text: str, key: str, names: FieldNames) -> SimpleList:
    """Return a file with a list under `key`, or raise NotSimpleError."""
    offset = text.find(f"{key}:\n")
    if offset < 0 or not text.endswith("\n"):
        raise NotSimpleError
    headings = _headings(text[:offset])
    after_key = offset + len(key) + 2
    first = re.compile(f" {{0,{_INDENT_LIMIT}}}- ").match(text, after_key)
    if first is None:
        raise NotSimpleError
    return SimpleList(headings, _items(text, after_key, len(headings) + 2, len(first[0]), names))


def _headings(text: str) -> Mapping[str, str]:
    headings: dict[str, str] = {}
    position = 0
    while position < len(text):
        match = _HEADING.match(text, position)
        if match is None or match[1] in headings:
            raise NotSimpleError
        headings[match[1]] = _unquoted(match[2][1:-1]) if match[2][0] == '"' else match[2]
        position = match.end()
    return headings


def _items(text: str, position: int, line: int, mark: int, names: FieldNames) -> Iterator[SimpleItems]:
    """Yield the items from a code point of the text on.

    `mark` is the length of their indentation, dash and space.
    """
    matches = _item_pattern(mark, names).finditer(text, position)
    while batch := [*islice(matches, _BATCH)]:
        ends = [match.end() for match in batch]
        starts = [position, *ends[:-1]]
        if starts != [match.start() for match in batch] or max(map(int.__sub__, ends, starts)) > _ITEM_LIMIT:
            raise NotSimpleError
        lines = [*accumulate(map(text.count, repeat("\n"), starts, ends), initial=line)]
        fields = _columns([match.groups() for match in batch], names)
        values = sum(len(batch) - column.count(None) for column in fields.values())
        if values != lines[-1] - line:  # a field is there twice
            raise NotSimpleError
        line, position = lines.pop(), ends[-1]
        yield SimpleItems([start + mark for start in starts], [end - 1 for end in ends], lines, fields)
    if position < len(text):
        raise NotSimpleError


@lru_cache(maxsize=16)
def _item_pattern(mark: int, names: FieldNames) -> re.Pattern[str]:
    """Return the pattern of an item, whose fields may be in any order."""
    fields = [rf"{name}: ({_TEXT})" for name in names.texts]
    fields += [rf"{name}: ({_TEXT}|{_LIST})" for name in names.lists]
    fields += [rf"{name}: ([0-9]{{1,15}})" for name in names.numbers]
    field, indent = rf"(?:{'|'.join(fields)})\n", " " * (mark - 2)
    return re.compile(
        rf"{indent}-(?:(?:(?<=-) |(?<=\n){indent}  ){field})+"
    )  # `field` once, so that a group is a field


def _columns(rows: Iterable[tuple[str | None, ...]], names: FieldNames) -> Mapping[str, Column]:
    columns = zip((*names.texts, *names.lists, *names.numbers), zip(*rows, strict=True), strict=True)
    return {name: _values(column) for name, column in columns if any(column)}


def _values(sources: Sequence[str | None]) -> Column:
    return [source if source is None or source[0] not in _MARKS else _marked_value(source) for source in sources]


def _marked_value(source: str) -> SimpleValue:
    return _split(source[1:-1]) if source[0] == "[" else _unquoted(source[1:-1])


@lru_cache(maxsize=4096)
def _split(names: str) -> tuple[str, ...]:
    return tuple(names.split(", "))


def _unquoted(text: str) -> str:
    return _ESCAPE.sub(_unescaped, text) if "\\" in text else text


def _unescaped(escape: re.Match[str]) -> str:
    return "\n" if escape[1] == "n" else escape[1]
