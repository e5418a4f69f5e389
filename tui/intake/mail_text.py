"""The plain text of a mail as HTML: its lines as paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby

_QUOTED = re.compile(r"((?:> ?)*+)(.*+)")
_ITEM = re.compile(r"\s{0,3}[-*•]\s+(?=\S)")
_SIGNATURE = "-- "
_MAX_WIDTH = 100
"""A mail with longer lines is not broken by a program, but by hand."""
_MIN_WIDTH = 65
"""A program does not break lines before this."""
_MAX_QUOTES = 20
"""Deeper ones are at this depth."""


@dataclass(frozen=True, slots=True)
class _Line:
    depth: int
    """How often it is quoted."""
    words: str
    is_flowed: bool = False
    """Whether the line goes on in the next one."""


def mail_text_html(text: str, *, is_flowed: bool = False, drops_blanks: bool = False) -> tuple[str, str]:
    """Return a mail's text as HTML, and its signature.

    Lines that a mail program broke are joined: as the mail says (RFC 3676), or
    if the next word would not have fitted.
    """
    body, signature = _without_signature(text.split("\n"))
    lines = [_line(line, is_flowed, drops_blanks) for line in body]
    width = 0 if is_flowed else _width(lines)
    html = []
    for depth, part in groupby(lines, key=lambda line: line.depth):
        quotes = min(depth, _MAX_QUOTES)
        html.append("<blockquote>" * quotes + _paragraphs(list(part), width) + "</blockquote>" * quotes)
    return "".join(html), " ".join(" ".join(signature).split())


def _without_signature(lines: list[str]) -> tuple[list[str], list[str]]:
    at = lines.index(_SIGNATURE) if _SIGNATURE in lines else len(lines)
    return lines[:at], lines[at + 1 :]


def _line(line: str, is_flowed: bool, drops_blanks: bool) -> _Line:
    match = _QUOTED.fullmatch(line)
    marks, words = (match[1], match[2]) if match else ("", line)
    goes_on = is_flowed and words.endswith(" ")
    words = words.removeprefix(" ") if is_flowed else words
    if goes_on and drops_blanks:
        words = words[:-1]
    return _Line(marks.count(">"), words, goes_on)


def _width(lines: Iterable[_Line]) -> int:
    """Return the width at which a program broke the lines, or 0."""
    longest = max((len(line.words) for line in lines), default=0)
    return max(longest, _MIN_WIDTH) if longest <= _MAX_WIDTH else 0


def _paragraphs(lines: list[_Line], width: int) -> str:
    html = ""
    for is_blank, part in groupby(lines, key=lambda line: not line.words.strip()):
        if not is_blank:
            html += _paragraph(list(part), width)
    return html


def _paragraph(lines: list[_Line], width: int) -> str:
    html = ""
    for is_item, part in groupby(_unbroken(lines, width), key=lambda words: bool(_ITEM.match(words))):
        if is_item:
            items = "".join(f"<li>{escape(_ITEM.sub('', words, count=1))}</li>" for words in part)
            html += f"<ul>{items}</ul>"
        else:
            html += f"<p>{'<br>'.join(map(escape, part))}</p>"
    return html


def _unbroken(lines: list[_Line], width: int) -> Iterator[str]:
    """Yield lines, those that a program broke as one."""
    pieces: list[str] = []
    for line, following in zip(lines, (*lines[1:], None), strict=True):
        pieces.append(line.words)
        if following is None or not _goes_on(line, following, width):
            yield "".join(pieces)
            pieces = []
        elif not line.is_flowed:
            pieces.append(" ")


def _goes_on(line: _Line, following: _Line, width: int) -> bool:
    if line.is_flowed:
        return True
    if not width or _ITEM.match(following.words):
        return False
    first = following.words.split(maxsplit=1)[0]
    return len(line.words.rstrip()) + 1 + len(first) > width
