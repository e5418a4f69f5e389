"""A PDF becomes the article that a person would type."""

import pytest
from pdf_writer import PlacedText, pdf_file, pdf_of
from two_column_pdf import TYPED, two_column_pdf

pytest.importorskip("pdfminer")

from tui.errors import DocumentError
from tui.intake.original import Extract
from tui.intake.pdf_article import pdf_article


def test_two_columns_on_two_pages_become_the_typed_text() -> None:
    assert pdf_article(two_column_pdf()) == Extract(
        TYPED,
        title="Ferry terminal closed over cracks in pier",
        author="Mara Holm",
        date="D:20261126143000+01'00'",
        iso_date="2026-11-26T14:30:00+01:00",
        left_out=("[running head: The Coast Gazette 26 November 2026]",),
    )


@pytest.mark.parametrize("title", ["", "Untitled", "Microsoft Word - draft.doc", "page_one.indd"])
def test_a_title_that_is_none_is_taken_from_the_largest_words(title: str) -> None:
    page = [PlacedText("Real title", 50, 90, 20), PlacedText("Words of the article.", 50, 130)]
    assert pdf_article(pdf_file([page], {"Title": title})).title == "Real title"


@pytest.mark.parametrize(
    ("written", "iso"),
    [("D:20261126", "2026-11-26"), ("D:20261126143000Z", "2026-11-26T14:30:00Z"), ("D:2026", ""), ("soon", "")],
)
def test_the_date_is_kept_and_read_if_it_is_one(written: str, iso: str) -> None:
    article = pdf_article(pdf_file([[PlacedText("a", 50, 90)]], {"CreationDate": written}))
    assert (article.date, article.iso_date) == (written, iso)


def test_a_page_that_a_browser_printed_has_its_address_and_no_date() -> None:
    page = [PlacedText("Words.", 50, 400), PlacedText("https://a.example/b 1/2", 50, 820)]
    source = {"CreationDate": "D:20261126", "Producer": "Skia/PDF m140"}
    article = pdf_article(pdf_file([page, page], source))
    assert (article.url, article.date, article.iso_date) == ("https://a.example/b", "", "")


def test_a_picture_is_named() -> None:
    image = b"BT /F1 9 Tf 50 700 Td (words) Tj ET BI /W 1 /H 1 /BPC 8 /CS /G ID x\nEI\n"
    assert pdf_article(pdf_of([image])).left_out == ("[page 1: 1 picture]",)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "has no text; recognise its text first, for example with `ocrmypdf`"),
        (b"BI /W 1 /H 1 /BPC 8 /CS /G ID x\nEI\n", "holds only pictures of pages"),
    ],
)
def test_a_pdf_without_text_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=f"^{message}"):
        pdf_article(pdf_of([content]))


def test_each_page_is_reported() -> None:
    pages: list[None] = []
    pdf_article(two_column_pdf(), on_page=lambda: pages.append(None))
    assert len(pages) == 2
