"""Running heads and page numbers: lines that are on each page."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from tui.intake.pdf_columns import rows

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
    it holds, and nothing else is above or below. The first or last line of a
    page is one if it is only a number.
    """
    heads = {page: rows(page.lines) for page in pages}
    counts = Counter(key for page in pages for key in {_key(line, page) for line in heads[page]})
    running: dict[str, str] = {}
    kept = []
    for page in pages:
        running_lines = {
            line for line in heads[page] if counts[_key(line, page)] >= _MIN_PAGES and _in_zone(line, page)
        }
        dropped = [
            line for lines in (heads[page], heads[page][::-1]) for line in takewhile(running_lines.__contains__, lines)
        ]
        dropped += _page_numbers([line for line in heads[page] if line not in dropped])
        for line in dropped:
            running.setdefault(_NUMBER.sub("#", line.words), _shown(line))
        bottoms = {line.bottom for line in dropped}
        kept.append(replace(page, lines=tuple(line for line in page.lines if not _is_beside(line, bottoms))))
    return kept, tuple(filter(None, running.values()))


def _is_beside(line: PdfLine, bottoms: set[float]) -> bool:
    return any(abs(line.bottom - bottom) < line.size / 3 for bottom in bottoms)


def _key(line: PdfLine, page: PdfPage) -> tuple[str, bool, float]:
    is_top = line.top < page.height / 2
    return _NUMBER.sub("#", line.words), is_top, round((line.top if is_top else page.height - line.bottom) / 4)


def _in_zone(line: PdfLine, page: PdfPage) -> bool:
    return line.bottom < _ZONE * page.height or line.top > (1 - _ZONE) * page.height


def _page_numbers(lines: Sequence[PdfLine]) -> list[PdfLine]:
    ends = [lines[0], lines[-1]] if len(lines) > 1 else []
    return [line for line in ends if _PAGE_NUMBER.fullmatch(line.words)]


def _shown(line: PdfLine) -> str:
    return "" if _PAGE_NUMBER.fullmatch(line.words) else f"[running head: {line.words}]"
