"""Lines of a PDF without a PDF."""

from collections.abc import Iterable

from tui.intake.pdf_lines import PdfLine

_LETTER = 5


def line(words: str, left: float = 50, row: float = 0, size: float = 10, *, is_bold: bool = False) -> PdfLine:
    """Return a line in a row of 12 points, each letter 5 points wide."""
    return PdfLine(words, left, row * 12, left + _LETTER * len(words), row * 12 + 10, size, is_bold)


def rows(words: Iterable[str], left: float = 50, row: float = 0) -> list[PdfLine]:
    """Return lines below each other, indented by the blanks before them."""
    return [
        line(text.strip(), left + _LETTER * (len(text) - len(text.lstrip())), row + number)
        for number, text in enumerate(words)
        if text.strip()
    ]
