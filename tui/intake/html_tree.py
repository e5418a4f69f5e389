"""HTML as a tree of elements, whatever is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tui.errors import DocumentError
from tui.intake.html_tokens import EndTag, StartTag, tokens
from tui.intake.limits import MAX_DEPTH, MAX_ELEMENTS, MAX_MARKUP

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
"""Elements without an end tag."""
BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt"),
    *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr"),
    *("html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot"),
    *("th", "thead", "tr", "ul", "caption", "option", "select", "button", "iframe", "video", "audio"),
}
"""Elements that begin a paragraph of their own."""
_ENDED_BY = {
    "li": {"li"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
    "tr": {"tr", "td", "th"},
    "td": {"td", "th"},
    "th": {"td", "th"},
    "option": {"option"},
}
"""Elements that the start of this one ends."""
_SCOPES = {"table", "ul", "ol", "dl", "select", "body", "html", "div", "article", "section"}
"""What such an end does not reach out of."""


@dataclass(slots=True)
class Element:
    """An element with its text and the elements in it, in their order."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def iter(self) -> Iterator[Element]:
        """Yield this element and all in it, in the order of the page."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(child for child in reversed(element.children) if isinstance(child, Element))

    @property
    def text(self) -> str:
        """Return all the text in it, white space as one blank."""
        words: list[str] = []
        for element in self.iter_text():
            words.extend(element.split())
        return " ".join(words)

    def iter_text(self) -> Iterator[str]:
        """Yield the pieces of text in it."""
        stack: list[Element | str] = [self]
        while stack:
            node = stack.pop()
            if isinstance(node, str):
                yield node
            else:
                stack.extend(reversed(node.children))


def parse_html(html: str) -> Element:
    """Return the tree of a page or a piece of it.

    The root has no name. Raise DocumentError if it is too large to be an article.
    """
    if len(html) > MAX_MARKUP:
        raise DocumentError(f"has more than {MAX_MARKUP // 1_000_000} million characters of HTML; add a part of it")
    root = Element("")
    open_elements = [root]
    for count, token in enumerate(tokens(html)):
        if count > MAX_ELEMENTS:
            raise DocumentError(f"has more than {MAX_ELEMENTS:,} tags, too many for an article; add a part of it")
        if isinstance(token, str):
            open_elements[-1].children.append(token)
        elif isinstance(token, StartTag):
            _start(token, open_elements)
        else:
            _end(token, open_elements)
    return root


def _start(tag: StartTag, open_elements: list[Element]) -> None:
    if tag.name in BLOCKS:
        _end_implied({"p"}, open_elements)
    if tag.name in _ENDED_BY:
        _end_implied(_ENDED_BY[tag.name], open_elements)
    element = Element(tag.name, tag.attributes)
    open_elements[-1].children.append(element)
    if tag.name not in VOID and len(open_elements) < MAX_DEPTH:
        open_elements.append(element)


def _end_implied(names: set[str], open_elements: list[Element]) -> None:
    for index in range(len(open_elements) - 1, 0, -1):
        name = open_elements[index].name
        if name in names:
            del open_elements[index:]
            if names == {"p"}:
                return
        elif name in _SCOPES or name in ("td", "th", "li", "button"):
            return


def _end(tag: EndTag, open_elements: list[Element]) -> None:
    for index in range(len(open_elements) - 1, 0, -1):
        if open_elements[index].name == tag.name:
            del open_elements[index:]
            return
        if open_elements[index].name in ("table", "body") and tag.name not in BLOCKS:
            return
