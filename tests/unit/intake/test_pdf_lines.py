"""The lines of a PDF have a place, a size and a weight."""

import pytest
from pdf_writer import PlacedText, pdf_file, pdf_of

pytest.importorskip("pdfminer")

from tui.intake.pdf_lines import PdfSource, pdf_pages, pdf_source

_SOURCE = {"Title": "A  title", "Author": "Zoë", "CreationDate": "D:2026"}


def test_a_line_has_its_place_from_the_top_its_size_and_weight() -> None:
    page = [PlacedText("low", 100, 700), PlacedText("bold words", 50, 90, 20, "F2")]
    (read,) = pdf_pages(pdf_file([page]))
    assert [(line.words, line.left, line.size, line.is_bold) for line in read.lines] == [
        ("bold words", 50, 20, True),
        ("low", 100, 10, False),
    ]
    assert 70 < read.lines[0].top < read.lines[0].bottom < 100


def test_a_gap_as_wide_as_a_gutter_ends_a_line() -> None:
    (read,) = pdf_pages(pdf_file([[PlacedText("left", 50, 90), PlacedText("right", 80, 90)]]))
    assert [line.words for line in read.lines] == ["left", "right"]


def test_a_blank_under_the_next_letter_takes_no_room() -> None:
    apart, under = ([PlacedText("sper", 50, 90), PlacedText(" ", 66, 90), PlacedText("rte", x, 90)] for x in (69, 66))
    pages = pdf_pages(pdf_file([apart, under]))
    assert [read.lines[0].words for read in pages] == ["sper rte", "sperrte"]


def test_ligatures_are_letters() -> None:
    (read,) = pdf_pages(pdf_of([rb"BT /F1 9 Tf 50 700 Td (\256re) Tj ET"], encoding="Standard"))
    assert read.lines[0].words == "fire"


def test_a_pdf_says_who_made_it() -> None:
    assert pdf_source(pdf_file([[]], _SOURCE)) == PdfSource("A title", "Zoë", "D:2026")
    assert pdf_source(pdf_file([[]])) == PdfSource()
