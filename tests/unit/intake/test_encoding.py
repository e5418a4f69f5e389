"""The encoding of bytes is declared or guessed."""

import pytest

from tui.intake.encoding import decode
from tui.intake.original import Original


@pytest.mark.parametrize(
    ("data", "content_type", "text"),
    [
        ("é".encode("utf-16"), "", "é"),
        (b"\xef\xbb\xbf\xc3\xa9", "text/html; charset=latin-1", "é"),
        (b"\xe9", "text/html; charset=ISO-8859-1", "é"),
        (b"\x93a\x94", "text/html; charset=iso-8859-1", "“a”"),
        (b'<meta charset="windows-1251">\xcc', "", '<meta charset="windows-1251">М'),
        (b"<meta http-equiv=x content='text/html; charset=gb2312'>\xd6\xd0", "", None),
        (b"\xc3\xa9", "", "é"),
        (b"caf\xe9 \x80", "", "café €"),
        (b"\xc3\xa9", "text/html; charset=rot13", "é"),
        (b"\xc3\xa9", "text/html; charset=utf-16", "é"),
        (b"\xc3\xa9", "text/html; charset=\x00", "é"),
        (b"\xe9", "text/html; charset=utf-8", "é"),
        (b"a\0b\r\nc\rd", "", "a\ufffdb\nc\nd"),
        (b"+2AA-", "text/html; charset=utf-7", "+2AA-"),
        (b"\xed\xa0\x80", "text/html; charset=utf-8", "í\xa0€"),
    ],
)
def test_the_encoding_is_declared_or_guessed(data: bytes, content_type: str, text: str | None) -> None:
    decoded = decode(Original(data, content_type=content_type))
    assert decoded == text if text else decoded.endswith("中")
    decoded.encode()
