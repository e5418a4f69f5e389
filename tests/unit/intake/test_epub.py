"""A book becomes the article that a person would type."""

import pytest
from book_epub import PARTS, TYPED, book_epub
from hypothesis import given
from hypothesis import strategies as st
from zip_files import zip_file

from tui.errors import DocumentError
from tui.intake import epub
from tui.intake.epub import epub_extracts
from tui.intake.original import Extract, Original

_KEY = "<encryption><EncryptedKey/></encryption>"


def _extract(data: bytes) -> Extract:
    (extract,) = epub_extracts(Original(data))
    return extract


def test_chapters_become_the_typed_text_in_the_order_of_the_book() -> None:
    assert _extract(book_epub()) == Extract(
        TYPED,
        title="Reports from the quay",
        outlet="The Coast Gazette",
        author="Mara Holm, Ivo Sand",
        date="2026-11-26",
        iso_date="2026-11-26",
        url="https://gazette.example/book",
        left_out=("[picture: A ferry]", "[nav.xhtml: 1. The pier 2. The quay]"),
    )


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"META-INF/encryption.xml": _KEY}, "is protected against copying"),
        ({"META-INF/container.xml": "<container/>"}, "has no part ''"),
        ({"META-INF/container.xml": "<contain"}, "is not well-formed XML"),
        ({"OEBPS/book.opf": "<package/>"}, "is a book without text"),
    ],
)
def test_what_is_no_book_with_text_is_refused(parts: dict[str, str], message: str) -> None:
    with pytest.raises(DocumentError, match=f"^{message}"):
        _extract(book_epub(**parts))


def test_a_reference_out_of_the_book_reads_nothing() -> None:
    package = PARTS["OEBPS/book.opf"].replace("text/ch2.xhtml", "../../../../../etc/passwd")
    with pytest.raises(DocumentError, match=r"^has no part 'etc/passwd'|^has no part '\.\./"):
        _extract(book_epub(**{"OEBPS/book.opf": package}))


def test_fonts_may_be_encrypted() -> None:
    assert _extract(book_epub(**{"META-INF/encryption.xml": "<encryption/>"})).text == TYPED


def test_too_much_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(epub, "MAX_MARKUP", 300)
    with pytest.raises(DocumentError, match="add a part of it"):
        _extract(book_epub())


@given(st.sampled_from(sorted(PARTS)), st.text(alphabet="<>/a &;'\"=!?-[]p", max_size=30), st.integers(0, 400))
def test_a_damaged_book_is_read_or_refused(name: str, other: str, position: int) -> None:
    content = PARTS[name][:position] + other + PARTS[name][position + len(other) :]
    try:
        assert _extract(zip_file({**PARTS, name: content})).text
    except DocumentError as error:
        assert error.message  # noqa: PT017 - no error is right too
