"""A page of plain text: a width, glyphs, and wrapped paragraphs.

Text from outside reaches the page through `make_visible`, so that it holds no control character.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tui.layout.glyphs import UNICODE, Glyphs
from tui.layout.graphemes import cell_len
from tui.layout.visible import make_visible
from tui.layout.wrapped import wrap
from tui.model import Account

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

    def rows(self, text: str, indent: int = 0, hanging: int = 0) -> Iterator[str]:
        """Yield the rows of text wrapped to the page.

        Rows are `indent` cells from the left, those after the first `hanging` cells more.
        """
        wrapped = wrap(text, max(self.width - indent - hanging, MIN_TEXT_WIDTH))
        for row in range(wrapped.height):
            visible = wrapped.row_display(row)
            yield f"{' ' * (indent + (hanging if row else 0))}{visible}" if visible else ""

    def rule(self) -> str:
        return self.glyphs.rule * self.width

    def account_title(self, account: Account) -> str:
        return f"{account.siglum}  {make_visible(' '.join(account.article.title.split()))}"


def pad(text: str, width: int, *, right: bool = False) -> str:
    """Return text with spaces, `width` cells wide: `"a"` becomes `"a  "`."""
    space = " " * max(width - cell_len(text), 0)
    return space + text if right else text + space
