"""Running heads and page numbers: lines that are on each page."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.intake.pdf_lines import PdfLine, PdfPage

_ZONE = 0.15
"""The part of a page's height, above and below, in which heads stand."""
_MIN_PAGES = 2
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[\W_]*(?:page|p\.|seite|página|pagina|strona|стр\.?)?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/|von|de|sur|di|z|из)\s*\d{1,4})?[\W_]*",
    re.IGNORECASE,
)


def without_running_heads(pages: Sequence[PdfPage]) -> tuple[list[PdfPage], tuple[str, ...]]:
    """Return the pages without running heads, and the words of those.

    A line is one if it is at the same height of several pages, whatever number
    it holds, or if it is the first or last of a page and only a number.
    """
    counts = Counter(key for page in pages for key in {_key(line, page) for line in page.lines})
    running: dict[str, None] = {}
    kept = []
    for page in pages:
        dropped = {line for line in page.lines if counts[_key(line, page)] >= _MIN_PAGES and _in_zone(line, page)}
        dropped |= _page_numbers([line for line in page.lines if line not in dropped])
        running |= dict.fromkeys(_shown(line) for line in page.lines if line in dropped)
        kept.append(replace(page, lines=tuple(line for line in page.lines if line not in dropped)))
    return kept, tuple(filter(None, running))


def _key(line: PdfLine, page: PdfPage) -> tuple[str, bool, float]:
    is_top = line.top < page.height / 2
    return _NUMBER.sub("#", line.words), is_top, round((line.top if is_top else page.height - line.bottom) / 4)


def _in_zone(line: PdfLine, page: PdfPage) -> bool:
    return line.bottom < _ZONE * page.height or line.top > (1 - _ZONE) * page.height


def _page_numbers(lines: Sequence[PdfLine]) -> set[PdfLine]:
    ends = {lines[0], lines[-1]} if len(lines) > 1 else set()
    return {line for line in ends if _PAGE_NUMBER.fullmatch(line.words)}


def _shown(line: PdfLine) -> str:
    return "" if _PAGE_NUMBER.fullmatch(line.words) else f"[running head: {line.words}]"
