"""Which parts of a mail are its text, and which are attached."""

from __future__ import annotations

from dataclasses import dataclass, field
from email.utils import collapse_rfc2231_value
from typing import TYPE_CHECKING

from tui.errors import DocumentError
from tui.intake.encoding import decode
from tui.intake.html_text import html_text
from tui.intake.limits import MAX_DEPTH
from tui.intake.mail_headers import decoded_header, mail_headers
from tui.intake.mail_text import mail_text_html
from tui.intake.original import Original

if TYPE_CHECKING:
    from collections.abc import Sequence
    from email.message import Message

_MIN_SHARE = 0.5
"""Of the words of a mail's page, how many its plain text has if it says the same."""


@dataclass(slots=True)
class MailBody:
    """The text of a mail as HTML, and the names of what is attached."""

    html: str = ""
    left_out: list[str] = field(default_factory=list)


def mail_body(message: Message) -> MailBody:
    """Return the text of a mail, all its parts that are shown in it.

    Of two forms of one text, the plain one is taken unless it says less.
    """
    body = MailBody()
    _add(message, body, 0)
    return body


def root_part(message: Message) -> Message:
    """Return the part of a page that refers to the others."""
    parts = _parts(message)
    start = message.get_param("start")
    for part in parts:
        if start and part.get("Content-ID") == start:
            return part
    pages = [part for part in parts if part.get_content_type() == "text/html"]
    if not pages:
        raise DocumentError("is a saved page without a page in it; save it again")
    return pages[0]


def part_text(part: Message) -> str:
    """Return the text of a part in its encoding."""
    data = part.get_payload(decode=True)
    charset = part.get_param("charset") or ""
    content_type = f"{part.get_content_type()}; charset={_text(charset)}" if charset else ""
    return decode(Original(data if isinstance(data, bytes) else b"", content_type=content_type))


def _add(part: Message, body: MailBody, depth: int) -> None:
    if depth > MAX_DEPTH:
        raise DocumentError("has parts within parts within parts; save the one with the text")
    kind = part.get_content_type()
    if _is_attached(part) or kind == "message/rfc822":
        body.left_out.append(_name(part))
    elif part.get_content_maintype() == "multipart":
        for child in _shown(part, kind):
            _add(child, body, depth + 1)
    elif kind == "text/html":
        body.html += part_text(part)
    elif kind == "text/plain":
        _add_plain(part, body)
    else:
        body.left_out.append(_name(part))


def _add_plain(part: Message, body: MailBody) -> None:
    flowed = str(part.get_param("format") or "").lower() == "flowed"
    drops_blanks = str(part.get_param("delsp") or "").lower() == "yes"
    html, signature = mail_text_html(part_text(part), is_flowed=flowed, drops_blanks=drops_blanks)
    body.html += html
    if signature:
        body.left_out.append(f"[signature: {signature}]")


def _shown(part: Message, kind: str) -> Sequence[Message]:
    """Return the parts of a part, one of those that say the same."""
    parts = _parts(part)
    if kind != "multipart/alternative":
        return parts
    plain = next((child for child in parts if child.get_content_type() == "text/plain"), None)
    page = next((child for child in reversed(parts) if child is not plain and _holds_page(child)), None)
    if page is None:
        return [plain] if plain else parts[-1:]
    if plain is None:
        return [page]
    return [plain if _words(plain) >= _MIN_SHARE * _words(page) else page]


def _holds_page(part: Message) -> bool:
    kinds = (part.get_content_type(), *(child.get_content_type() for child in _parts(part)))
    return "text/html" in kinds


def _words(part: Message) -> int:
    if part.get_content_type() == "text/plain":
        return len(part_text(part).split())
    page = part if part.get_content_type() == "text/html" else root_part(part)
    return len(html_text(part_text(page)).text.split())


def _parts(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [child for child in payload if not isinstance(child, str)] if isinstance(payload, list) else []


def _is_attached(part: Message) -> bool:
    return str(part.get_content_disposition()) == "attachment" or bool(part.get_filename())


def _name(part: Message) -> str:
    if part.get_content_type() == "message/rfc822":
        return f"[attached mail: {' '.join(mail_headers(child).get('subject', '') for child in _parts(part))}]"
    name = part.get_filename()
    return f"[attachment: {decoded_header(collapse_rfc2231_value(name)) if name else part.get_content_type()}]"


def _text(value: str | tuple[str | None, str | None, str]) -> str:
    return value if isinstance(value, str) else value[-1]
