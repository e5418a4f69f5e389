"""Books in the format EPUB, each chapter under its heading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.errors import DocumentError
from tui.intake.clean_extract import clean_extract
from tui.intake.encoding import decode
from tui.intake.epub_contents import chapter_titles
from tui.intake.html_text import html_text
from tui.intake.iso_date import iso_date
from tui.intake.limits import MAX_MARKUP
from tui.intake.markdown_text import escape
from tui.intake.original import Extract, Original
from tui.intake.xml_tree import PROPERTY_PREFIXES, strings, words_at, xml_tree
from tui.intake.zip_archive import Archive, part_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_PAGES = ("application/xhtml+xml", "text/html", "text/x-oeb1-document")


@dataclass(frozen=True, slots=True)
class _Chapter:
    name: str
    """Of its part in the archive."""
    is_text: bool
    """Whether it is read from first to last, rather than a cover or a table of contents."""


def epub_extracts(original: Original) -> tuple[Extract, ...]:
    """Return a book as one article.

    A chapter that does not begin with a heading gets the one of the table of contents.
    """
    archive = Archive(original.data)
    name = _package_name(archive)
    package = xml_tree(archive.read(name), PROPERTY_PREFIXES)
    texts, left_out = _texts(archive, package, name.rpartition("/")[0])
    if not texts:
        raise DocumentError("is a book without text; it may be protected against copying, or hold only pictures")
    date = words_at(package, "metadata/dc_date")
    extract = Extract(
        "\n\n".join(texts),
        title=words_at(package, "metadata/dc_title"),
        outlet=words_at(package, "metadata/dc_publisher"),
        author=", ".join(strings(package, "metadata/dc_creator")),
        date=date,
        iso_date=iso_date(date),
        url=original.url or _address(package),
        left_out=tuple(left_out),
    )
    return (clean_extract(extract),)


def _package_name(archive: Archive) -> str:
    if "META-INF/encryption.xml" in archive and b"EncryptedKey" in archive.read("META-INF/encryption.xml"):
        raise DocumentError("is protected against copying, so its text cannot be read")
    container = xml_tree(archive.read("META-INF/container.xml"))
    path = next((root.get("full-path", "") for root in container.iterfind("rootfiles/rootfile")), "")
    return part_name("", path)


def _texts(archive: Archive, package: Element, folder: str) -> tuple[list[str], list[str]]:
    """Return the texts of the chapters, and what is left out."""
    titles = chapter_titles(archive, package, folder)
    texts: list[str] = []
    left_out: list[str] = []
    size = 0
    for chapter in _chapters(package, folder):
        page = decode(Original(archive.read(chapter.name)))
        size += len(page)
        if size > MAX_MARKUP:
            raise DocumentError(f"has more than {MAX_MARKUP // 1_000_000} million characters; add a part of it")
        markdown = html_text(page)
        left_out += markdown.left_out
        if chapter.is_text and markdown.text:
            texts.append(_under_heading(markdown.text, titles.get(chapter.name, "")))
        elif markdown.text:
            left_out.append(f"[{chapter.name.rpartition('/')[2]}: {' '.join(markdown.text.split())}]")
    return texts, left_out


def _under_heading(text: str, title: str) -> str:
    return text if text.startswith("#") or not title else f"# {escape(title)}\n\n{text}"


def _chapters(package: Element, folder: str) -> Iterator[_Chapter]:
    """Yield the chapters in the order of the book, each once."""
    items = {item.get("id", ""): item for item in package.iterfind("manifest/item")}
    references = dict.fromkeys(
        (reference.get("idref", ""), reference.get("linear", "yes") != "no")
        for reference in package.iterfind("spine/itemref")
    )
    for identity, is_linear in references:
        item = items.get(identity)
        if item is not None and item.get("media-type") in _PAGES:
            is_contents = "nav" in item.get("properties", "").split()
            yield _Chapter(part_name(folder, item.get("href", "")), is_linear and not is_contents)


def _address(package: Element) -> str:
    """Return the address of the book, if it has one on the web."""
    addresses = (*strings(package, "metadata/dc_source"), *strings(package, "metadata/dc_identifier"))
    return next((address for address in addresses if address.startswith(("http://", "https://"))), "")
