"""The elements of NITF as those of HTML that mean the same."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, tostring

from tui.intake.xml_tree import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAGS = {
    "hl1": "h1",
    "hl2": "h2",
    "abstract": "div",
    "bibliography": "p",
    "block": "div",
    "body.content": "div",
    "body.end": "div",
    "bq": "blockquote",
    "credit": "p",
    "datasource": "p",
    "dateline": "p",
    "fn": "p",
    "hedline": "div",
    "media": "figure",
    "media-caption": "figcaption",
    "note": "div",
    "tagline": "p",
}
_LEFT_OUT = {"media-producer": "credit", "distributor": "distributor", "copyrite": "copyright", "rights": "rights"}
_NO_TEXT = {"byline", "media-object", "media-metadata", "nitf-table-metadata", "virtloc"}
_PARTS = ("body/body.head", "body/body.content", "body/body.end")


def nitf_html(root: Element) -> tuple[str, list[str]]:
    """Return the body of an element `nitf` as HTML, and what is left out."""
    left_out: list[str] = []
    holder = Element("div")
    holder.extend(_renamed(part, left_out) for path in _PARTS for part in root.iterfind(path))
    return tostring(holder, encoding="unicode", method="html"), left_out


def _renamed(element: Element, left_out: list[str]) -> Element:
    """Return an element as HTML names it."""
    renamed = Element(_TAGS.get(element.tag, element.tag), _attributes(element))
    renamed.text, renamed.tail = element.text, element.tail
    for child in element:
        if child.tag in _LEFT_OUT or child.tag in _NO_TEXT:
            left_out += _named(child)
            _add_text(renamed, child.tail)
        elif child.tag == "media-reference":
            left_out += _picture(child)
        else:
            renamed.append(_renamed(child, left_out))
    return renamed


def _attributes(element: Element) -> dict[str, str]:
    return {name: value for name, value in element.attrib.items() if name in ("href", "start")}


def _named(element: Element) -> Iterator[str]:
    words = words_of(element)
    if element.tag in _LEFT_OUT and words:
        yield f"[{_LEFT_OUT[element.tag]}: {words}]"


def _picture(reference: Element) -> Iterator[str]:
    if words := reference.get("alternate-text") or reference.get("source") or reference.get("name"):
        yield f"[picture: {words}]"


def _add_text(element: Element, text: str | None) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + (text or "")
    else:
        element.text = (element.text or "") + (text or "")
