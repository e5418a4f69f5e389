"""The titles that a book's table of contents gives its chapters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.errors import DocumentError
from tui.intake.encoding import decode
from tui.intake.html_tree import parse_html
from tui.intake.original import Original
from tui.intake.xml_tree import words_at, xml_tree
from tui.intake.zip_archive import part_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from tui.intake.zip_archive import Archive

_NCX = "application/x-dtbncx+xml"


def chapter_titles(archive: Archive, package: Element, folder: str) -> dict[str, str]:
    """Return the title of each chapter by the name of its part.

    A table of contents that is missing or broken has none.
    """
    titles: dict[str, str] = {}
    for item in package.iterfind("manifest/item"):
        name = part_name(folder, item.get("href", ""))
        try:
            if "nav" in item.get("properties", "").split():
                pairs = _from_page(archive.read(name))
            elif item.get("media-type") == _NCX:
                pairs = _from_map(archive.read(name))
            else:
                continue
            for reference, title in pairs:
                titles.setdefault(part_name(name.rpartition("/")[0], reference), title)
        except DocumentError:
            continue
    return {name: title for name, title in titles.items() if title}


def _from_page(data: bytes) -> Iterator[tuple[str, str]]:
    for element in parse_html(decode(Original(data))).iter():
        if element.name == "a" and element.attributes.get("href"):
            yield element.attributes["href"], element.text


def _from_map(data: bytes) -> Iterator[tuple[str, str]]:
    for point in xml_tree(data).iter("navPoint"):
        content = point.find("content")
        if content is not None:
            yield content.get("src", ""), words_at(point, "navLabel/text")
