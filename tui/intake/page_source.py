"""What a page says about itself: title, outlet, author, date, address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from tui.intake.html_tokens import unescape_html
from tui.intake.html_tree import Element
from tui.intake.iso_date import iso_date

_ARTICLE_TYPES = re.compile(r"(?:Article|Posting|Report|Review|WebPage|Interview)$")
_MAX_JSON = 2_000_000
_MAX_VALUE = 500
"""Characters of a title or another value."""
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "publisher", "copyright"),
    "author": ("author", "article:author", "dc.creator", "byl", "sailthru.author", "parsely-author", "twitter:creator"),
    "date": (
        "article:published_time",
        "datepublished",
        "dc.date",
        "dc.date.issued",
        "date",
        "pubdate",
        "parsely-pub-date",
        "sailthru.date",
    ),
    "url": ("og:url",),
}
"""The names of meta elements, the best first."""


@dataclass(frozen=True, slots=True)
class PageSource:
    """The source of a page, empty where it does not say."""

    title: str = ""
    outlet: str = ""
    author: str = ""
    date: str = ""
    url: str = ""
    body: str = ""
    """The words of the article, if the page repeats them for search engines."""

    @property
    def iso_date(self) -> str:
        """Return the date as ISO 8601, or an empty string."""
        return iso_date(self.date)


def page_source(root: Element, url: str = "") -> PageSource:
    """Return the source of a page, from JSON-LD or else its meta elements."""
    linked, meta = _linked_article(root), _meta_values(root)
    return PageSource(
        title=_one_line(_text(linked.get("headline"))) or meta["title"] or _heading(root),
        outlet=_one_line(_names(linked.get("publisher"))) or meta["outlet"] or _site_of(root, url or meta["url"]),
        author=_authors(_names(linked.get("author"))) or _authors(meta["author"]) or _rel_author(root),
        date=_one_line(_text(linked.get("datePublished"))) or meta["date"] or _time(root),
        url=url or _canonical(root) or meta["url"],
        body=_text(linked.get("articleBody")),
    )


def _linked_article(root: Element) -> Mapping[str, Any]:
    """Return the article in the page's JSON-LD, or an empty mapping."""
    found = [
        item
        for element in root.iter()
        if element.name == "script" and "ld+json" in element.attributes.get("type", "").lower()
        for item in _linked_items("".join(element.iter_text()))
    ]
    articles = [item for item in found if "headline" in item and _ARTICLE_TYPES.search(_first(item.get("@type")))]
    return articles[0] if articles else {}


def _linked_items(written: str) -> Iterator[dict[str, Any]]:
    if len(written) > _MAX_JSON:
        return
    try:
        loaded = json.loads(written, strict=False)
    except (ValueError, RecursionError):
        return
    stack = [loaded]
    while stack:
        value = stack.pop()
        if isinstance(value, list):
            stack.extend(reversed(value))
        elif isinstance(value, dict):
            yield value
            stack.extend(value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value)


def _first(value: object) -> str:
    return str(value[0] if isinstance(value, list) and value else value)


def _text(value: object) -> str:
    return value if isinstance(value, str) else str(value) if isinstance(value, int) else ""


def _names(value: object) -> str:
    """Return the names of a person or organization, or of several."""
    values = value if isinstance(value, list) else [value]
    names = [_text(item.get("name")) if isinstance(item, dict) else _text(item) for item in values]
    return ", ".join(dict.fromkeys(name for name in names if name))


def _meta_values(root: Element) -> dict[str, str]:
    values: dict[str, list[str]] = {}
    for element in root.iter():
        if element.name == "meta":
            attributes = element.attributes
            key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
            if content := _one_line(attributes.get("content", "")):
                values.setdefault(key.lower(), []).append(content)
    return {field: _best(values, names) for field, names in _META.items()}


def _best(values: Mapping[str, list[str]], names: Iterable[str]) -> str:
    return next((", ".join(dict.fromkeys(values[name])) for name in names if name in values), "")


def _one_line(text: str) -> str:
    line = " ".join(unescape_html(text).split())
    return line if len(line) <= _MAX_VALUE else ""


def _authors(written: str) -> str:
    """Return the names in a byline: no address, no "By" before them."""
    names = (re.sub(r"^(?:by|von|par|por)\s+", "", name.strip(), flags=re.IGNORECASE) for name in written.split(","))
    return _one_line(", ".join(name for name in names if name and not re.match(r"https?://|@", name)))


def _rel_author(root: Element) -> str:
    names = (element.text for element in root.iter() if "author" in element.attributes.get("rel", "").split())
    return _authors(", ".join(dict.fromkeys(name for name in names if name and len(name.split()) <= 6)))


def _heading(root: Element) -> str:
    for name in ("h1", "title"):
        headings = [text for element in root.iter() if element.name == name and (text := _one_line(element.text))]
        if len(headings) == 1 or (headings and name == "title"):
            return headings[0]
    return ""


def _site_of(root: Element, url: str) -> str:
    return host_name(url or _canonical(root))


def host_name(url: str) -> str:
    """Return the host in an address, without `www.`, or an empty string."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _canonical(root: Element) -> str:
    for element in root.iter():
        if element.name == "link" and "canonical" in element.attributes.get("rel", "").lower().split():
            url = element.attributes.get("href", "").strip()
            return url if re.match(r"https?://[^\s]+\Z", url) else ""
    return ""


def _time(root: Element) -> str:
    times = [element for element in root.iter() if element.name == "time"]
    stated = [element.attributes["datetime"] for element in times if _is_day(element.attributes.get("datetime", ""))]
    return next(iter(stated), "") or next((text for element in times if _is_day(text := element.text)), "")


def _is_day(written: str) -> bool:
    """Return whether a date has a day: a year is that of a copyright."""
    return len(iso_date(written)) >= len("2026-11-26")
