"""Find the styles of Markdown lines: headings, lists, tables."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.layout.markdown.inline import inline_spans
from tui.layout.markdown.spans import HEADING, MARK, STRONG, StyledSpan

_PREFIX = re.compile(r"[ \t]*(?:>[ \t]*)*")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])(?:[ \t]+(?:\[[ xX]\](?=[ \t]))?[ \t]*|$)")
_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|$)")
_CLOSING_HASHES = re.compile(r"[ \t]#+[ \t]*$")
_RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*$")
_DEFINITION = re.compile(r"\[(?!\^)[^\]\n]{1,200}\]:[ \t]*\S")
_TABLE_RULE = re.compile(r"\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+$")
_PIPE = re.compile(r"(?<!\\)\|")


class _Line(NamedTuple):
    start: int
    """Its first code point after the marks of quotes and lists."""
    end: int
    text: str


def block_spans(text: str, start: int, end: int) -> Iterator[StyledSpan]:
    """Yield the styled parts of whole lines between two code points.

    Of `# A` they are the mark from 0 to 2 and the heading from 0 to 3.
    """
    paragraph: list[_Line] = []
    while start < end:
        line_end = text.find("\n", start, end)
        line_end = end if line_end < 0 else line_end
        prefix = _PREFIX.match(text, start, line_end)
        content = prefix.end() if prefix else start
        yield from _marks(text, start, content)
        line = _Line(content, line_end, text[content:line_end])
        if _UNDERLINE.match(line.text) and paragraph and "|" not in paragraph[-1].text:
            yield StyledSpan(paragraph[0].start, paragraph[-1].end, HEADING)
            yield StyledSpan(line.start, line.end, MARK)
            yield from _paragraph(text, paragraph)
            paragraph = []
        elif (spans := _own_line(text, line)) is not None:
            yield from _paragraph(text, paragraph)
            yield from spans
            paragraph = []
        elif item := _ITEM.match(line.text):
            yield from _paragraph(text, paragraph)
            item_end = content + item.end()
            yield from _marks(text, content, item_end)
            paragraph = [_Line(item_end, line_end, text[item_end:line_end])]
        else:
            paragraph.append(line)
        start = line_end + 1
    yield from _paragraph(text, paragraph)


def _own_line(text: str, line: _Line) -> list[StyledSpan] | None:
    """Return the spans of a line that is no part of a paragraph, or None."""
    if not line.text.strip():
        return []
    if _RULE.match(line.text) or _DEFINITION.match(line.text):
        return [StyledSpan(line.start, line.end, MARK)]
    heading = _HEADING.match(line.text)
    if not heading:
        return None
    closing = _CLOSING_HASHES.search(line.text, heading.end())
    end = line.start + closing.start() if closing else line.end
    marks = [StyledSpan(line.start, line.start + len(heading[1]), MARK), StyledSpan(end, line.end, MARK)]
    return [StyledSpan(line.start, end, HEADING), *marks, *inline_spans(text, line.start + heading.end(), end)]


def _paragraph(text: str, lines: list[_Line]) -> Iterator[StyledSpan]:
    """Yield the spans of consecutive lines, which may be a table."""
    if len(lines) > 1 and "|" in lines[1].text and _TABLE_RULE.match(lines[1].text):
        yield StyledSpan(lines[0].start, lines[0].end, STRONG)
        yield StyledSpan(lines[1].start, lines[1].end, MARK)
        for line in (lines[0], *lines[2:]):
            yield from (StyledSpan(*pipe.span(), MARK) for pipe in _PIPE.finditer(text, line.start, line.end))
            yield from inline_spans(text, line.start, line.end)
    elif lines:
        yield from inline_spans(text, lines[0].start, lines[-1].end)


def _marks(text: str, start: int, end: int) -> Iterator[StyledSpan]:
    if text[start:end].strip():
        yield StyledSpan(start, end, MARK)
