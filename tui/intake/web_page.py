"""A page of HTML as an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from tui.errors import DocumentError
from tui.intake.encoding import decode
from tui.intake.html_blocks import HtmlBlock, blocks_of
from tui.intake.html_text import join_blocks, picture_names
from tui.intake.html_tree import parse_html
from tui.intake.main_content import main_blocks
from tui.intake.original import Extract, Original
from tui.intake.page_source import page_source
from tui.intake.second_opinion import agreed_blocks


def web_page_extracts(original: Original) -> tuple[Extract, ...]:
    """Return the article of a page, and what the page has besides.

    Raise DocumentError if there is no text in it.
    """
    return (page_extract(decode(original), original.url),)


def page_extract(html: str, url: str = "") -> Extract:
    """Return the article of a page that is decoded."""
    root = parse_html(html)
    source = page_source(root, url)
    blocks = blocks_of(root)
    chosen = agreed_blocks(html, blocks, main_blocks(blocks)) if blocks else []
    if len(source.body.split()) > 2 * sum(len(block.words.split()) for block in chosen):
        chosen = _blocks_of_body(source.body)
    if not chosen:
        raise DocumentError("is a page without text; a script may load it, so save the page in a browser and add that")
    return Extract(
        text=join_blocks(chosen) + "\n",
        title=source.title,
        outlet=source.outlet,
        author=source.author,
        date=source.date,
        iso_date=source.iso_date,
        url=source.url,
        left_out=(*_left_out(blocks, chosen), *picture_names(root)),
    )


def _blocks_of_body(body: str) -> list[HtmlBlock]:
    """Return the text that a page holds for search engines alone.

    It is HTML, or has a paragraph in each line.
    """
    marked = body if "</" in body else "".join(f"<p>{escape(line)}" for line in body.splitlines())
    return blocks_of(parse_html(marked))


def _left_out(blocks: Sequence[HtmlBlock], chosen: Sequence[HtmlBlock]) -> Iterator[str]:
    """Yield what is not in the article, a list as one."""
    kept = set(map(id, chosen))
    others = [block for block in blocks if id(block) not in kept]
    for group, members in groupby(others, key=lambda block: block.group):
        words = [block.words for block in members]
        yield from (" · ".join(words),) if group else words
