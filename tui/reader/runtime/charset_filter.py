"""Paint only characters that the terminal can show."""

from collections.abc import Iterable

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter
from textual.strip import Strip


class CharsetFilter(LineFilter):
    """Replaces what an encoding lacks in every line of every widget."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self.encoding = encoding

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        from tui.layout.charset import in_charset  # noqa: PLC0415 - few terminals need it

        del background
        return [
            part if part.control else Segment(in_charset(part.text, self.encoding), part.style) for part in segments
        ]


def apply_charset(strip: Strip, filters: Iterable[LineFilter], background: Color) -> Strip:
    """Return a strip after those of some filters that limit the charset."""
    for line_filter in filters:
        if isinstance(line_filter, CharsetFilter):
            strip = strip.apply_filter(line_filter, background)
    return strip
