"""Running heads and page numbers are told from the text."""

import pytest
from pdf_line_makers import line

from tui.intake.pdf_lines import PdfLine, PdfPage
from tui.intake.pdf_running_heads import without_running_heads

_BODY = (line("body", 50, 30), line("more", 50, 31))


def _page(*lines: PdfLine) -> PdfPage:
    return PdfPage(tuple(sorted((*_BODY, *lines), key=lambda line: line.top)), 842)


def test_a_line_at_one_height_of_two_pages_is_a_running_head() -> None:
    pages = [_page(line(f"The Gazette, {day} May", 50, 1)) for day in (3, 4)]
    kept, heads = without_running_heads(pages)
    assert [page.lines for page in kept] == [_BODY, _BODY]
    assert heads == ("[running head: The Gazette, 3 May]",)


@pytest.mark.parametrize("words", ["7", "- 7 -", "Page 7 of 9", "Seite 7", "vii", "стр. 7"])
def test_a_page_number_is_dropped_without_a_word(words: str) -> None:
    assert without_running_heads([_page(line(words, 300, 68))]) == ([_page()], ())


@pytest.mark.parametrize(
    "pages",
    [
        [_page(line("The Gazette", 50, 1)), _page()],
        [_page(line("same words", 50, 33)), _page(line("same words", 50, 33))],
        [_page(line(words, 50, 1), line("same words", 50, 3)) for words in ("one", "two")],
        [_page(line("same words", 50, 1)), _page(line("same words", 50, 5))],
        [_page(line("7 killed", 50, 1))],
        [PdfPage((line("7", 50, 1),), 842)],
    ],
)
def test_other_lines_stay(pages: list[PdfPage]) -> None:
    assert without_running_heads(pages) == (pages, ())
