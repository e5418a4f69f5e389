"""Which module reads which format."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

from tui.errors import DocumentError
from tui.intake.limits import MAX_BYTES

if TYPE_CHECKING:
    from tui.intake.original import Extract, Original

_HEAD = 4096
"""Bytes in which the format is looked for."""
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_PROLOG = re.compile(r"\ufeff?(?>\s++|<\?[^>]*+>|<!--(?:(?!-->).)*+-->|<![^>\[]*+(?:\[[^\]]*+\])?[^>]*+>)*+", re.DOTALL)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)")
_HTML_ROOTS = ("html", "head", "body", "title", "meta", "main", "article", "section", "div", "p", "h1")
_DOCTYPE = re.compile(r"<!doctype\s+html\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Format:
    """A format, and how it is detected: by its first bytes, then by its name.

    The module `tui.intake.NAME` has a function `NAME_extracts`, which takes an
    Original, returns a tuple of Extracts, and raises DocumentError.
    """

    name: str
    head: str = ""
    """A regular expression that matches at the first bytes, as UTF-8."""
    roots: tuple[str, ...] = ()
    """The names of the outermost element, in lower case and without a prefix."""
    suffixes: tuple[str, ...] = ()
    content_types: tuple[str, ...] = ()


FORMATS = (
    Format("pdf", r"(?s).{0,1024}?%PDF-\d", (), (".pdf",), ("application/pdf",)),
    Format("epub", r"(?s)PK\x03\x04.{26,80}?application/epub\+zip", (), (".epub",), ("application/epub+zip",)),
    Format("docx", r"(?s)PK\x03\x04.{0,4000}?(?:word/|\[Content_Types\])", (), (".docx",)),
    Format("newsml", "", ("newsitem", "newsmessage", "packageitem", "newsml"), (".newsml",)),
    Format("nitf", "", ("nitf",), (".nitf",)),
    Format("feed", "", ("rss", "feed", "rdf"), (".rss", ".atom"), ("application/rss+xml", "application/atom+xml")),
    Format("ninjs", r'(?s)\s*+\{.*?"(?:body_|headline|versioncreated|pubstatus)', (), (".ninjs", ".json")),
    Format(
        "mail",
        r"(?s)(?:MIME-Version|Message-ID|Received|Return-Path|From|Date|Subject): ",
        (),
        (".eml", ".mht", ".mhtml"),
    ),
    Format("web_page", "", _HTML_ROOTS, (".html", ".htm", ".xhtml"), ("text/html", "application/xhtml+xml")),
    Format("plain_text", "", (), (".txt", ".text", ".md", ".markdown"), ("text/plain", "text/markdown")),
)
"""What the first bytes show wins over the name, except of a plain text, and an earlier format over a later one."""


def extract(original: Original) -> tuple[Extract, ...]:
    """Return the extracts of an original, at least one.

    Raise DocumentError if its format is unknown or it cannot be read.
    """
    if len(original.data) > MAX_BYTES:
        raise DocumentError(f"is larger than {MAX_BYTES // 1_000_000} MB; add a smaller part of it")
    if not original.data.strip():
        raise DocumentError("is empty, so there is nothing to add")
    name = detect_format(original).name
    module = import_module(f"tui.intake.{name}")
    reader = cast("Callable[[Original], tuple[Extract, ...]]", getattr(module, f"{name}_extracts"))
    return reader(original)


def detect_format(original: Original) -> Format:
    """Return the format of an original, or raise DocumentError."""
    named = _by_name(original)
    if named and named.name == "plain_text":
        return named
    detected = _by_head(original.data[:_HEAD].decode("utf-8", errors="replace")) or named
    if detected:
        return detected
    if b"\0" in original.data and not original.data.startswith(_UTF_16):
        raise DocumentError("is of no format that can be added; convert it to text, HTML, PDF or DOCX")
    return FORMATS[-1]


def _by_name(original: Original) -> Format | None:
    content_type = original.content_type.partition(";")[0].strip().lower()
    for known in FORMATS:
        if original.suffix in known.suffixes:
            return known
    return next((known for known in FORMATS if content_type in known.content_types), None)


def _by_head(head: str) -> Format | None:
    prolog = _PROLOG.match(head)
    root = _ROOT.match(head, prolog.end() if prolog else 0)
    name = root[1].lower() if root else ""
    for known in FORMATS:
        if name in known.roots or (known.head and re.match(known.head, head)):
            return known
    return FORMATS[-2] if _DOCTYPE.search(head) else None
