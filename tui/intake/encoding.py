"""The text of bytes whose encoding is declared, or has to be guessed."""

from __future__ import annotations

import codecs
import re

from tui.intake.original import Original

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_META = re.compile(
    rb"<(?:meta\b[^>]{0,200}?charset|\?xml\b[^>]{0,200}?encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
_META_WITHIN = 4096
"""Bytes in which a page has to declare its encoding."""
_SUPERSETS = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932"}
"""What browsers read for an encoding, since it has more letters."""
_SUPERSETS |= {"iso8859-9": "cp1254", "euc_kr": "cp949", "tis-620": "cp874", "iso8859-11": "cp874"}


def decode(original: Original) -> str:
    """Return the text of an original.

    The encoding is that of the byte order mark, of the server, or of the page;
    without one, or if the bytes are not in it, UTF-8 and then Windows-1252. NUL
    and lone surrogates become U+FFFD, and line ends become LF.
    """
    text = _decoded(original).replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace") if _has_surrogate(text) else text


def _decoded(original: Original) -> str:
    for bom, encoding in _BOMS:
        if original.data.startswith(bom):
            return original.data.decode(encoding, "replace")
    for encoding in (*_declared(original), "utf-8"):
        try:
            return original.data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return original.data.decode("cp1252", "replace")


def _declared(original: Original) -> list[str]:
    in_header = _HEADER.search(original.content_type)
    in_page = _META.search(original.data[:_META_WITHIN])
    names = [in_header[1] if in_header else "", in_page[1].decode("ascii", "replace") if in_page else ""]
    return [encoding for name in names if (encoding := _text_encoding(name))]


def _text_encoding(name: str) -> str:
    """Return the encoding that Python knows by a name, or an empty string."""
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError):
        return ""
    if not codec._is_text_encoding or codec.name in ("idna", "punycode", "utf-7", "unicode_escape"):  # noqa: SLF001 - no public way tells "rot13" from an encoding
        return ""
    if codec.name.startswith(("utf-16", "utf-32")):
        return ""  # it could not be read from ASCII bytes
    return _SUPERSETS.get(codec.name, codec.name)


def _has_surrogate(text: str) -> bool:
    return any("\ud800" <= letter <= "\udfff" for letter in text) if not text.isascii() else False
