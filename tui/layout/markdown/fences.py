"""Find the fenced code of a Markdown text."""

import re
from collections.abc import Iterator

from tui.model import Span

_FENCE = re.compile(r"[ \t>]*(?P<fence>`{3,}(?=[^`\n]*(?:\n|\Z))|~{3,})(?P<rest>[^\n]*)")


def fenced_code(text: str) -> tuple[Span, ...]:
    """Return the fenced parts in order, with their fences.

    A fence that nothing closes is none: else a stray one would turn the rest of an article to code.
    """
    fenced: list[Span] = []
    opening: re.Match[str] | None = None
    for fence in _fences(text):
        if opening is None:
            opening = fence
        elif fence["fence"].startswith(opening["fence"]) and not fence["rest"].strip():
            fenced.append(Span(opening.start(), fence.end()))
            opening = None
    return tuple(fenced)


def _fences(text: str) -> Iterator[re.Match[str]]:
    """Yield the lines that are fences, in order."""
    starts = sorted({start for marks in ("```", "~~~") for start in _line_starts(text, marks)})
    matches = (_FENCE.match(text, start) for start in starts)
    return (match for match in matches if match)


def _line_starts(text: str, marks: str) -> Iterator[int]:
    """Yield the start of each line that has these marks."""
    offset = text.find(marks)
    while offset >= 0:
        yield text.rfind("\n", 0, offset) + 1
        line_end = text.find("\n", offset)
        offset = text.find(marks, line_end) if line_end >= 0 else -1
