"""Read a list file in the usual layout: one line a field, no comments.

This takes a fraction of the YAML parser's time. It reads only what the parser is sure to read the same way: no line but
`key: value`, values without a character that means something in YAML, no faults. For all other files it returns None.
"""

import re
from functools import lru_cache
from typing import NamedTuple

SimpleValue = str | tuple[str, ...]

_ITEM_LIMIT = 10_000
"""In code points. The parser has limits too, which a shorter item cannot reach."""
_INDENT_LIMIT = 8
_LETTER = r"A-Za-z0-9\u00c0-\u024f\u0370-\u1fff\u3040-\ud7ff"
_WORDS = rf"[{_LETTER}.;()/_\-\u2010-\u201f\u2026' ]"
_UNESCAPED = r"[ !#-\[\]-~\u00a1-\u1fff\u3040-\ud7ff\u2010-\u201f\u2026]"
_INNER = rf"[{_LETTER}.;()/_\-\u2010-\u201f\u2026'\" ,]"
_PLAIN = rf"[{_LETTER}]{_INNER}*+(?::[{_LETTER}]{_INNER}*+)*+(?<! )"
_QUOTED = rf"{_UNESCAPED}*+(?:\\[n\"\\]{_UNESCAPED}*+)*+"
_NAME = rf"[{_LETTER}]{_WORDS}*+(?<! )"
_VALUE = rf'(?:({_PLAIN})|"({_QUOTED})"|\[({_NAME}(?:, {_NAME}){{0,100}})\])\n'
_HEADING = re.compile(rf"([a-z]{{1,40}}): {_VALUE}")
_ESCAPE = re.compile(r"\\(.)")


class SimpleItem(NamedTuple):
    """A mapping of the list, with offsets in code points of the text."""

    start: int
    end: int
    line: int
    """From 1."""
    fields: dict[str, SimpleValue]


class SimpleList(NamedTuple):
    """The fields above the list, and its items."""

    headings: dict[str, SimpleValue]
    items: list[SimpleItem]


def read_simple_list(text: str, key: str) -> SimpleList | None:
    """Return a file with a list under `key`, or None if it is not simple."""
    offset = text.find(f"{key}:\n")
    if offset < 0 or not text.endswith("\n"):
        return None
    headings = _headings(text[:offset])
    after_key = offset + len(key) + 2
    indent = len(text) - after_key - len(text[after_key:].lstrip(" "))
    if headings is None or indent > _INDENT_LIMIT or not text.startswith("- ", after_key + indent):
        return None
    items = _items(text, after_key, len(headings) + 2, " " * indent)
    return None if items is None else SimpleList(headings, items)


def _headings(text: str) -> dict[str, SimpleValue] | None:
    headings: dict[str, SimpleValue] = {}
    position = 0
    while position < len(text):
        match = _HEADING.match(text, position)
        if match is None or match[1] in headings:
            return None
        headings[match[1]] = _value(match[2], match[3], match[4])
        position = match.end()
    return headings


def _items(text: str, start: int, line: int, indent: str) -> list[SimpleItem] | None:
    items: list[SimpleItem] = []
    fields: dict[str, SimpleValue] = {}
    item_start, position, first_mark = start, start, f"{indent}- "
    for match in _field_pattern(indent).finditer(text, start):  # not findall, whose list is many times the text
        source, name, plain, quoted, listed = match.groups()
        if name is None:
            return None
        if source.startswith(first_mark):
            if fields:
                items.append(_item(item_start, position, line, fields, len(first_mark)))
                line += len(fields)
            fields, item_start = {}, position
        if name in fields or position + len(source) - item_start > _ITEM_LIMIT:
            return None
        fields[name] = plain or _value(plain, quoted, listed)
        position += len(source)
    return [*items, _item(item_start, position, line, fields, len(first_mark))]


def _item(start: int, end: int, line: int, fields: dict[str, SimpleValue], mark: int) -> SimpleItem:
    """Return an item without its mark and its last line break.

    `mark` is the length of its indentation, dash and space, in code points.
    """
    return SimpleItem(start + mark, end - 1, line, fields)


@lru_cache(maxsize=16)
def _field_pattern(indent: str) -> re.Pattern[str]:
    """Return the pattern of a field's line, or of one character of any other."""
    return re.compile(rf"({indent}[- ] ([a-z]{{1,40}}): {_VALUE})|.|\n")


def _value(plain: str | None, quoted: str | None, listed: str | None) -> SimpleValue:
    if plain:
        return plain
    if listed:
        return tuple(listed.split(", "))
    text = quoted or ""
    return _ESCAPE.sub(_unescaped, text) if "\\" in text else text


def _unescaped(escape: re.Match[str]) -> str:
    return "\n" if escape[1] == "n" else escape[1]
