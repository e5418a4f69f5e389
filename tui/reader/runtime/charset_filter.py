"""Paint only characters that the terminal can show."""

from collections.abc import Iterable

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter
from textual.strip import Strip


class CharsetFilter(LineFilter):
    """Replaces what an encoding lacks in every line of every widget.

    It makes room for three dots where words are cut, unless it is `exact`.
    """

    def __init__(self, encoding: str, *, exact: bool = False) -> None:
        super().__init__()
        self.encoding = encoding
        self.exact = exact

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        from tui.layout.charset import cut_in_charset, in_charset  # noqa: PLC0415 - few terminals need it

        del background
        write = in_charset if self.exact else cut_in_charset
        return [part if part.control else Segment(write(part.text, self.encoding), part.style) for part in segments]


def apply_charset(strip: Strip, filters: Iterable[LineFilter], background: Color) -> Strip:
    """Return a strip of an article after the filters that limit the charset.

    The words of an article are shown to the last letter.
    """
    for line_filter in filters:
        if isinstance(line_filter, CharsetFilter):
            strip = strip.apply_filter(CharsetFilter(line_filter.encoding, exact=True), background)
    return strip
