"""The tree of a page as blocks of Markdown, each with where it was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tui.intake.html_table import table_markdown
from tui.intake.html_tree import BLOCKS, Element
from tui.intake.markdown_text import escape

NOT_TEXT = {"script", "style", "template", "noscript", "svg", "math", "head", "iframe", "object", "canvas", "audio"} | {
    *("video", "select", "datalist", "textarea", "noembed", "noframes", "title", "xmp", "input", "map"),
}
"""Elements whose text a browser does not show, or not as text."""
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MAX_TABLES = 5
"""Tables in tables, of which only the innermost can hold data."""
_BLANKS = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class HtmlBlock:
    """A paragraph, heading, list item, quotation, table or caption."""

    markdown: str
    words: str
    """The words alone, without marks of Markdown."""
    kind: str
    """The name of the element that it is, such as `p`, `h2`, `li`, `table`, `figcaption`."""
    path: tuple[Element, ...]
    """The elements around it, the outermost first."""
    link_words: int = 0
    group: int = 0
    """The same for the items of a list, which have no empty line between them; 0 for others."""


def blocks_of(root: Element) -> list[HtmlBlock]:
    """Return the blocks of a page or a piece of HTML, in its order."""
    walk = _Walk()
    walk.inside(root)
    walk.path.append(root)
    walk.end_block()
    return walk.blocks


def is_hidden(element: Element) -> bool:
    """Return whether a browser would not show an element."""
    return (
        element.name in NOT_TEXT
        or "hidden" in element.attributes
        or bool(_HIDDEN_STYLE.search(element.attributes.get("style", "")))
    )


@dataclass(slots=True)
class _Walk:
    """Walks through a tree and collects the blocks."""

    blocks: list[HtmlBlock] = field(default_factory=list)
    path: list[Element] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    link_words: int = 0
    markers: list[str] = field(default_factory=list)
    """Of the lists around: what an item begins with, which becomes blank once it is used."""
    groups: int = 0

    @property
    def tables(self) -> int:
        """Return how many tables are around."""
        return sum(element.name == "table" for element in self.path)

    def inside(self, element: Element) -> None:
        """Add the text and the elements in an element."""
        self.path.append(element)
        for child in element.children:
            if isinstance(child, str):
                self.words.append(child)
                if any(around.name == "a" for around in self.path):
                    self.link_words += len(child.split())
            elif not is_hidden(child):
                self.element(child)
        self.path.pop()

    def element(self, element: Element) -> None:
        """Add an element to the words if it is inline, else as a block."""
        if element.name == "br":
            self.words.append("\v")
        elif element.name == "img":
            return
        elif element.name == "sup":
            self.words.append(_superscript(element, self.path))
        elif element.name not in BLOCKS:
            self.inside(element)
        else:
            self.block(element)

    def block(self, element: Element) -> None:
        """Add an element that begins and ends a paragraph."""
        self.end_block()
        if element.name in ("ul", "ol"):
            self.list_items(element)
        elif element.name == "pre":
            self.code(element)
        elif element.name == "table" and self.tables < _MAX_TABLES and (table := table_markdown(element)):
            self.add(table, element.text, "table", (*self.path, element))
        else:
            self.inside(element)
            self.path.append(element)
            self.end_block()
            self.path.pop()

    def list_items(self, element: Element) -> None:
        """Add a list, each item after its marker, deeper ones indented."""
        if not self.markers:
            self.groups += 1
        self.path.append(element)
        number = int(start) if (start := element.attributes.get("start", "")).isdecimal() and len(start) < 9 else 1
        for child in element.children:
            if isinstance(child, Element) and not is_hidden(child):
                self.markers.append(f"{number}. " if element.name == "ol" else "- ")
                self.block(child)
                self.markers.pop()
                number += 1
            elif isinstance(child, str):
                self.words.append(child)
        self.end_block()
        self.path.pop()

    def code(self, element: Element) -> None:
        """Add preformatted text as it is, fenced."""
        text = "".join(element.iter_text()).strip("\n")
        if text.strip():
            fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
            self.add(f"{fence}\n{text}\n{fence}", text, "pre", (*self.path, element))

    def end_block(self) -> None:
        """Make a block of the words since the last one."""
        written, link_words = "".join(self.words), self.link_words
        self.words.clear()
        self.link_words = 0
        for paragraph in re.split(r"\v\s*\v+", written):
            lines = [line for piece in paragraph.split("\v") if (line := _BLANKS.sub(" ", piece).strip())]
            if lines:
                self.paragraph(lines, link_words)

    def paragraph(self, lines: list[str], link_words: int) -> None:
        """Add a paragraph with the marks of its heading, item or quotation."""
        path = tuple(self.path)
        kind = _kind(path)
        indent = "".join(" " * len(marker) for marker in self.markers[:-1])
        marker = self.markers[-1] if self.markers else ""
        first = f"{'#' * int(kind[1])} " if kind in _HEADINGS else f"{indent}{marker}"
        rest = " " * len(first) if marker else ""
        text = "\n".join(f"{rest if number else first}{escape(line)}" for number, line in enumerate(lines))
        self.add(text, " ".join(lines), kind, path, link_words)
        if marker:
            self.markers[-1] = " " * len(marker)

    def add(self, markdown: str, words: str, kind: str, path: tuple[Element, ...], link_words: int = 0) -> None:
        """Add a block, quoted as often as it is in a quotation."""
        depth = sum(element.name == "blockquote" for element in path)
        quoted = "\n".join(f"{'> ' * depth}{line}".rstrip() for line in markdown.split("\n"))
        self.blocks.append(HtmlBlock(quoted, words, kind, path, link_words, self.groups if self.markers else 0))


_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_KINDS = (*_HEADINGS, "figcaption", "caption", "li", "blockquote", "dt", "dd")


def _kind(path: tuple[Element, ...]) -> str:
    return next((element.name for element in reversed(path) if element.name in _KINDS), "p")


def _superscript(element: Element, path: Sequence[Element]) -> str:
    """Return a raised number: in brackets if it leads to a footnote."""
    text = element.text
    leads = any(link.attributes.get("href", "").startswith("#") for link in (*path, *element.iter()))
    return f"[{text}]" if leads and not text.startswith("[") else text
