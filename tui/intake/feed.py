"""Feeds in RSS, RDF and Atom: each entry an article."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING

from tui.errors import DocumentError
from tui.intake.clean_extract import clean_extract
from tui.intake.html_text import ConvertedHtml, html_text
from tui.intake.iso_date import iso_date
from tui.intake.limits import MAX_DOCUMENTS
from tui.intake.news_text import headed_text, plain_paragraphs
from tui.intake.original import Extract, Original
from tui.intake.xml_tree import PROPERTY_PREFIXES, inner_html, strings, words_at, words_of, xml_tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_PREFIXES = {
    **PROPERTY_PREFIXES,
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://search.yahoo.com/mrss/": "media",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
}
_DATES = ("pubDate", "published", "issued", "dc_date", "dcterms_created", "updated", "modified")


def feed_extracts(original: Original) -> tuple[Extract, ...]:
    """Return an article for each entry of a feed, in its order."""
    root = _tree(original.data)
    channel = root.find("channel")
    outlet = _plain(words_at(root if channel is None else channel, "title"))
    entries = [*root.iterfind("channel/item"), *root.iterfind("item"), *root.iterfind("entry")]
    if len(entries) > MAX_DOCUMENTS:
        raise DocumentError(f"has more than {MAX_DOCUMENTS:,} entries; add a newer or smaller feed")
    if root.tag == "entry":
        entries = [root]
    extracts = tuple(clean_extract(_entry(entry, outlet)) for entry in entries)
    found = tuple(extract for extract in extracts if extract.text.strip())
    if not found:
        raise DocumentError("is a feed without entries; add the address of an article")
    return found


def _tree(data: bytes) -> Element:
    try:
        return xml_tree(data.lstrip(), _PREFIXES)
    except DocumentError:
        from tui.intake.broken_feed import mended_feed  # noqa: PLC0415 - needed for feeds that are no XML only

        mended = mended_feed(data)
        if mended is None:
            raise
        return xml_tree(mended, _PREFIXES)


def _entry(entry: Element, outlet: str) -> Extract:
    title = _title(entry)
    body, left_out = _body(entry)
    date = words_at(entry, *_DATES)
    return Extract(
        headed_text(title, body.text),
        title=title,
        outlet=words_at(entry, "source/title", "source") or outlet,
        author=", ".join(dict.fromkeys(_authors(entry))),
        date=date,
        iso_date=iso_date(date),
        url=_address(entry),
        left_out=(*left_out, *body.left_out, *_enclosures(entry)),
    )


def _title(entry: Element) -> str:
    title = entry.find("title")
    if title is not None and title.get("type") in ("html", "xhtml"):
        return " ".join(_markup(title).text.split()).lstrip("# ")
    return _plain(words_of(title))


def _plain(words: str) -> str:
    """Return words in which entities are often escaped twice."""
    return " ".join(unescape(words).split())


def _body(entry: Element) -> tuple[ConvertedHtml, list[str]]:
    """Return the longest text of an entry, and the summary if it differs."""
    texts = [
        _markup(element)
        for path in ("content_encoded", "content", "description", "summary")
        for element in entry.iterfind(path)
    ]
    texts = [text for text in texts if text.text]
    if not texts:
        return ConvertedHtml(""), _remote(entry)
    body = max(texts, key=lambda text: len(text.text))
    others = (" ".join(text.text.split()) for text in texts if text is not body)
    whole = " ".join(body.text.split())
    return body, [f"[summary: {other}]" for other in others if other.rstrip("…. ") not in whole]


def _markup(element: Element) -> ConvertedHtml:
    """Return what an element holds: HTML as elements, escaped, or words."""
    if element.get("type") in ("text", "text/plain"):
        return ConvertedHtml(plain_paragraphs(element.text or ""))
    return html_text(inner_html(element) if len(element) else element.text or "")


def _remote(entry: Element) -> list[str]:
    return [f"[text at {content.get('src')}]" for content in entry.iterfind("content") if content.get("src")]


def _authors(entry: Element) -> Iterator[str]:
    yield from strings(entry, "dc_creator")
    for author in entry.iterfind("author"):
        name = words_at(author, "name") or (words_of(author) if not len(author) else "")
        before, bracket, rest = name.partition(" (")
        yield rest.removesuffix(")") if bracket and "@" in before else name


def _address(entry: Element) -> str:
    """Return the address of the article that an entry is about."""
    links = [link for link in entry.iterfind("link") if link.get("rel", "alternate") == "alternate"]
    identity = entry.find("guid")
    candidates = [words_of(link) or link.get("href", "") for link in links]
    if identity is not None and identity.get("isPermaLink") != "false":
        candidates.append(words_of(identity))
    return next((address for address in candidates if address.startswith(("http://", "https://"))), "")


def _enclosures(entry: Element) -> Iterator[str]:
    links = [*entry.iterfind("enclosure"), *(link for link in entry.iterfind("link") if link.get("rel") == "enclosure")]
    for link in links:
        yield f"[attachment: {link.get('url') or link.get('href', '')}]"
