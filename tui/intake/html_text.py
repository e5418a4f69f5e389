"""A piece of HTML, such as a mail's body or a chapter, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.intake.html_blocks import HtmlBlock, blocks_of
from tui.intake.html_tree import Element, parse_html


@dataclass(frozen=True, slots=True)
class ConvertedHtml:
    """Blocks of Markdown with empty lines between, and what is left out."""

    text: str
    left_out: tuple[str, ...] = ()


def html_text(html: str) -> ConvertedHtml:
    """Return all the text of a piece of HTML as Markdown.

    Nothing is taken for the navigation of a page. Bold, italics and links
    become plain words; pictures are left out by their names.
    """
    root = parse_html(html)
    return ConvertedHtml(join_blocks(blocks_of(root)), tuple(picture_names(root)))


def join_blocks(blocks: Sequence[HtmlBlock]) -> str:
    """Return blocks as one Markdown text.

    An empty line is between them, except between the items of a list.
    """
    pieces: list[str] = []
    for before, block in zip((None, *blocks), blocks, strict=False):
        if before:
            pieces.append("\n" if block.group and before.group == block.group else "\n\n")
        pieces.append(block.markdown)
    return "".join(pieces)


def picture_names(root: Element) -> Iterator[str]:
    """Yield the pictures of a page that have a description."""
    for element in root.iter():
        if element.name == "img" and (words := " ".join(element.attributes.get("alt", "").split())):
            yield f"[picture: {words}]"
