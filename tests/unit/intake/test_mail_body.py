"""The text of a mail is told from what is attached."""

from email import message_from_bytes
from email.message import Message

import pytest
from mail_files import mail_file, multipart, part

from tui.errors import DocumentError
from tui.intake.mail_body import mail_body, part_text, root_part

_PLAIN = part("plain words", "text/plain")
_PAGE = part("<p>page words", "text/html")
_FILE = {"Content-Disposition": "attachment; filename=a.txt"}


def _message(part: tuple[str, str]) -> Message:
    kind, body = part
    return message_from_bytes(mail_file(body, kind))


@pytest.mark.parametrize(
    ("content", "html", "left_out"),
    [
        (_PLAIN, "<p>plain words</p>", []),
        (_PAGE, "<p>page words", []),
        (multipart("alternative", _PLAIN, _PAGE), "<p>plain words</p>", []),
        (
            multipart("alternative", part("see page", "text/plain"), part("<p>one two three four five", "text/html")),
            "<p>one two three four five",
            [],
        ),
        (multipart("alternative", _PLAIN), "<p>plain words</p>", []),
        (multipart("alternative", _PAGE), "<p>page words", []),
        (multipart("alternative", part("x", "text/x")), "", ["[attachment: text/x]"]),
        (
            multipart("mixed", _PLAIN, part("notes", "text/plain", **_FILE)),
            "<p>plain words</p>",
            ["[attachment: a.txt]"],
        ),
        (
            multipart("mixed", _PLAIN, part("Subject: Re: x\n\ny", "message/rfc822")),
            "<p>plain words</p>",
            ["[attached mail: Re: x]"],
        ),
        (part("a\n-- \nMara", "text/plain"), "<p>a</p>", ["[signature: Mara]"]),
        (part("a \nb", "text/plain; format=flowed"), "<p>a b</p>", []),
    ],
)
def test_the_text_is_what_is_shown(content: tuple[str, str], html: str, left_out: list[str]) -> None:
    body = mail_body(_message(content))
    assert (body.html.replace("\r", "").rstrip("\n"), body.left_out) == (html, left_out)


def test_the_root_of_a_page_is_the_one_named_or_the_first() -> None:
    named = part("named", "text/html", **{"Content-ID": "<b>"})
    kind, body = multipart("related", _PAGE, named)
    assert root_part(_message((kind, body))).get_payload() == "<p>page words"
    assert root_part(_message((f'{kind}; start="<b>"', body))).get_payload() == "named"


def test_a_page_without_a_page_is_an_error() -> None:
    with pytest.raises(DocumentError, match=r"^is a saved page without a page"):
        root_part(_message(multipart("related", _PLAIN)))


def test_a_part_is_read_in_its_encoding() -> None:
    assert part_text(_message(part("=E9", "text/plain; charset=latin-1", "quoted-printable"))) == "é\r\n".strip()
