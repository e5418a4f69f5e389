"""An NITF document becomes the article that a person would type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from news_files import HEADLINE, NITF, TYPED

from tui.errors import DocumentError
from tui.intake.nitf import author_of, nitf_extracts
from tui.intake.original import Extract, Original


def _extract(data: bytes) -> Extract:
    (extract,) = nitf_extracts(Original(data))
    return extract


def test_a_document_becomes_the_typed_text() -> None:
    assert _extract(NITF) == Extract(
        TYPED,
        title=HEADLINE,
        outlet="The Coast Gazette",
        author="Mara Holm",
        date="20261126T143000+0100",
        iso_date="2026-11-26T14:30:00+01:00",
        left_out=("[distributor: Coast Press]", "[picture: Cracks]", "[credit: Ivo Sand]"),
    )


@pytest.mark.parametrize(
    ("byline", "author"),
    [("By Mara Holm", "Mara Holm"), ("Von Mara Holm", "Mara Holm"), ("Byron Holm", "Byron Holm"), ("", "")],
)
def test_an_author_is_named_without_by(byline: str, author: str) -> None:
    assert author_of(byline) == author
    head = f"<body.head><byline>{byline}</byline></body.head><body.content>a</body.content>"
    assert _extract(f"<nitf><body>{head}</body></nitf>".encode()).author == author


def test_an_address_is_one_of_the_web() -> None:
    body = "<body><body.content>a</body.content></body>"
    documents = [
        f'<nitf><head><pubdata ex-ref="{reference}"/></head>{body}</nitf>'
        for reference in ("https://a.example", "file:///x")
    ]
    assert [_extract(document.encode()).url for document in documents] == ["https://a.example", ""]


def test_a_document_without_text_is_refused() -> None:
    with pytest.raises(DocumentError, match=r"^has no text"):
        _extract(b"<nitf/>")


@given(st.integers(0, len(NITF)), st.text(alphabet="<>/a &;'\"=!?-[]p", max_size=20))
def test_a_damaged_document_is_read_or_refused(position: int, other: str) -> None:
    try:
        assert _extract(NITF[:position] + other.encode() + NITF[position + len(other) :]).text
    except DocumentError as error:
        assert error.message  # noqa: PT017 - no error is right too
