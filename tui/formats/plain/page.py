"""A page of plain text: a width, the characters it may use, and paragraphs wrapped on it.

Everything that comes from outside reaches the page through `make_visible`: no control character passes.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tui.layout.glyphs import UNICODE, Glyphs
from tui.layout.graphemes import cell_len
from tui.layout.visible import make_visible
from tui.layout.wrapped import wrap
from tui.model import Account

_NARROWEST = 10


@dataclass(frozen=True)
class Page:
    """Where plain text is written: `width` in cells, and the signs to draw with."""

    width: int = 80
    glyphs: Glyphs = UNICODE

    def own(self, text: str) -> str:
        """Return a text of the program itself in the characters that the page may use."""
        return self.glyphs.own(text)

    def rows(self, text: str, indent: int = 0, hanging: int = 0) -> Iterator[str]:
        """Yield `text` wrapped and made visible, `indent` cells from the left; rows but the first, `hanging` more."""
        wrapped = wrap(text, max(self.width - indent - hanging, _NARROWEST))
        for row in range(wrapped.height):
            shown = wrapped.row_display(row)
            yield f"{' ' * (indent + (hanging if row else 0))}{shown}" if shown else ""

    def rule(self) -> str:
        """Return a line across the page."""
        return self.glyphs.rule * self.width

    def name(self, account: Account) -> str:
        """Return an account's siglum and title on one line."""
        return f"{account.siglum}  {make_visible(' '.join(account.article.title.split()))}"


def padded(text: str, width: int, *, right: bool = False) -> str:
    """Return `text` filled with spaces to `width` cells."""
    space = " " * max(width - cell_len(text), 0)
    return space + text if right else text + space
