"""A piece of HTML, such as a mail's body or a chapter, as Markdown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MarkdownText:
    """Blocks of Markdown with empty lines between, and what is left out."""

    text: str
    left_out: tuple[str, ...] = ()


def html_text(html: str) -> MarkdownText:
    """Return all the text of a piece of HTML as Markdown.

    Nothing is taken for the navigation of a page; what is no text (a picture
    without words, a script) is left out.
    """
    raise NotImplementedError(html)
