"""Write JSON in which no character can disturb a terminal.

Python's own encoder takes three times as long if it indents, because it then yields each token.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from json.encoder import encode_basestring, encode_basestring_ascii
from typing import Any

from tui.layout.visible import make_visible

_LINE = "\n"
_INDENT = "  "
_MAY_BE_INVISIBLE = re.compile(r"[^\n -~\xa0-\xac\xae-\u061b\u061d-\u180d\u2010-\u2027\u3000-\u3163\u3165-\ud7ff]")
"""All but the letters, the quotation marks and the dashes of most texts."""
_DELETE = "\x7f"
_encoded = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
"""What `json.dumps` does, without a new encoder for each record. No shape contains itself."""


def json_text(shape: object, *, ascii_only: bool = False) -> str:
    """Return JSON in which invisible and control characters are escaped."""
    return "".join(json_pieces(shape, ascii_only=ascii_only))


def json_line(shape: object) -> str:
    """Return the same JSON on one line, without a line end."""
    return _escaped(_encoded(shape))


def json_line_pieces(fields: dict[str, Any]) -> Iterator[str]:
    """Yield a mapping on one line, of each iterator in it an item at a time."""
    for position, (key, value) in enumerate(fields.items()):
        yield f"{', ' if position else '{'}{json_line(key)}: "
        yield from _list_pieces(value) if isinstance(value, Iterator) else (json_line(value),)
    yield "}"


def json_pieces(shape: object, *, ascii_only: bool = False) -> Iterator[str]:
    """Yield the same JSON in pieces, so that it need not fit into memory.

    A piece is an item of the list that the shape is, or of a list in its fields. Such a list can be an iterator.
    """
    encoder = _Encoder(encode_basestring_ascii if ascii_only else encode_basestring)
    pieces = encoder.fields(shape, _LINE) if isinstance(shape, dict) else encoder.items(shape, _LINE)
    yield from map(_escaped, pieces)
    yield _LINE


def _list_pieces(items: Iterator[object]) -> Iterator[str]:
    before = "["
    for item in items:
        yield before + json_line(item)
        before = ", "
    yield "[]" if before == "[" else "]"


class _Encoder:
    """Encodes values, whose lines begin with a line break and an indent."""

    def __init__(self, quoted: Callable[[str], str]) -> None:
        self._quoted = quoted

    def fields(self, mapping: dict[str, Any], line: str) -> Iterator[str]:
        """Yield a mapping in pieces."""
        before, inner = "{", line + _INDENT
        for key, value in mapping.items():
            yield f"{before}{inner}{self._quoted(key)}: "
            yield from self.items(value, inner)
            before = ","
        yield f"{line}}}" if mapping else "{}"

    def items(self, value: object, line: str) -> Iterator[str]:
        """Yield a list item by item, and any other value at once."""
        if not isinstance(value, (list, tuple, Iterator)):
            yield self.text(value, line)
            return
        before, inner = "[", line + _INDENT
        for item in value:
            yield f"{before}{inner}{self.text(item, inner)}"
            before = ","
        yield "[]" if before == "[" else f"{line}]"

    def text(self, value: object, line: str) -> str:
        """Return a value as JSON."""
        if type(value) is int:  # first, as most numbers are; a truth value is no number
            return str(value)
        if isinstance(value, str):
            return self._quoted(value)
        if isinstance(value, dict):
            return self._mapping(value, line)
        if isinstance(value, (list, tuple)):
            return self._list(value, line)
        return json.dumps(value)

    def _mapping(self, mapping: dict[str, Any], line: str) -> str:
        if not mapping:
            return "{}"
        quoted, text, inner = self._quoted, self.text, line + _INDENT
        pairs = mapping.items()
        fields = [
            f"{quoted(key)}: {quoted(value) if type(value) is str else text(value, inner)}" for key, value in pairs
        ]
        return f"{{{inner}{f',{inner}'.join(fields)}{line}}}"

    def _list(self, items: Sequence[Any], line: str) -> str:
        if not items:
            return "[]"
        inner = line + _INDENT
        return f"[{inner}{f',{inner}'.join([self.text(item, inner) for item in items])}{line}]"


def _escaped(text: str) -> str:
    if text.isascii() and _DELETE not in text:
        return text  # the encoder has escaped all other control characters
    return _MAY_BE_INVISIBLE.sub(lambda match: _escape_unsafe(match[0]), text)


@lru_cache(maxsize=4096)
def _escape_unsafe(character: str) -> str:
    return character if make_visible(character) == character else json.dumps(character)[1:-1]
