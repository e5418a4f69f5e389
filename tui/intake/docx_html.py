"""The body of a Word document as HTML."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from tui.intake.docx_lists import OpenLists
from tui.intake.docx_styles import Numbering, Styles, style_id
from tui.intake.xml_tree import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

NOTE_START, NOTE_END = "\ue0f0", "\ue0f1"
"""Characters of no meaning that stand around a note's number until the HTML is Markdown."""
_CHARACTERS = {
    "tab": "\t",
    "br": "<br>",
    "cr": "<br>",
    "noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    "softHyphen": "\N{SOFT HYPHEN}",
}
_DROPPED = {"del", "moveFrom"}
_NO_TEXT = {
    "pPr",
    "rPr",
    "instrText",
    "delInstrText",
    "Fallback",
    "sdtPr",
    "sectPr",
    "tblPr",
    "tblGrid",
    "annotationRef",
}
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_MAX_COLUMNS = 100


@dataclass(slots=True)
class DocxHtml:
    """Turns elements of a Word document into HTML, and collects the rest."""

    styles: Styles = field(default_factory=Styles)
    numbering: Numbering = field(default_factory=Numbering)
    notes: list[tuple[str, str]] = field(default_factory=list)
    """The kind and id of each note, in the order of the text."""
    left_out: list[str] = field(default_factory=list)
    _boxes: list[Element] = field(default_factory=list)
    """Text boxes of the paragraph that is read."""
    _lists: OpenLists = field(default_factory=OpenLists)
    _pending: str = ""
    """The HTML of paragraphs whose end was deleted, so that the next one goes on."""

    def body(self, element: Element) -> str:
        """Return the blocks in an element."""
        outer, self._lists = self._lists, OpenLists()
        html = "".join(self._blocks(element)) + self._rest() + self._lists.end()
        self._lists = outer
        return html

    def _blocks(self, element: Element) -> Iterator[str]:
        for child in element:
            if child.tag == "p":
                yield from self._paragraph(child)
            elif child.tag == "tbl":
                yield self._lists.end() + self._table(child)
            elif child.tag == "altChunk":
                self.left_out.append("[document within the document]")
            elif child.tag in _DROPPED:
                self._leave_out("deleted", child)
            elif _is_contents(child):
                self._leave_out("table of contents", child)
            elif child.tag not in _NO_TEXT:
                yield from self._blocks(child)

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        properties = paragraph.find("pPr")
        self._pending += "".join(self._inline(paragraph))
        if properties is not None and properties.find("rPr/del") is not None:
            return
        html, self._pending = self._pending, ""
        boxes, self._boxes = self._boxes, []
        level = self.styles.list_level(properties, self.numbering)
        tag = self.styles.tag(style_id(properties))
        if level and tag == "p":
            yield f"{self._lists.item(level)}{html}"
        else:
            yield f"{self._lists.end()}<{tag}>{html}</{tag}>"
        for box in boxes:
            yield self.body(box)

    def _rest(self) -> str:
        html, self._pending = self._pending, ""
        return f"<p>{html}</p>" if html else ""

    def _table(self, table: Element) -> str:
        rows = []
        for row in _parts(table, "tr"):
            if row.find("trPr/del") is not None:
                self._leave_out("deleted", row)
            else:
                rows.append(f"<tr>{''.join(self._cell(cell) for cell in _parts(row, 'tc'))}</tr>")
        return f"<table>{''.join(rows)}</table>"

    def _cell(self, cell: Element) -> str:
        return f"<td>{self.body(cell)}</td>" + "<td></td>" * (_columns(cell) - 1)

    def _inline(self, element: Element) -> Iterator[str]:
        for child in element:
            if child.tag == "t":
                yield _words(child)
            elif child.tag in _CHARACTERS:
                yield _CHARACTERS[child.tag]
            elif child.tag in _NOTES:
                yield self._note(_NOTES[child.tag], child.get("id", ""))
            elif not self._set_aside(child) and child.tag not in _NO_TEXT:
                yield from self._inline(child)

    def _set_aside(self, element: Element) -> bool:
        """Return whether an element is not in the text but said or put elsewhere."""
        if element.tag == "docPr":
            words = " ".join(element.get("descr", "").split())
            self.left_out.append(f"[picture: {words}]" if words else "[picture]")
        elif element.tag == "txbxContent":
            self._boxes.append(element)
        elif element.tag in _DROPPED:
            self._leave_out("deleted", element)
        elif element.tag == "r" and _is_hidden(element):
            self._leave_out("hidden", element)
        else:
            return False
        return True

    def _note(self, kind: str, identity: str) -> str:
        if (kind, identity) not in self.notes:
            self.notes.append((kind, identity))
        return f"{NOTE_START}{self.notes.index((kind, identity)) + 1}{NOTE_END}"

    def _leave_out(self, what: str, element: Element) -> None:
        if words := words_of(element):
            self.left_out.append(f"[{what}: {words}]")


def _parts(element: Element, tag: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, not those within."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in ("tbl", "p", "del"):
            yield from _parts(child, tag)


def _columns(cell: Element) -> int:
    span = cell.find("tcPr/gridSpan")
    count = span.get("val", "") if span is not None else ""
    return min(max(int(count), 1), _MAX_COLUMNS) if count.isdecimal() and len(count) < 4 else 1


def _words(element: Element) -> str:
    return escape((element.text or "").replace(NOTE_START, "").replace(NOTE_END, ""))


def _is_hidden(run: Element) -> bool:
    vanish = run.find("rPr/vanish")
    return vanish is not None and vanish.get("val") not in ("0", "false", "off")


def _is_contents(element: Element) -> bool:
    gallery = element.find("sdtPr/docPartObj/docPartGallery") if element.tag == "sdt" else None
    return gallery is not None and gallery.get("val") == "Table of Contents"
