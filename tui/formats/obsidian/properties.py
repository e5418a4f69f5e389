"""Properties of a note, which are YAML before its text, and tags."""

import re
from collections.abc import Iterable, Mapping

from tui.formats.json_text import json_line

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NOT_IN_TAG = re.compile(r"[^\w/-]+")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def property_block(values: Mapping[str, str | Iterable[str]]) -> str:
    """Return the properties that have a value, between their lines, or ""."""
    lines = [f"{name}: {written}" for name, value in values.items() if (written := _value(value))]
    return "\n".join(("---", *lines, "---")) if lines else ""


def tag_name(text: str) -> str:
    """Return a tag as Obsidian can have it, or "" if nothing is left.

    `tag_name("on the record")` is `"on-the-record"`, and a number alone gets an underscore before it.
    """
    name = _NOT_IN_TAG.sub("-", text).strip("-/")
    return f"_{name}" if name and not re.search(r"[^\d/-]", name) else name


def tag_names(texts: Iterable[str]) -> list[str]:
    """Return tags, each once."""
    return [name for name in dict.fromkeys(map(tag_name, texts)) if name]


def _value(value: str | Iterable[str]) -> str:
    if isinstance(value, str):
        return value if not value or _DAY.fullmatch(value) else _quoted(value)
    items = ", ".join(map(_quoted, value))
    return f"[{items}]" if items else ""


def _quoted(text: str) -> str:
    """Return text in double quotes, as JSON and so as YAML."""
    return json_line(_SURROGATE.sub("\ufffd", text))
