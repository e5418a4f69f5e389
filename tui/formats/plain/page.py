"""A page of plain text: a width, glyphs, and wrapped paragraphs.

Text from outside reaches the page through `make_visible`, so that it holds no control character.
"""

import re
from dataclasses import dataclass

from tui.layout.glyphs import UNICODE, Glyphs
from tui.layout.graphemes import NARROW, cell_len
from tui.layout.paragraphs import may_be_glued
from tui.layout.row_pattern import row_pattern
from tui.layout.visible import make_visible
from tui.layout.wrapped import wrap
from tui.model import Account

_PLAIN_LINE = re.compile(rf"(?!\s)[{NARROW}\u25b8\u2717\u2261\u270e]++(?<!\s)")
"""Text of one cell a code point, without line breaks, or white space at its ends; with glyphs of the built-in kinds."""
MIN_TEXT_WIDTH = 10
"""Text is never wrapped to fewer cells, even if the page is too narrow for its indent."""


@dataclass(frozen=True)
class Page:
    """The width of plain text in cells, and the glyphs to draw with."""

    width: int = 80
    glyphs: Glyphs = UNICODE

    def own(self, text: str) -> str:
        """Return one of the program's own texts, in ASCII if the glyphs are."""
        return self.glyphs.own(text)

    def rows(self, text: str, indent: int = 0, hanging: int = 0) -> list[str]:
        """Return the rows of text wrapped to the page.

        Rows are `indent` cells from the left, those after the first `hanging` cells more.
        """
        width = max(self.width - indent - hanging, MIN_TEXT_WIDTH)
        if len(text) <= width and _PLAIN_LINE.fullmatch(text):
            return [" " * indent + text]  # most are short, and there are four to a record
        first, *others = _wrapped(text, width)
        margin = " " * (indent + hanging)
        return [first and " " * indent + first, *[row and margin + row for row in others]]

    def rule(self) -> str:
        return self.glyphs.rule * self.width

    def account_title(self, account: Account) -> str:
        return f"{account.siglum}  {make_visible(' '.join(account.article.title.split()))}"


def _wrapped(text: str, width: int) -> list[str]:
    """Return the rows of text, made visible."""
    paragraphs = text.split("\n\n")
    if all(map(_PLAIN_LINE.fullmatch, paragraphs)) and not may_be_glued(text):
        first, *others = [_paragraph_rows(paragraph, width) for paragraph in paragraphs]
        return [*first, *[row for rows in others for row in ("", *rows)]]
    wrapped = wrap(text, width)
    return [*map(wrapped.row_display, range(wrapped.height))]


def _paragraph_rows(text: str, width: int) -> list[str]:
    """Return the rows of a plain paragraph."""
    return [text] if len(text) <= width else row_pattern(width, hard_wrapped=False).narrow_rows(text)


def pad(text: str, width: int, *, right: bool = False) -> str:
    """Return text with spaces, `width` cells wide: `"a"` becomes `"a  "`."""
    space = " " * max(width - cell_len(text), 0)
    return space + text if right else text + space
