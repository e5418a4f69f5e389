"""Word documents (DOCX), by the standard library alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from tui.errors import DocumentError
from tui.intake.clean_extract import clean_extract
from tui.intake.docx_html import NOTE_END, NOTE_START, DocxHtml
from tui.intake.docx_styles import numbering_of, styles_of
from tui.intake.html_text import html_text
from tui.intake.iso_date import iso_date
from tui.intake.original import Extract, Original
from tui.intake.xml_tree import PROPERTY_PREFIXES, words_at, words_of, xml_tree
from tui.intake.zip_archive import Archive, part_name

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOTE = re.compile(f"{NOTE_START}(\\d+){NOTE_END}")
_OLD = b"\xd0\xcf\x11\xe0"
"""How an encrypted document begins, or one of an old version."""
_ASIDE = re.compile(r"word/(header|footer)\d*\.xml")


def docx_extracts(original: Original) -> tuple[Extract, ...]:
    """Return the article of a Word document.

    Tracked insertions are kept; deletions are left out, as are comments.
    """
    if original.data.startswith(_OLD):
        raise DocumentError("is encrypted or of an old version of Word; save it as .docx without a password")
    archive = Archive(original.data)
    main = _main_part(archive)
    html = DocxHtml(styles_of(_part(archive, main, "styles")), numbering_of(_part(archive, main, "numbering")))
    body = html_text(html.body(_body(archive, main)))
    if not body.text:
        raise DocumentError("has no text; save it again, or as text")
    notes = "\n\n".join(_notes(html, archive, main))
    properties = _optional(archive, "docProps/core.xml")
    date = words_at(properties, "dcterms_created")
    left_out = (*html.left_out, *body.left_out, *_comments(archive, main), *_asides(archive))
    extract = Extract(
        _with_notes("\n\n".join(filter(None, (body.text, notes)))),
        title=words_at(properties, "dc_title") or _first_heading(body.text),
        author=words_at(properties, "dc_creator"),
        date=date,
        iso_date=iso_date(date),
        url=original.url,
        left_out=tuple(map(_with_notes, left_out)),
    )
    return (clean_extract(extract),)


def _main_part(archive: Archive) -> str:
    for relation in _optional(archive, "_rels/.rels"):
        if relation.get("Type", "").endswith("/officeDocument"):
            name = part_name("", relation.get("Target", ""))
            if name in archive:
                return name
    if "word/document.xml" not in archive:
        raise DocumentError("is an archive, but no Word document; unpack it and add what is in it")
    return "word/document.xml"


def _body(archive: Archive, main: str) -> Element:
    body = _tree(archive, main).find("body")
    return Element("body") if body is None else body


def _part(archive: Archive, main: str, name: str) -> Element:
    return _optional(archive, f"{main.rpartition('/')[0]}/{name}.xml")


def _optional(archive: Archive, name: str) -> Element:
    return _tree(archive, name) if name in archive else Element("none")


def _tree(archive: Archive, name: str) -> Element:
    return xml_tree(archive.read(name), PROPERTY_PREFIXES)


def _notes(html: DocxHtml, archive: Archive, main: str) -> Iterator[str]:
    """Yield the notes of the text, as footnotes of Markdown."""
    elements = {
        (kind, note.get("id", "")): note
        for kind in ("footnote", "endnote")
        for note in _part(archive, main, f"{kind}s").iterfind(kind)
    }
    for number, key in enumerate(html.notes, 1):  # a note can refer to another, which is then at the end
        text = html_text(html.body(elements[key])).text if key in elements else ""
        indented = text.replace("\n", "\n    ").replace("\n    \n", "\n\n")
        yield f"{NOTE_START}{number}{NOTE_END}: {indented}"


def _with_notes(text: str) -> str:
    marked = _NOTE.sub(r"[^\1]", text)
    return marked.replace(NOTE_START, "").replace(NOTE_END, "")


def _first_heading(text: str) -> str:
    first = text.partition("\n")[0]
    return first.removeprefix("# ") if first.startswith("# ") else ""


def _comments(archive: Archive, main: str) -> Iterator[str]:
    for comment in _part(archive, main, "comments").iterfind("comment"):
        yield f"[comment by {' '.join(comment.get('author', '').split()) or 'nobody named'}: {words_of(comment)}]"


def _asides(archive: Archive) -> Iterator[str]:
    """Yield the words of headers and footers."""
    seen: set[str] = set()
    for name in archive.names:
        if kind := _ASIDE.fullmatch(name):
            words = words_of(_tree(archive, name))
            if words and words not in seen:
                yield f"[{kind[1]}: {words}]"
            seen.add(words)
