"""Write values as readable YAML that reads back as the same text."""

import json
import re
from collections.abc import Mapping as AnyMapping

from tui.errors import SaveError

_PLAIN = re.compile(r"[^\W_](?:[^:#\[\]{}]|:(?=[^\s,\[\]{}]))*")
_AMBIGUOUS = re.compile(r"y|n|yes|no|on|off|true|false|null|[0-9][0-9_.,:+\-exob]*|0x[0-9a-f_]+", re.IGNORECASE)
"""What other YAML parsers do not read as text."""

_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
_NOT_RAW = re.compile("[^\t\n\r -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def line_value(value: object) -> str:
    """Return a value as YAML on one line, or raise SaveError."""
    return _flow(value) if isinstance(value, tuple | list | AnyMapping) else plain_or_quoted(value)


def plain_or_quoted(value: object, *, flow: bool = False) -> str:
    """Return a text plain if that is safe, else in double quotes."""
    if not isinstance(value, str):
        raise SaveError(f"{value!r} is neither text nor a list or mapping of texts; nothing was written")
    return value if _is_plain(value, flow) else quoted_scalar(value)


def quoted_scalar(value: str) -> str:
    """Return a text in double quotes, or raise SaveError for a surrogate."""
    if surrogate := _SURROGATE.search(value):
        raise SaveError(f"U+{ord(surrogate[0]):04X} is an unpaired surrogate and cannot be stored; remove it")
    return _NOT_RAW.sub(_escape, json.dumps(value, ensure_ascii=False))


def literal_block(value: str, indent: str, newline: str) -> str | None:
    """Return several lines as a literal block, or None if that changes them."""
    body = value.removesuffix("\n")
    if "\n" not in body or body[0] in " \t\n" or body[-1] in " \t\n" or "\r" in body or "\t\n" in body:
        return None
    if _NOT_RAW.search(body) or " \n" in body:
        return None
    lines = (indent + line if line else "" for line in body.split("\n"))
    return newline.join(("|" if body != value else "|-", *lines))


def _is_plain(value: str, flow: bool) -> bool:
    if not value.isprintable() or not _PLAIN.fullmatch(value) or value[-1] == " ":
        return False
    if flow and ("," in value or ":" in value):
        return False
    return bool(_TIME.fullmatch(value)) or not _AMBIGUOUS.fullmatch(value)


def _flow(value: object) -> str:
    if isinstance(value, tuple | list):
        return "[" + ", ".join(_flow(item) for item in value) + "]"
    if isinstance(value, AnyMapping):
        return "{" + ", ".join(f"{quoted_scalar(key)}: {_flow(item)}" for key, item in value.items()) + "}"
    return plain_or_quoted(value, flow=True)


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
