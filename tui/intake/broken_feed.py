"""Feeds that are not well-formed XML, by feedparser."""

from __future__ import annotations

from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement, tostring

from tui.intake.limits import MAX_DOCUMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAX_BYTES = 1_000_000
"""It takes quadratic time for some feeds that are made to be slow."""
_CONTROL = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF))


def mended_feed(data: bytes) -> bytes | None:
    """Return a broken feed as well-formed RSS, or None if that fails.

    A feed that declares entities is not mended.
    """
    if len(data) > _MAX_BYTES or b"<!ENTITY" in data.upper() or find_spec("feedparser") is None:
        return None
    import feedparser  # noqa: PLC0415 - an extra, loaded for a broken feed

    parsed = feedparser.parse(BytesIO(data), resolve_relative_uris=False, sanitize_html=False)
    rss = Element("rss")
    channel = SubElement(rss, "channel")
    _add(channel, "title", parsed.feed.get("title", ""))
    for entry in parsed.entries[:MAX_DOCUMENTS]:
        item = SubElement(channel, "item")
        for name, value in _values(entry):
            _add(item, name, value)
    return tostring(rss, encoding="utf-8") if parsed.entries else None


def _values(entry: Any) -> Iterator[tuple[str, str]]:
    yield "title", entry.get("title", "")
    yield "link", entry.get("link", "")
    yield "author", entry.get("author", "")
    yield "pubDate", entry.get("published", "") or entry.get("updated", "")
    yield "description", entry.get("summary", "")
    for content in entry.get("content", ()):
        yield "content", content.get("value", "")


def _add(parent: Element, name: str, words: str) -> None:
    if words:
        SubElement(parent, name).text = words.encode("utf-8", "replace").decode("utf-8").translate(_CONTROL)
