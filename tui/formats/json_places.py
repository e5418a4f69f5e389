"""Where in a JSON text an item of a list is, to name its line in an error."""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice, repeat

_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()


def item_line(text: str, number: int, key: str = "") -> int:
    r"""Return the line on which an item begins, all from 1, or 0.

    The list is the value of `key`, else the text, which may also be its one item. The text must be JSON.

    `item_line('{"a": [1,\n2]}', 2, "a")` is 2.
    """
    return next(islice(item_lines(text, key), number - 1, None), 0)


def item_lines(text: str, key: str = "") -> Iterator[int]:
    """Yield the line on which each item of such a list begins."""
    starts = _under(text, key) if key else [_past_space(text, 0)]
    line, before = 1, 0
    for start in _item_starts(text, starts[-1]) if starts else ():
        line += text.count("\n", before, start)
        before = start
        yield line


def with_lines(text: str, items: Iterable[object], key: str = "") -> Iterator[tuple[int, object]]:
    """Yield the items of such a list, each with its line."""
    return zip(chain(item_lines(text, key), repeat(0)), items, strict=False)


def _under(text: str, key: str) -> list[int]:
    """Return where the values of a key of the outermost object begin."""
    position = _past_space(text, 0)
    found: list[int] = []
    while text[position : position + 1] in ("{", ","):
        position = _past_space(text, position + 1)
        if text[position : position + 1] == "}":
            break
        name, position = _DECODER.raw_decode(text, position)
        start = _past_space(text, _past_space(text, position) + 1)
        if name == key:
            found.append(start)
        _, position = _DECODER.raw_decode(text, start)
        position = _past_space(text, position)
    return found


def _item_starts(text: str, position: int) -> Iterator[int]:
    """Yield where each item of the list at a position begins, or its one item."""
    if text[position : position + 1] != "[":
        yield position
        return
    while text[position : position + 1] in ("[", ","):
        start = _past_space(text, position + 1)
        if text[start : start + 1] == "]":
            return
        yield start
        _, position = _DECODER.raw_decode(text, start)
        position = _past_space(text, position)


def _past_space(text: str, position: int) -> int:
    match = _SPACE.match(text, position)
    return match.end() if match else position
