"""A Word document becomes the article that a person would type."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_docx import LEFT_OUT, TYPED, report_docx
from zip_files import docx_file, paragraph, run, zip_file

from tui.errors import DocumentError
from tui.intake.docx import docx_extracts
from tui.intake.original import Extract, Original


def _extract(data: bytes) -> Extract:
    (extract,) = docx_extracts(Original(data, url="https://example.org/a.docx"))
    return extract


def test_tracked_changes_notes_tables_and_quotes_become_the_typed_text() -> None:
    assert _extract(report_docx()) == Extract(
        TYPED,
        title="The pier was unsafe",
        author="Mara Holm",
        date="2026-11-26T14:30:00Z",
        iso_date="2026-11-26T14:30:00Z",
        url="https://example.org/a.docx",
        left_out=LEFT_OUT,
    )


def test_the_words_are_those_that_mammoth_finds() -> None:
    mammoth = pytest.importorskip("mammoth")
    body = report_docx()
    raw = mammoth.extract_raw_text(BytesIO(body)).value
    ours = _extract(body).text
    assert [word for word in raw.split() if word.strip("“”.") not in ours and "secret" not in word] == ["dead,"]


def test_the_title_of_the_properties_wins_and_none_is_made_up() -> None:
    assert _extract(docx_file(paragraph("a"), core="<dc:title>T</dc:title>")).title == "T"
    assert _extract(docx_file(paragraph("a"))).title == ""


def test_notes_have_numbers_in_the_order_of_the_text_and_may_have_paragraphs() -> None:
    reference = '<w:r><w:{0}Reference w:id="1"/></w:r>'
    body = paragraph(
        run("a") + reference.format("endnote") + reference.format("footnote") + reference.format("endnote")
    )
    notes = f'<w:endnote w:id="1">{paragraph("one")}{paragraph("more")}</w:endnote>'
    assert _extract(docx_file(body, endnotes=notes)).text == "a[^1][^2][^1]\n\n[^1]: one\n\n    more\n\n[^2]:\n"


def test_a_document_may_name_its_main_part() -> None:
    relation = '<Relationship Type="x/officeDocument" Target="/word/document2.xml"/>'
    parts = {
        "_rels/.rels": f"<Relationships>{relation}</Relationships>",
        "word/document2.xml": "<document><body><p><r><t>words</t></r></p></body></document>",
    }
    assert _extract(zip_file(parts)).text == "words\n"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\xd0\xcf\x11\xe0" + bytes(99), "is encrypted or of an old version of Word"),
        (b"PK\x03\x04", "is a damaged archive"),
        (zip_file({"a": ""}), "is an archive, but no Word document"),
        (zip_file({"word/document.xml": "<document/>"}), "has no text"),
        (docx_file(""), "has no text"),
    ],
)
def test_what_is_no_document_with_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=f"^{message}"):
        _extract(data)


@given(
    st.recursive(
        st.sampled_from(["w", ""]),
        lambda inner: st.tuples(
            st.sampled_from(
                ["p", "r", "tbl", "tr", "tc", "sdt", "ins", "del", "pPr", "numPr", "txbxContent", "footnoteReference"]
            ),
            st.lists(inner, max_size=3),
        ),
    )
)
def test_any_nesting_of_elements_is_read_or_refused(tree: object) -> None:
    def xml(node: object) -> str:
        if isinstance(node, tuple):
            return f"<w:{node[0]}>{''.join(map(xml, node[1]))}</w:{node[0]}>"
        return f"<w:t>{node}</w:t>"

    try:
        _extract(docx_file(xml(tree)))
    except DocumentError as error:
        assert error.message.startswith("has no text")  # noqa: PT017 - no error is right too
