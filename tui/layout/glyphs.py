"""The signs that the program draws, in Unicode or in ASCII."""

from typing import NamedTuple

from tui.layout.visible import make_visible
from tui.model import Kind

_ASCII_SIGNS = str.maketrans({"·": "-", "“": '"', "”": '"', "–": "-", "…": "...", "‹": "<", "›": ">"})

_SMALL_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"


class Glyphs(NamedTuple):
    """The signs of one drawing style, one cell each."""

    ascii: bool = False
    bar: str = "│"
    """In the gutter: an annotation continues."""
    mark: str = "▕"
    """In a pane's scrollbar, next to annotations."""
    track: str = "▕"
    """In a pane's scrollbar, next to none."""
    thumb: str = "▐"
    cursor: str = "▌"
    chosen: str = "●"
    """In a list: the row is chosen."""
    silent: str = "–"
    rule: str = "─"
    heavy_rule: str = "━"
    """Under the header of the account that has the cursor."""
    contrary: str = "⇄"
    """Before what contradicts a proposition."""
    suggestion: str = "┊"
    """In the gutter: words that are suggested, not marked."""

    def of(self, kind: Kind) -> str:
        """Return the glyph of a kind, made visible."""
        return make_visible(kind.ascii_glyph if self.ascii else kind.glyph)

    def small_number(self, number: int) -> str:
        """Return a small number in one cell: `²` for 2, `⁺` for ten and more.

        In ASCII it is `&`, for a digit would be part of the number beside it.
        """
        return "&" if self.ascii else _SMALL_DIGITS[number] if number < len(_SMALL_DIGITS) else "⁺"

    def own(self, text: str) -> str:
        """Return a text of the program, in ASCII if need be: `a · b` as `a - b`."""
        return text.translate(_ASCII_SIGNS) if self.ascii else text


UNICODE = Glyphs()
ASCII = Glyphs(
    True,
    bar="|",
    mark="*",
    track=" ",
    thumb="#",
    cursor=">",
    chosen="*",
    silent="-",
    rule="-",
    heavy_rule="=",
    contrary="!",
    suggestion=":",
)


def glyphs_for(*, ascii_only: bool) -> Glyphs:
    """Return the signs of the drawing style."""
    return ASCII if ascii_only else UNICODE
