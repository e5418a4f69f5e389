"""UTF-8, and errors that name the position."""

from pathlib import Path

import pytest

from tui.errors import ArticleError, InputError, RecordError, SaveError
from tui.storage.files.utf8 import decode_utf8, encode_utf8


@pytest.mark.parametrize("error_type", [ArticleError, RecordError])
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff", "f:1:1: byte 0xff is not UTF-8; save the file as UTF-8"),
        ("é\r\nü: ".encode() + b"\xff", "f:2:4: byte 0xff is not UTF-8"),
        (b"a\rb\r\xe9", "f:3:1: byte 0xe9"),
        ("x\n€".encode()[:-1], "f:2:1: byte 0xe2"),
        ("a".encode("utf-16"), "f:1:1: is UTF-16; save it as UTF-8"),
        ("a".encode("utf-32"), "f:1:1: is UTF-16"),
        (b"\x00\x00\xfe\xff\x00\x00\x00a", "f:1:1: is UTF-16"),
    ],
)
def test_what_is_not_utf_8_is_named_with_its_place(content: bytes, said: str, error_type: type[InputError]) -> None:
    with pytest.raises(error_type) as caught:
        decode_utf8(content, Path("f"), error_type)
    assert str(caught.value).startswith(said)


def test_every_text_without_a_surrogate_comes_back() -> None:
    text = "\ufeffé\r\n𝒳\0"
    assert decode_utf8(encode_utf8(text, Path("f")), Path("f"), RecordError) == text
    with pytest.raises(SaveError, match=r"f: U\+DFFF is an unpaired surrogate and cannot be stored; remove it"):
        encode_utf8("a\udfff", Path("f"))
