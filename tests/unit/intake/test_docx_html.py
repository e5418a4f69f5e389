"""The body of a Word document becomes HTML."""

import pytest
from zip_files import paragraph, run, word_part

from tui.intake.docx_html import NOTE_END, NOTE_START, DocxHtml
from tui.intake.xml_tree import xml_tree


def _html(body: str) -> tuple[str, list[str]]:
    document = DocxHtml()
    return document.body(xml_tree(word_part("body", body).encode())), document.left_out


@pytest.mark.parametrize(
    ("body", "html"),
    [
        (paragraph("a &lt; b"), "<p>a &lt; b</p>"),
        (paragraph("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:noBreakHyphen/></w:r>"), "<p>a<br>b\u2011</p>"),
        (paragraph("<w:hyperlink>" + run("a") + "</w:hyperlink>"), "<p>a</p>"),
        (paragraph("<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("7")), "<p>7</p>"),
        (paragraph(f"a {NOTE_START}1{NOTE_END}"), "<p>a 1</p>"),
        (paragraph('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>seen</w:t></w:r>'), "<p>seen</p>"),
        (paragraph("<w:moveTo>" + run("moved") + "</w:moveTo>"), "<p>moved</p>"),
        ("<w:sdt><w:sdtContent>" + paragraph("a") + "</w:sdtContent></w:sdt>", "<p>a</p>"),
        (
            paragraph("<w:AlternateContent><w:Choice/><w:Fallback>" + run("x") + "</w:Fallback></w:AlternateContent>"),
            "<p></p>",
        ),
    ],
)
def test_what_is_shown_is_kept(body: str, html: str) -> None:
    assert _html(body) == (html, [])


@pytest.mark.parametrize(
    ("body", "html", "left_out"),
    [
        (paragraph("<w:moveFrom>" + run("moved") + "</w:moveFrom>"), "<p></p>", ["[deleted: moved]"]),
        ("<w:del>" + paragraph("old") + "</w:del>", "", ["[deleted: old]"]),
        (
            '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
            f"<w:sdtContent>{paragraph('1 Pier')}</w:sdtContent></w:sdt>",
            "",
            ["[table of contents: 1 Pier]"],
        ),
        ("<w:altChunk/>", "", ["[document within the document]"]),
        (paragraph("<w:r><w:drawing><w:docPr/></w:drawing></w:r>"), "<p></p>", ["[picture]"]),
        (
            "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + paragraph("gone") + "</w:tc></w:tr></w:tbl>",
            "<table></table>",
            ["[deleted: gone]"],
        ),
    ],
)
def test_what_is_not_shown_is_named(body: str, html: str, left_out: list[str]) -> None:
    assert _html(body) == (html, left_out)


def test_a_table_in_a_cell_stays_there_and_a_wide_cell_fills_its_columns() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('b')}</w:tc></w:tr></w:tbl>"
    row = f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("a")}{inner}</w:tc></w:tr>'
    html, _ = _html(f"<w:tbl>{row}</w:tbl>")
    assert html == "<table><tr><td><p>a</p><table><tr><td><p>b</p></td></tr></table></td><td></td></tr></table>"


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next() -> None:
    mark = "<w:rPr><w:del/></w:rPr>"
    assert _html(paragraph("a ", properties=mark) + paragraph("b"))[0] == "<p>a b</p>"
    assert _html(paragraph("a", properties=mark))[0] == "<p>a</p>"
