"""The article of a PDF, made from its pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.errors import DocumentError
from tui.intake.iso_date import iso_date
from tui.intake.original import Extract
from tui.intake.pdf_columns import columns
from tui.intake.pdf_lines import pdf_pages, pdf_source
from tui.intake.pdf_paragraphs import pdf_blocks, pdf_markdown
from tui.intake.pdf_running_heads import without_running_heads

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.intake.pdf_lines import PdfPage

_NO_LETTERS = re.compile(r"\(cid:\d+\)")
_MAX_UNKNOWN = 0.2
"""Of the letters, how many may be of a font that does not say what they are."""
_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?(?:(Z)|([+-]\d{2})'?(\d{2})?)?")
_BROWSER = re.compile(r"skia|quartz|wkhtmltopdf|print to pdf", re.IGNORECASE)
"""Who prints a page: the date of the PDF is that of the printing."""
_URL = re.compile(r"https?://[^\s\]]+")
_NO_TITLE = re.compile(r"untitled|microsoft word - |\S+\.(?:docx?|indd|pdf|odt|rtf|qxd|tex|html?)\Z|\Z", re.IGNORECASE)


def pdf_article(data: bytes, on_page: Callable[[], None] = lambda: None) -> Extract:
    """Return the article of a PDF, reporting each page that is read.

    Raise DocumentError if there is no text in it, or an error of pdfminer.
    """
    source = pdf_source(data)
    pages: list[PdfPage] = []
    for page in pdf_pages(data):
        pages.append(page)
        on_page()
    _require_text(pages)
    bodies, running_heads = without_running_heads(pages)
    blocks = pdf_blocks([column for page in bodies for column in columns(page.lines)])
    markdown = list(pdf_markdown(blocks))
    is_printed = bool(_BROWSER.search(source.producer))
    date = "" if is_printed else source.date
    title = "" if _NO_TITLE.match(source.title) else source.title
    first = next((text.lstrip("# ") for text in markdown if text.startswith("# ")), "")
    return Extract(
        "\n\n".join(markdown) + "\n",
        title=title or first,
        author=source.author,
        date=date,
        iso_date=iso_date(_usual_form(date)),
        url=_address(running_heads) if is_printed else "",
        left_out=(*running_heads, *_pictures(pages)),
    )


def _address(running_heads: tuple[str, ...]) -> str:
    """Return the address that a browser prints at the foot of a page."""
    match = _URL.search(" ".join(running_heads))
    return match[0] if match else ""


def _require_text(pages: list[PdfPage]) -> None:
    words = "".join(line.words for page in pages for line in page.lines)
    if not words:
        what = "holds only pictures of pages" if any(page.pictures for page in pages) else "has no text"
        raise DocumentError(f"{what}; recognise its text first, for example with `ocrmypdf`")
    if len(_NO_LETTERS.findall(words)) > _MAX_UNKNOWN * len(_NO_LETTERS.sub("x", words)):
        raise DocumentError(
            "has fonts that do not say which letters they show; recognise its text with `ocrmypdf --force-ocr`"
        )


def _usual_form(date: str) -> str:
    """Return a date of a PDF, `D:20261126143000+01'00'`, as others write it."""
    match = _DATE.match(date)
    if not match:
        return date
    year, month, day, hour, minute, second, zulu, hours, minutes = match.groups(default="")
    zone = zulu or (f"{hours}:{minutes or '00'}" if hours else "")
    time = f"T{hour}:{minute}:{second or '00'}{zone}" if hour else ""
    return f"{year}-{month}-{day}{time}"


def _pictures(pages: list[PdfPage]) -> list[str]:
    counts = ((number, page.pictures) for number, page in enumerate(pages, 1))
    return [f"[page {number}: {_count(pictures)}]" for number, pictures in counts if pictures]


def _count(pictures: int) -> str:
    return "1 picture" if pictures == 1 else f"{pictures} pictures"
