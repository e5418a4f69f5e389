"""Decode and encode UTF-8, with errors that name the position."""

from pathlib import Path

from tui.errors import InputError, SaveError

_UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def decode_utf8(content: bytes, path: Path, error_type: type[InputError]) -> str:
    """Return the text of a file, or raise `error_type` if it is not UTF-8."""
    if content.startswith(_UTF_16):
        raise error_type("is UTF-16; save it as UTF-8", path, 1, 1)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        lines = content[: error.start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        message = f"byte 0x{content[error.start]:02x} is not UTF-8; save the file as UTF-8"
        raise error_type(message, path, len(lines), len(lines[-1]) + 1) from error


def encode_utf8(text: str, path: Path) -> bytes:
    """Return the bytes of a text, or raise SaveError if it has a surrogate."""
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        code = ord(text[error.start])
        raise SaveError(f"U+{code:04X} is an unpaired surrogate and cannot be stored; remove it", path) from error
