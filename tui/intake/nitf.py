"""News in the format NITF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.errors import DocumentError
from tui.intake.clean_extract import clean_extract
from tui.intake.html_text import html_text
from tui.intake.iso_date import iso_date
from tui.intake.news_text import headed_text
from tui.intake.nitf_html import nitf_html
from tui.intake.original import Extract, Original
from tui.intake.xml_tree import strings, words_at, xml_tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_BY = ("by ", "von ", "par ", "por ", "di ")
_DATES = (
    ("head/docdata/date.issue", "norm"),
    ("head/docdata/date.release", "norm"),
    ("head/pubdata", "date.publication"),
    ("body/body.head/dateline/story.date", "norm"),
)
_OUTLETS = (
    ("head/pubdata", "name"),
    ("head/docdata/doc.copyright", "holder"),
    ("head/docdata/doc-id", "regsrc"),
)


def nitf_extracts(original: Original) -> tuple[Extract, ...]:
    """Return the article of an NITF document."""
    return (clean_extract(nitf_article(xml_tree(original.data), original.url)),)


def nitf_article(root: Element, url: str = "") -> Extract:
    """Return the article of an element `nitf`."""
    headline = words_at(root, "body/body.head/hedline/hl1", "head/title")
    html, left_out = nitf_html(root)
    markdown = html_text(html)
    if not markdown.text:
        raise DocumentError("has no text; add the document with the text")
    date = _attribute(root, _DATES) or words_at(root, "body/body.head/dateline/story.date")
    return Extract(
        headed_text(headline, markdown.text),
        title=headline,
        outlet=_attribute(root, _OUTLETS) or words_at(root, "body/body.head/distributor/org"),
        author=", ".join(dict.fromkeys(_authors(root))),
        date=date,
        iso_date=iso_date(date),
        url=url or _address(root),
        left_out=(*left_out, *markdown.left_out),
    )


def _authors(root: Element) -> Iterator[str]:
    for byline in root.iterfind("body/body.head/byline"):
        people = list(strings(byline, "person"))
        yield from people or [author_of(words_at(byline, "."))]


def author_of(byline: str) -> str:
    """Return a byline without its "by".

    >>> author_of("By Mara Holm")
    'Mara Holm'
    """
    start = next((start for start in _BY if byline.lower().startswith(start)), "")
    return byline[len(start) :]


def _attribute(root: Element, places: tuple[tuple[str, str], ...]) -> str:
    values = (element.get(name, "") for path, name in places for element in root.iterfind(path))
    return next(filter(None, values), "")


def _address(root: Element) -> str:
    reference = _attribute(root, (("head/pubdata", "ex-ref"),))
    return reference if reference.startswith(("http://", "https://")) else ""
