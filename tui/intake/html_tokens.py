"""HTML as tags and text, in time that grows with its length only.

The parser of the standard library takes quadratic time for some pages that are
made to be slow; each pattern here consumes what it has read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

RAW_TEXT = {"script", "style", "textarea", "title", "iframe", "xmp", "noembed", "noframes"}
"""Elements in which tags are text."""
_MAX_ATTRIBUTES = 100_000
"""Characters of a tag; what follows is not read."""
_QUOTED = r"""=\s*+"[^"]*+(?:"|\Z)|=\s*+'[^']*+(?:'|\Z)"""
_TOKEN = re.compile(
    rf"<!--.*?(?:-->|\Z)"
    rf"|<!\[CDATA\[(?P<cdata>.*?)(?:\]\]>|\Z)"
    rf"|<[!?][^>]*+(?:>|\Z)"
    rf"|</(?P<end>[a-zA-Z][^\s/>]*+)[^>]*+(?:>|\Z)"
    rf"|<(?P<start>[a-zA-Z][^\s/>]*+)(?P<attributes>(?:{_QUOTED}|[^>=]++|=)*+)(?:>|\Z)"
    rf"|(?P<text>[^<]++|<)",
    re.DOTALL,
)
_LONG_NUMBER = re.compile(r"&#(?:[0-9]{9,}|[xX][0-9a-fA-F]{9,});?")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_ATTRIBUTE = re.compile(r"""([^\s=/"'<>]++)(?:\s*+=\s*+(?:"([^"]*+)"?|'([^']*+)'?|([^\s"'>]*+)))?""")


@dataclass(frozen=True, slots=True)
class StartTag:
    """The begin of an element, with its attributes."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EndTag:
    """The end of an element."""

    name: str


Token = StartTag | EndTag | str


def tokens(html: str) -> Iterator[Token]:
    """Yield the tags and the text between them, without comments.

    >>> list(tokens("<b>a</b>"))
    [StartTag(name='b', attributes={}), 'a', EndTag(name='b')]
    """
    position = 0
    while match := _TOKEN.match(html, position):
        position = match.end()
        if match["start"]:
            tag = StartTag(_element_name(match["start"]), _attributes(match["attributes"]))
            yield tag
            if tag.name in RAW_TEXT:
                end = re.compile(f"</{tag.name}[\\s/>]", re.IGNORECASE).search(html, position)
                raw_end = end.start() if end else len(html)
                yield (
                    html[position:raw_end] if tag.name in ("script", "style") else unescape_html(html[position:raw_end])
                )
                position = raw_end
        elif match["end"]:
            yield EndTag(_element_name(match["end"]))
        elif match["text"]:
            yield unescape_html(match["text"])
        elif match["cdata"]:
            yield match["cdata"]


def unescape_html(text: str) -> str:
    """Return text with references resolved and no control characters.

    The standard library raises an error for numbers of thousands of digits.
    """
    return _CONTROL.sub("\ufffd", unescape(_LONG_NUMBER.sub("\ufffd", text)) if "&" in text else text)


def _element_name(name: str) -> str:
    return name.lower().rpartition(":")[2]


def _attributes(written: str) -> dict[str, str]:
    values: dict[str, str] = {}
    for name, *quoted in _ATTRIBUTE.findall(written[:_MAX_ATTRIBUTES]):
        values.setdefault(name.lower(), unescape_html("".join(quoted)))
    return values
