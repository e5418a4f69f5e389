"""What the styles and lists of a Word document are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_HEADING = re.compile(r"heading ([1-6])\Z")
_QUOTES = ("quote", "intense quote", "block text")
_TITLES = ("title",)
_MAX_BASES = 20


@dataclass(frozen=True, slots=True)
class ListLevel:
    """Where a paragraph is in a list."""

    number: str
    """Of the list, as the document counts them."""
    depth: int
    is_ordered: bool


@dataclass(frozen=True, slots=True)
class Numbering:
    """The lists of a document: whether a level is numbered."""

    levels: dict[tuple[str, int], bool] = field(default_factory=dict)

    def level(self, properties: Element | None) -> ListLevel | None:
        """Return the level that paragraph properties name, if they do."""
        number = _value(properties, "numPr/numId")
        if not number or number == "0":
            return None
        depth = _value(properties, "numPr/ilvl")
        level = min(int(depth), 8) if depth.isdecimal() and depth.isascii() and len(depth) < 3 else 0
        return ListLevel(number, level, self.levels.get((number, level), False))


@dataclass(frozen=True, slots=True)
class Styles:
    """The paragraph styles of a document by their ids."""

    names: dict[str, str] = field(default_factory=dict)
    properties: dict[str, Element] = field(default_factory=dict)
    bases: dict[str, str] = field(default_factory=dict)

    def tag(self, style: str) -> str:
        """Return the HTML element of a style, such as `h2` or `blockquote`."""
        for name in (self.names.get(identity, identity.lower()) for identity in self._with_bases(style)):
            if heading := _HEADING.match(name):
                return f"h{heading[1]}"
            if name in _TITLES:
                return "h1"
            if name in _QUOTES:
                return "blockquote"
        return "p"

    def list_level(self, properties: Element | None, numbering: Numbering) -> ListLevel | None:
        """Return where a paragraph is in a list, by itself or by its style."""
        own = numbering.level(properties)
        if own or _value(properties, "numPr/numId") == "0":
            return own
        levels = (numbering.level(self.properties.get(style)) for style in self._with_bases(style_id(properties)))
        return next(filter(None, levels), None)

    def _with_bases(self, style: str) -> list[str]:
        chain = [style]
        while (base := self.bases.get(chain[-1])) and len(chain) < _MAX_BASES:
            chain.append(base)
        return chain


def style_id(properties: Element | None) -> str:
    """Return the id of the style that paragraph properties name."""
    return _value(properties, "pStyle")


def styles_of(root: Element) -> Styles:
    """Return the styles that `word/styles.xml` defines."""
    styles = Styles()
    for style in root.iterfind("style"):
        identity = style.get("styleId", "")
        styles.names[identity] = _value(style, "name").lower()
        styles.bases[identity] = _value(style, "basedOn")
        if (properties := style.find("pPr")) is not None:
            styles.properties[identity] = properties
    return styles


def numbering_of(root: Element) -> Numbering:
    """Return the lists that `word/numbering.xml` defines."""
    ordered = {
        abstract.get("abstractNumId", ""): [
            _value(level, "numFmt") not in ("bullet", "none", "") for level in abstract.iterfind("lvl")
        ]
        for abstract in root.iterfind("abstractNum")
    }
    levels = {
        (number.get("numId", ""), depth): is_ordered
        for number in root.iterfind("num")
        for depth, is_ordered in enumerate(ordered.get(_value(number, "abstractNumId"), ()))
    }
    return Numbering(levels)


def _value(element: Element | None, path: str) -> str:
    """Return the attribute `val` of what is at a path, or an empty string."""
    child = element.find(path) if element is not None else None
    return child.get("val", "") if child is not None else ""
