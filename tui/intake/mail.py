"""Mails and pages that a browser saved as one (MHTML)."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from typing import TYPE_CHECKING

from tui.errors import DocumentError
from tui.intake.clean_extract import clean_extract
from tui.intake.html_text import html_text
from tui.intake.iso_date import iso_date
from tui.intake.mail_body import mail_body, part_text, root_part
from tui.intake.mail_headers import mail_headers, sender_name
from tui.intake.original import Extract, Original
from tui.intake.web_page import page_extract

if TYPE_CHECKING:
    from collections.abc import Mapping
    from email.message import Message

_MAX_BYTES = 30_000_000
_MAX_LINES = 1_000_000
_MAX_WORK = 30_000_000
"""Lines times boundaries, each of which is looked for in each line."""
_DEEP = "has parts within parts within parts; save the one with the text"


def mail_extracts(original: Original) -> tuple[Extract, ...]:
    """Return the text of a mail, or the article of a page saved as one."""
    message = _parse(original.data)
    headers = mail_headers(message)
    try:
        extract = _page(message, headers, original) if _is_page(message, headers, original) else _mail(message, headers)
    except RecursionError as error:
        raise DocumentError(_DEEP) from error
    return (clean_extract(replace(extract, url=original.url or extract.url)),)


def _parse(data: bytes) -> Message:
    if len(data) > _MAX_BYTES:
        raise DocumentError(f"is larger than {_MAX_BYTES // 1_000_000} MB; save it without attachments")
    lines = data.count(b"\n") + data.count(b"\r")
    if lines > _MAX_LINES or lines * data.lower().count(b"boundary") > _MAX_WORK:
        raise DocumentError("has too many lines and parts; save the part with the text")
    try:
        return message_from_bytes(data)
    except RecursionError as error:
        raise DocumentError(_DEEP) from error


def _is_page(message: Message, headers: Mapping[str, str], original: Original) -> bool:
    if message.get_content_type() not in ("multipart/related", "text/html"):
        return False
    saved = "snapshot-content-location" in headers or "saved by" in headers.get("from", "").lower()
    return saved or original.suffix in (".mht", ".mhtml")


def _page(message: Message, headers: Mapping[str, str], original: Original) -> Extract:
    root = root_part(message) if message.is_multipart() else message
    own = mail_headers(root)
    saved_from = headers.get("snapshot-content-location", "") or own.get("content-location", "")
    url = original.url or (saved_from if saved_from.startswith(("http://", "https://")) else "")
    extract = page_extract(part_text(root), url)
    return replace(extract, title=extract.title or headers.get("subject", ""))


def _mail(message: Message, headers: Mapping[str, str]) -> Extract:
    body = mail_body(message)
    markdown = html_text(body.html)
    if not markdown.text:
        raise DocumentError("has no text; save what is attached to it, and add that")
    date = headers.get("date", "")
    return Extract(
        markdown.text,
        title=headers.get("subject", ""),
        author=sender_name(headers.get("from", "")),
        date=date,
        iso_date=iso_date(date),
        left_out=(*body.left_out, *markdown.left_out),
    )
