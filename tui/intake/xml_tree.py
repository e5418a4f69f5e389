"""XML as a tree, without what XML can do to harm."""

from __future__ import annotations

import re
from html.entities import html5
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, TreeBuilder, tostring
from xml.parsers import expat

from tui.errors import DocumentError
from tui.intake.limits import MAX_DEPTH, MAX_ELEMENTS, MAX_MARKUP

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SEPARATOR = "\N{END OF TEXT}"
"""Between a namespace and a name: no namespace can hold it."""
_MAX_ATTRIBUTES = 2 * MAX_ELEMENTS
_EAST_ASIAN = re.compile(
    rb"\s*<\?xml[^>]{1,99}?encoding=[\"'](shift_jis|euc-jp|iso-2022-jp|gb2312|gbk|gb18030|big5|euc-kr)[\"']",
    re.IGNORECASE,
)
"""A declared encoding that Python reads and the parser does not."""
_NO_PREFIXES: Mapping[str, str] = {}
XHTML = "http://www.w3.org/1999/xhtml"
XLINK = "http://www.w3.org/1999/xlink"
PROPERTY_PREFIXES = {"http://purl.org/dc/elements/1.1/": "dc", "http://purl.org/dc/terms/": "dcterms"}


def xml_tree(data: bytes, prefixes: Mapping[str, str] = _NO_PREFIXES) -> Element:
    """Return the outermost element of an XML document.

    A name is the local one, after the prefix and `_` that its namespace has in `prefixes`. Raise
    DocumentError if the XML is not well-formed, is too large, or declares entities.
    """
    if len(data) > MAX_MARKUP:
        raise DocumentError(f"has more than {MAX_MARKUP // 1_000_000} MB of XML; add a smaller part of it")
    if data.count(b'="') + data.count(b"='") > _MAX_ATTRIBUTES:
        raise DocumentError(f"has more than {_MAX_ATTRIBUTES} attributes; save it as text")
    builder = _Builder(prefixes)
    parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
    parser.buffer_text = True
    parser.UseForeignDTD(True)  # so that `&nbsp;` is skipped rather than an error
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.tree.data
    parser.EntityDeclHandler = _refuse_entities
    parser.SkippedEntityHandler = builder.entity
    try:
        parser.Parse(_readable(data), True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise DocumentError(f"is not well-formed XML ({error}); save it again, or as text") from error
    return builder.tree.close()


def _readable(data: bytes) -> bytes | str:
    declared = _EAST_ASIAN.match(data)
    return data.decode(declared[1].decode("ascii"), errors="replace") if declared else data


class _Builder:
    """Builds a tree from what the parser reports, within the limits."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self.tree = TreeBuilder()
        self._prefixes = prefixes
        self._names: dict[str, str] = {}
        self._depth = 0
        self._count = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        self._depth += 1
        self._count += 1
        if self._depth > MAX_DEPTH:
            raise DocumentError(f"has elements nested deeper than {MAX_DEPTH}; save it again, or as text")
        if self._count > MAX_ELEMENTS:
            raise DocumentError(f"has more than {MAX_ELEMENTS} elements; add a smaller part of it")
        self.tree.start(self._name(name), {self._name(key): value for key, value in attributes.items()})

    def end(self, name: str) -> None:
        """End the innermost element."""
        self._depth -= 1
        self.tree.end(self._name(name))

    def entity(self, name: str, is_parameter: bool) -> None:
        """Add the character that a name such as `nbsp` has in HTML."""
        if not is_parameter:
            self.tree.data(html5.get(f"{name};", ""))

    def _name(self, name: str) -> str:
        short = self._names.get(name)
        if short is None:
            namespace, _, local = name.rpartition(_SEPARATOR)
            prefix = self._prefixes.get(namespace)
            short = self._names[name] = f"{prefix}_{local}" if prefix else local
        return short


def _refuse_entities(*_declaration: object) -> None:
    raise DocumentError("declares XML entities, which are never read; save it without a DTD, or as text")


def words_of(element: Element | None) -> str:
    """Return the words of an element on one line, or an empty string."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def words_at(element: Element, *paths: str) -> str:
    """Return the words of the first element that has some, path by path."""
    found = (words_of(child) for path in paths for child in element.iterfind(path))
    return next((words for words in found if words), "")


def inner_html(element: Element) -> str:
    """Return what is in an element, as HTML."""
    holder = Element("div")
    holder.text = element.text
    holder.extend(element)
    return tostring(holder, encoding="unicode", method="html")


def strings(element: Element, path: str) -> Iterator[str]:
    """Yield the words of each element at a path that has some."""
    return filter(None, map(words_of, element.iterfind(path)))
