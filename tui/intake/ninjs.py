"""News in the format ninjs, which is JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tui.errors import DocumentError
from tui.intake.clean_extract import clean_extract
from tui.intake.encoding import decode
from tui.intake.html_text import ConvertedHtml, html_text
from tui.intake.iso_date import iso_date
from tui.intake.limits import MAX_DOCUMENTS, MAX_MARKUP
from tui.intake.news_text import headed_text, plain_paragraphs
from tui.intake.nitf import author_of
from tui.intake.original import Extract, Original

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Item = Mapping[str, Any]

_DATES = ("versioncreated", "firstcreated", "contentcreated", "versionCreated", "firstCreated", "contentCreated")
_OUTLETS = ("copyrightholder", "copyrightHolder", "source", "provider", "creditline")
_LISTS = ("items", "_items", "newsItems")
_WITHDRAWN = ("canceled", "withheld")


def ninjs_extracts(original: Original) -> tuple[Extract, ...]:
    """Return an article for each news item that has text."""
    items = list(_items(_parsed(original)))
    if len(items) > MAX_DOCUMENTS:
        raise DocumentError(f"has more than {MAX_DOCUMENTS:,} items; add a smaller part of it")
    extracts = tuple(clean_extract(article) for item in items if (article := _article(item, original.url)))
    if not extracts:
        raise DocumentError("is JSON, but no news item with text (ninjs); save its text as HTML or plain text")
    return extracts


def _parsed(original: Original) -> object:
    if len(original.data) > MAX_MARKUP:
        raise DocumentError(f"has more than {MAX_MARKUP // 1_000_000} MB of JSON; add a smaller part of it")
    try:
        return json.loads(decode(original).lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        what = "is nested too deep" if isinstance(error, RecursionError) else str(error)
        raise DocumentError(f"is not valid JSON ({what}); save it again, or as text") from error


def _items(document: object) -> Iterator[Item]:
    if isinstance(document, list):
        yield from (item for item in document if isinstance(item, dict))
    elif isinstance(document, dict):
        inner = next((document[name] for name in _LISTS if isinstance(document.get(name), list)), None)
        yield from [document] if inner is None else _items(inner)


def _article(item: Item, url: str) -> Extract | None:
    body = _body(item)
    if not body.text:
        return None
    headline = _words(item.get("headline")) or _main(item.get("headlines")) or _words(item.get("title"))
    date = next(filter(None, (_words(item.get(name)) for name in _DATES)), "")
    byline = _words(item.get("byline")) or _main(item.get("bylines"))
    return Extract(
        headed_text(headline, body.text),
        title=headline,
        outlet=next(filter(None, (_name(item.get(name)) for name in _OUTLETS)), ""),
        author=author_of(byline) or ", ".join(filter(None, map(_name, _list(item.get("authors"))))),
        date=date,
        iso_date=iso_date(date),
        url=url or _address(item),
        left_out=(*body.left_out, *_besides(item)),
    )


def _body(item: Item) -> ConvertedHtml:
    """Return the text of an item, from its HTML if it has some."""
    for name in ("body_xhtml", "body_html", "bodyXhtml"):
        if words := item.get(name):
            return html_text(str(words))
    for body in _list(item.get("bodies")):
        value = str(body.get("value", "")) if isinstance(body, dict) else ""
        if value.strip():
            is_html = "html" in str(body.get("contenttype", body.get("contentType", "")))
            return html_text(value) if is_html else ConvertedHtml(plain_paragraphs(value))
    return ConvertedHtml(plain_paragraphs(str(item.get("body_text") or "")))


def _main(values: object) -> str:
    """Return the main one of several headlines or bylines."""
    dicts = [value for value in _list(values) if isinstance(value, dict)]
    dicts.sort(key=lambda value: value.get("role") not in (None, "main", "primary"))
    return _words(dicts[0].get("value")) if dicts else ""


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _name(value: object) -> str:
    return _words(value.get("name")) if isinstance(value, dict) else _words(value)


def _words(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _address(item: Item) -> str:
    candidates = (_words(item.get(name)) for name in ("canonical", "url", "uri"))
    return next((address for address in candidates if address.startswith(("http://", "https://"))), "")


def _besides(item: Item) -> Iterator[str]:
    """Yield what an item has besides its text."""
    if item.get("pubstatus") in _WITHDRAWN:
        yield f"[status: {item['pubstatus']}]"
    associations = item.get("associations")
    for other in associations.values() if isinstance(associations, dict) else _list(associations):
        if isinstance(other, dict):
            words = next(
                filter(None, (_words(other.get(name)) for name in ("body_text", "description_text", "headline"))), ""
            )
            yield f"[{_words(other.get('type')) or 'attachment'}: {words}]"
