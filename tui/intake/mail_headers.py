"""The headers of a mail, decoded."""

from __future__ import annotations

from email.errors import HeaderParseError
from email.header import decode_header
from email.utils import parseaddr
from typing import TYPE_CHECKING

from tui.intake.encoding import decode
from tui.intake.original import Original

if TYPE_CHECKING:
    from email.message import Message

_MAX = 2_000
"""Characters of a header that are read."""


def mail_headers(message: Message) -> dict[str, str]:
    """Return the first header of each name, which is in lower case."""
    headers: dict[str, str] = {}
    for name, value in message.raw_items():
        headers.setdefault(name.lower(), value[:_MAX] if isinstance(value, str) else str(value)[:_MAX])
    return {name: decoded_header(value) for name, value in headers.items()}


def decoded_header(value: str) -> str:
    """Return a header on one line, its encoded words decoded.

    >>> decoded_header("=?utf-8?q?Zo=C3=AB?= Holm")
    'Zoë Holm'
    """
    unfolded = " ".join(value.split())
    try:
        pieces = decode_header(unfolded)
    except (HeaderParseError, ValueError):
        pieces = [(unfolded, None)]
    return " ".join("".join(_decoded(piece, charset) for piece, charset in pieces).split())


def _decoded(piece: bytes | str, charset: str | None) -> str:
    data = piece.encode("utf-8", "surrogateescape") if isinstance(piece, str) else piece
    return decode(Original(data, content_type=f"text/plain; charset={charset}" if charset else ""))


def sender_name(sender: str) -> str:
    """Return the name of a sender, or else the address.

    >>> sender_name("Mara Holm <mara@example.org>"), sender_name("mara@example.org")
    ('Mara Holm', 'mara@example.org')
    """
    try:
        name, address = parseaddr(sender)
    except (RecursionError, ValueError, IndexError):
        return sender
    return name or address or sender
