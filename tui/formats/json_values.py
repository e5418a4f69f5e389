"""Read values out of JSON that anybody may have written."""

import json
import re
from collections.abc import Mapping

from tui.errors import FormatError

_SURROGATE = re.compile("[\ud800-\udfff]")
_REPLACEMENT = "\ufffd"


def parse_json(text: str) -> object:
    """Return the value of a JSON text, with U+FFFD for lone surrogates.

    Raise FormatError if it is none.
    """
    try:
        value = json.loads(text)
    except RecursionError as error:
        raise FormatError("is JSON that is nested too deeply") from error
    except ValueError as error:
        line, column = (error.lineno, error.colno) if isinstance(error, json.JSONDecodeError) else (0, 0)
        raise FormatError("is not JSON; export it again", None, line, column) from error
    return _without_surrogates(value) if "\\ud" in text.lower() else value


def _without_surrogates(value: object) -> object:
    if isinstance(value, str):
        return _SURROGATE.sub(_REPLACEMENT, value)
    if isinstance(value, list):
        return [_without_surrogates(item) for item in value]
    if isinstance(value, dict):
        return {_SURROGATE.sub(_REPLACEMENT, name): _without_surrogates(item) for name, item in value.items()}
    return value


def text_in(shape: Mapping[str, object], key: str) -> str:
    """Return a text, or an empty one if there is none."""
    value = shape.get(key)
    return value if isinstance(value, str) else ""


def texts_in(shape: Mapping[str, object], key: str) -> tuple[str, ...]:
    """Return the texts of a list, or of one text, that are not empty."""
    return tuple(item for item in items_in(shape.get(key)) if isinstance(item, str) and item)


def items_in(value: object) -> list[object]:
    """Return a list, or the one value that stands for it, or nothing."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def mappings_in(value: object) -> list[dict[str, object]]:
    """Return the mappings of a list, or the one that stands for it."""
    return [item for item in items_in(value) if isinstance(item, dict)]


def offset_in(shape: Mapping[str, object], key: str) -> int | None:
    """Return a whole number from 0, or None."""
    value = shape.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def frozen_json(value: object) -> object:
    """Return a value as a record keeps it, with tuples for lists."""
    if isinstance(value, list):
        return tuple(map(frozen_json, value))
    if isinstance(value, dict):
        return {name: frozen_json(item) for name, item in value.items()}
    return value if isinstance(value, str) else "" if value is None else json.dumps(value)
