"""What is found in a document, without what no text file should hold."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.intake.original import Extract

MAX_VALUE = 500
"""Characters of a title or another value; an address may have more."""
_MAX_URL = 2_000
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_BLANK_END = re.compile(r"[ \t]+$", re.MULTILINE)


def clean_extract(extract: Extract) -> Extract:
    """Return an extract whose text ends with one line end.

    Control characters are dropped, lone surrogates become U+FFFD, and values
    are on one line.
    """
    return replace(
        extract,
        text=_BLANK_END.sub("", clean_text(extract.text)).strip("\n") + "\n",
        title=_value(extract.title),
        outlet=_value(extract.outlet),
        author=_value(extract.author),
        date=_value(extract.date),
        url=_value(extract.url, _MAX_URL),
        left_out=tuple(words for item in extract.left_out if (words := " ".join(clean_text(item).split()))),
    )


def clean_text(text: str) -> str:
    """Return a text without control characters and lone surrogates."""
    return _CONTROL.sub("", _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n").replace("\r", "\n")))


def _value(words: str, most: int = MAX_VALUE) -> str:
    return " ".join(clean_text(words[: 4 * most]).split())[:most].rstrip()
