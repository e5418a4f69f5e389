"""The lines of a PDF, with the place and the size of their letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from statistics import median
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pdfminer.layout import LTPage, LTTextLine


_NO_ROOM = 0.3
"""Of a blank's width."""
_LIGATURE = re.compile("[\ufb00-\ufb06]")


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line, or the part of one that is in one column.

    Places are in points, from the left and from the top of the page.
    """

    words: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class PdfPage:
    """The lines of a page, from top to bottom."""

    lines: tuple[PdfLine, ...]
    height: float
    pictures: int = 0


@dataclass(frozen=True, slots=True)
class PdfSource:
    """What a PDF says about itself, as it says it."""

    title: str = ""
    author: str = ""
    date: str = ""
    producer: str = ""
    """The program that made it."""


def pdf_source(data: bytes) -> PdfSource:
    """Return the metadata of a PDF, or raise an error of pdfminer."""
    from pdfminer.pdfdocument import PDFDocument  # noqa: PLC0415 - an extra, loaded when a PDF is read
    from pdfminer.pdfparser import PDFParser  # noqa: PLC0415
    from pdfminer.pdftypes import resolve1  # noqa: PLC0415
    from pdfminer.utils import decode_text  # noqa: PLC0415

    info = {
        key: resolve1(value) for entry in PDFDocument(PDFParser(BytesIO(data))).info for key, value in entry.items()
    }
    texts = {key: decode_text(value) for key, value in info.items() if isinstance(value, bytes)}
    return PdfSource(*(" ".join(texts.get(key, "").split()) for key in ("Title", "Author", "CreationDate", "Producer")))


def pdf_pages(data: bytes) -> Iterator[PdfPage]:
    """Yield the pages of a PDF, or raise an error of pdfminer."""
    from pdfminer.high_level import extract_pages  # noqa: PLC0415 - an extra, loaded when a PDF is read
    from pdfminer.layout import LAParams  # noqa: PLC0415

    # Lines are put into columns by `pdf_columns`, so they end at a gap that can be a gutter.
    layout = LAParams(char_margin=1.2, boxes_flow=None, all_texts=True)
    for page in extract_pages(BytesIO(data), laparams=layout):
        yield _page(page)


def _page(page: LTPage) -> PdfPage:
    from pdfminer.layout import LTFigure, LTImage, LTTextLine  # noqa: PLC0415 - an extra

    lines: list[PdfLine] = []
    pictures = 0
    pending: list[Iterable[object]] = [page]
    while pending:
        for item in pending.pop():
            if isinstance(item, LTTextLine):
                lines += _line(item, page)
            elif isinstance(item, LTImage):
                pictures += 1
            elif isinstance(item, LTFigure) or hasattr(item, "__iter__"):
                pending.append(item)
    return PdfPage(tuple(sorted(lines, key=lambda line: (line.top, line.left))), page.height, pictures)


def _line(line: LTTextLine, page: LTPage) -> list[PdfLine]:
    from pdfminer.layout import LTChar  # noqa: PLC0415 - an extra

    words = " ".join(_LIGATURE.sub(lambda match: normalize("NFKC", match[0]), _text(line)).split())
    letters = [letter for letter in line if isinstance(letter, LTChar)]
    if not words or not letters:
        return []
    bold = sum("bold" in letter.fontname.lower() for letter in letters)
    size = round(median(letter.size for letter in letters), 1)
    top, bottom = page.height - line.y1, page.height - line.y0
    return [PdfLine(words, line.x0, top, line.x1, bottom, size, 2 * bold > len(letters))]


def _text(line: LTTextLine) -> str:
    """Return the letters of a line without blanks that take no room.

    Browsers print one for each soft hyphen, under the letter that follows.
    """
    from pdfminer.layout import LTChar  # noqa: PLC0415 - an extra

    items = list(line)
    text = ""
    for item, following in zip(items, (*items[1:], None), strict=True):
        written = item.get_text()
        if written.isspace() and isinstance(item, LTChar) and isinstance(following, LTChar):
            written = "" if abs(following.x0 - item.x0) < _NO_ROOM * item.width else written
        text += written
    return text
