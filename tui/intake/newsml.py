"""News in the formats NewsML-G2 and NewsML 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.errors import DocumentError
from tui.intake.clean_extract import clean_extract
from tui.intake.html_text import ConvertedHtml, html_text
from tui.intake.iso_date import iso_date
from tui.intake.limits import MAX_DOCUMENTS
from tui.intake.news_text import headed_text, plain_paragraphs
from tui.intake.nitf import author_of, nitf_article
from tui.intake.original import Extract, Original
from tui.intake.xml_tree import inner_html, strings, words_at, words_of, xml_tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_HEADLINES = ("contentMeta/headline", "itemMeta/title", ".//NewsLines/HeadLine")
_BYLINES = ("contentMeta/by", ".//NewsLines/ByLine")
_DATES = (
    "contentMeta/contentCreated",
    "itemMeta/firstCreated",
    "itemMeta/versionCreated",
    "NewsManagement/FirstCreated",
)
_OUTLETS = ("contentMeta/infoSource", "itemMeta/provider", "rightsInfo/copyrightHolder")
_CONTENTS = ("contentSet/inlineXML", "contentSet/inlineData", ".//DataContent")
_WITHDRAWN = ("canceled", "withheld")


def newsml_extracts(original: Original) -> tuple[Extract, ...]:
    """Return an article for each news item that has text."""
    root = xml_tree(original.data)
    items = [*root.iter("newsItem"), *root.iter("NewsItem")]
    if len(items) > MAX_DOCUMENTS:
        raise DocumentError(f"has more than {MAX_DOCUMENTS:,} items; add a smaller part of it")
    extracts = tuple(clean_extract(article) for item in items if (article := _article(item, original.url)))
    if not extracts:
        raise DocumentError("has no item with text; add the document that it refers to")
    return extracts


def _article(item: Element, url: str) -> Extract | None:
    body, inner, left_out = _body(item)
    if not body.text:
        return None
    headline = words_at(item, *_HEADLINES) or inner.title
    date = words_at(item, *_DATES) or inner.date
    byline = ", ".join(author_of(words) for path in _BYLINES for words in strings(item, path))
    return Extract(
        headed_text(headline, body.text),
        title=headline,
        outlet=next(filter(None, _outlets(item)), "") or inner.outlet,
        author=byline or inner.author or ", ".join(filter(None, map(_name, item.iterfind("contentMeta/creator")))),
        date=date,
        iso_date=iso_date(date),
        url=url or _address(item),
        left_out=(*left_out, *body.left_out, *_besides(item)),
    )


def _body(item: Element) -> tuple[ConvertedHtml, Extract, list[str]]:
    """Return the text of an item, and what an NITF document in it says."""
    inner = Extract("")
    texts: list[ConvertedHtml] = []
    for path in _CONTENTS:
        for content in item.iterfind(path):
            nitf = next(content.iter("nitf"), None)
            if nitf is not None:
                inner = nitf_article(nitf)
                texts.append(ConvertedHtml(inner.text, inner.left_out))
            else:
                texts.append(_text(content))
    whole = ConvertedHtml("\n\n".join(text.text.strip("\n") for text in texts if text.text))
    return whole, inner, [name for text in texts for name in text.left_out]


def _text(content: Element) -> ConvertedHtml:
    kind = content.get("contenttype", "")
    if len(content):
        return html_text(inner_html(content))
    if "html" in kind:
        return html_text(content.text or "")
    return ConvertedHtml(plain_paragraphs(content.text or ""))


def _outlets(item: Element) -> Iterator[str]:
    for path in _OUTLETS:
        yield from map(_name, item.iterfind(path))
    provider = item.find(".//AdministrativeMetadata/Provider/Party")
    yield provider.get("FormalName", "") if provider is not None else ""


def _name(party: Element) -> str:
    """Return the name of a person or an organisation."""
    code = party.get("qcode", "").rpartition(":")[2]
    return words_at(party, "name") or party.get("literal", "") or words_of(party) or code


def _address(item: Element) -> str:
    links = (link.get("href", "") for link in item.iterfind("itemMeta/link"))
    return next((link for link in (item.get("guid", ""), *links) if link.startswith(("http://", "https://"))), "")


def _besides(item: Element) -> Iterator[str]:
    """Yield what an item has besides its text."""
    status = item.find("itemMeta/pubStatus")
    if status is not None and status.get("qcode", "").rpartition(":")[2] in _WITHDRAWN:
        yield f"[status: {status.get('qcode', '').rpartition(':')[2]}]"
    for words in strings(item, "contentMeta/description"):
        yield f"[description: {words}]"
    for words in strings(item, "contentMeta/creditline"):
        yield f"[credit: {words}]"
    for remote in item.iterfind("contentSet/remoteContent"):
        yield f"[attachment: {remote.get('href') or remote.get('residref', '')}]"
