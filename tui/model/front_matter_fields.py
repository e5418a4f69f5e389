"""Read the fields of front matter, as far as they make sense."""

import re
from collections.abc import Iterator, Mapping

from tui.model.front_matter import FrontMatter

LONGEST_VALUE = 500
"""In code points. Longer values are cut."""

Fields = Mapping[str, tuple[str, ...]]
"""The values of each key. A key is in small letters, without `_`, `-` and blanks."""

_TABLES = ("params", "extra")
"""Where Hugo and Zola keep keys of a site's own."""
_PAIR = re.compile(r"""(?P<name>["']?[^\W\d][\w .-]*+["']?)[ \t]*+:(?:[ \t]+(?P<value>.*)|)$""")
_ITEM = re.compile(r"""[ \t]*-[ \t]+(?:name[ \t]*:[ \t]*)?(?P<value>.*)$""", re.IGNORECASE)
_NAME = re.compile(r"""[ \t]+["']?name["']?[ \t]*:[ \t]*(?P<value>.*)$""", re.IGNORECASE)
_OTHER_PAIR = re.compile(r"[ \t]+[\w-]+[ \t]*:[ \t]")
_BLOCK_SCALAR = re.compile(r"[|>][+-]?\d?[+-]?$")
_COMMENT = re.compile(r"(?:^|[ \t])#.*")
_DOUBLE = r'"(?:[^"\\]|\\.)*"'
_SINGLE = r"'(?:[^']|'')*'"
_QUOTED = re.compile(rf"({_DOUBLE}|{_SINGLE})[ \t]*(?:#.*)?$")
_FLOW_ITEM = re.compile(rf"[ \t]*+({_DOUBLE}|{_SINGLE}|[^,\[\]]+)")
_ESCAPE = re.compile(r"\\(.)")
_NO_VALUES = frozenset({"", "~", "null", "[]", "{}"})


def read_fields(front_matter: FrontMatter) -> Fields:
    """Return the fields of front matter that make sense."""
    pairs = _toml_pairs(front_matter.source) if front_matter.is_toml else _yaml_pairs(front_matter.source)
    fields: dict[str, tuple[str, ...]] = {}
    for name, values in pairs:
        cleaned = tuple(value for value in map(_clean, values) if value)
        if cleaned:
            fields.setdefault(_key(name), cleaned)
    return fields


def _yaml_pairs(source: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each key at the left with its values.

    A whole parser would refuse what people write there, as `title: Bridge: shut`.
    """
    name, values = "", list[str]()
    for line in source.split("\n"):
        if pair := _PAIR.match(line):
            yield name, values
            name, values = pair["name"].strip("\"' "), _yaml_values(pair["value"] or "")
        elif item := (_ITEM.match(line) or _NAME.match(line)):
            values.append(_unquote(item["value"]))
        elif line[:1] in {" ", "\t"} and not _OTHER_PAIR.match(line):
            values[-1:] = [" ".join((*values[-1:], line.strip()))]
    yield name, values


def _yaml_values(value: str) -> list[str]:
    value = value.strip()
    if _BLOCK_SCALAR.match(value):
        return []
    if value.startswith("["):
        return [_unquote(item.strip()) for item in _FLOW_ITEM.findall(value[:LONGEST_VALUE])]
    unquoted = _unquote(value)
    return [unquoted] if unquoted else []


def _unquote(value: str) -> str:
    """Return a scalar without its quotes, or without the comment after it."""
    quoted = _QUOTED.match(value)
    if quoted is None:
        plain = _COMMENT.sub("", value).strip()
        return "" if plain in _NO_VALUES else plain
    inner = quoted[1][1:-1]
    return _ESCAPE.sub(r"\1", inner) if value[0] == '"' else inner.replace("''", "'")


def _toml_pairs(source: str) -> Iterator[tuple[str, list[str]]]:
    import tomllib  # noqa: PLC0415 - few articles have TOML

    try:
        root = tomllib.loads(source)
    except (ValueError, RecursionError):
        return
    for table in (root, *(root.get(name) for name in _TABLES)):
        if isinstance(table, dict):
            yield from ((name, list(_toml_values(value))) for name, value in table.items())


def _toml_values(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _toml_values(item)
    elif isinstance(value, dict):
        yield from _toml_values(value.get("name"))
    elif isoformat := getattr(value, "isoformat", None):  # a date
        yield isoformat()


def _clean(value: str) -> str:
    """Return a value on one line, without the brackets of a wiki link."""
    return " ".join(value[:LONGEST_VALUE].removeprefix("[[").removesuffix("]]").split())


def _key(name: str) -> str:
    return re.sub(r"[ _-]", "", name).lower()
