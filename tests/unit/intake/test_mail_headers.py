"""The headers of a mail are decoded."""

from email import message_from_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.intake.mail_headers import decoded_header, mail_headers, sender_name


@pytest.mark.parametrize(
    ("value", "decoded"),
    [
        ("plain\n words", "plain words"),
        ("=?utf-8?b?Wm/Dqw==?= and =?iso-8859-1?q?Ren=E9?=", "Zoë and René"),
        ("=?utf-8?q?Pier_?=\n =?utf-8?q?closed?=", "Pier closed"),
        ("=?no-such?q?a?=", "a"),
        ("=?utf-8?b?x?=", "=?utf-8?b?x?="),
    ],
)
def test_encoded_words_are_decoded(value: str, decoded: str) -> None:
    assert decoded_header(value) == decoded


def test_bytes_that_are_not_encoded_are_read_too() -> None:
    message = message_from_bytes("Subject: Zoë\nSUBJECT: other\nX: y\n\n".encode())
    assert mail_headers(message) == {"subject": "Zoë", "x": "y"}


@pytest.mark.parametrize(
    ("sender", "name"),
    [('"Holm, Mara" <m@a.example>', "Holm, Mara"), ("m@a.example", "m@a.example"), ("", ""), ("(" * 5000, "(" * 5000)],
)
def test_a_sender_is_a_name_or_else_an_address(sender: str, name: str) -> None:
    assert sender_name(sender) == name


@given(st.text(alphabet='=?utf-8qbAB _@<>()"\\,;:\udce9é', max_size=40))
def test_any_header_is_decoded(value: str) -> None:
    assert isinstance(sender_name(decoded_header(value)), str)
