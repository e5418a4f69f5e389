"""Mails and saved pages become the articles that a person would type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mail_files import PAGE_TYPED, TYPED, mail_file, mail_with_attachment, multipart, part, saved_page

from tui.errors import DocumentError
from tui.intake import mail
from tui.intake.mail import mail_extracts
from tui.intake.original import Extract, Original


def _extract(data: bytes, name: str = "", url: str = "") -> Extract:
    (extract,) = mail_extracts(Original(data, name, url))
    return extract


def test_a_mail_with_an_attachment_becomes_the_typed_text() -> None:
    assert _extract(mail_with_attachment()) == Extract(
        TYPED,
        title="Pier closed – what we know",
        author="Mara Holm",
        date="Thu, 26 Nov 2026 14:30:00 +0100",
        iso_date="2026-11-26T14:30:00+01:00",
        left_out=("[signature: Sent from the quay]", "[attachment: pläne.pdf]"),
    )


def test_a_saved_page_becomes_the_typed_text() -> None:
    assert _extract(saved_page()) == Extract(
        PAGE_TYPED,
        title="Ferry terminal closed",
        outlet="The Coast Gazette",
        author="Mara Holm",
        date="2026-11-26T14:30:00Z",
        iso_date="2026-11-26T14:30:00Z",
        url="https://gazette.example/ferry",
        left_out=("Home Sea", "© no one", "[picture: The pier]"),
    )


def test_the_address_that_was_asked_for_wins() -> None:
    assert _extract(saved_page(), url="https://a.example").url == "https://a.example"


def test_the_name_of_a_file_tells_a_page_from_a_mail() -> None:
    data = mail_file("<title>T</title><p>words of a page</p>", "text/html")
    assert [_extract(data, name).title for name in ("a.mht", "a.eml")] == ["T", "Pier closed – what we know"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (mail_file(" \n"), "has no text"),
        (mail_file(*reversed(multipart("mixed", part("x", "image/png")))), "has no text"),
        (
            b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(999)),
            "has parts within",
        ),
        (
            b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(140)),
            "has parts within",
        ),
    ],
)
def test_what_is_no_mail_with_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=f"^{message}"):
        _extract(data)


@pytest.mark.parametrize(
    ("limit", "most", "message"),
    [("_MAX_BYTES", 9, "larger"), ("_MAX_LINES", 2, "too many"), ("_MAX_WORK", 9, "too many")],
)
def test_what_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch, limit: str, most: int, message: str) -> None:
    monkeypatch.setattr(mail, limit, most)
    with pytest.raises(DocumentError, match=message):
        _extract(mail_with_attachment())


@given(st.integers(0, 900), st.binary(max_size=30))
def test_a_damaged_mail_is_read_or_refused(position: int, other: bytes) -> None:
    data = mail_with_attachment()
    try:
        assert _extract(data[:position] + other + data[position + len(other) :]).text
    except DocumentError as error:
        assert error.message  # noqa: PT017 - no error is right too
