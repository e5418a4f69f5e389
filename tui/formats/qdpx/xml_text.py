"""Write XML elements and ids that are the same on every export."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import sha1
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape

_NAMESPACE = uuid5(NAMESPACE_URL, "https://github.com/diptych-reader/diptych#qdpx")
_NAMESPACE_BYTES = _NAMESPACE.bytes
_VARIANTS = {digit: "89ab"[int(digit, 16) & 3] for digit in "0123456789abcdef"}
"""The digit that says which sort of id this is, by the one that it replaces."""
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKUP_OR_SPACE = re.compile('[&<>"\r\n\t]|[^ -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]')
_IN_TEXT = {"\r": "&#13;"}
_IN_ATTRIBUTE = {**_IN_TEXT, "\n": "&#10;", "\t": "&#9;", '"': "&quot;"}


def element(name: str, attributes: Mapping[str, str], content: Iterable[str] = ()) -> str:
    """Return an element on lines of its own, without empty attributes.

    `content` is XML.
    """
    opening, inner = f"{name}{written_attributes(attributes)}", "".join(content)
    return f"<{opening}>\n{inner}</{name}>\n" if inner else f"<{opening}/>\n"


def written_attributes(attributes: Mapping[str, str]) -> str:
    """Return attributes as they stand behind an element's name."""
    return "".join([attribute(key, value) for key, value in attributes.items()])


def attribute(name: str, value: str) -> str:
    """Return an attribute as it stands behind an element's name, if not empty."""
    return f' {name}="{_escaped(value, _IN_ATTRIBUTE)}"' if value else ""


def text_element(name: str, text: str) -> str:
    """Return an element that holds text, or nothing if there is none."""
    return f"<{name}>{_escaped(text, _IN_TEXT)}</{name}>\n" if text else ""


def reference(name: str, target: str) -> str:
    """Return an element that refers to the one with this id."""
    return f'<{name} targetGUID="{target}"/>\n'


def guid(*parts: str) -> str:
    """Return the id of what these parts name, as in `guid("tag", "economy")`.

    It is what `uuid5` makes of them, in a third of the time.
    """
    name = "\0".join(parts).encode("utf-8", "replace")
    digest = sha1(_NAMESPACE_BYTES + name, usedforsecurity=False).hexdigest()
    variant = _VARIANTS[digest[16]]
    return f"{digest[:8]}-{digest[8:12]}-5{digest[13:16]}-{variant}{digest[17:20]}-{digest[20:32]}"


common_guid = lru_cache(maxsize=4096)(guid)
"""The same for what many records name, such as users and codes."""


def _escaped(text: str, entities: Mapping[str, str]) -> str:
    if _MARKUP_OR_SPACE.search(text) is None:
        return text  # most is
    return escape(_NOT_XML.sub("\ufffd", text), dict(entities))
